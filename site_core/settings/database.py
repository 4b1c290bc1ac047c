"""As whom a process connects to PostgreSQL; site_core/door.py says why."""


def reader_of(database: str) -> str:
    """The role of visitors. Roles belong to the whole server, so its name carries the database's."""
    return f"{database}_reader"


def as_reader(database: dict) -> dict:
    """These connection settings for a process that serves visitors: every connection begins as the reader."""
    options = dict(database.get("OPTIONS", {}))
    options["options"] = f"{options.get('options', '')} -c role={reader_of(database['NAME'])}".strip()
    return {**database, "OPTIONS": options}
