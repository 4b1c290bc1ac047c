"""Make the demo if it is not there, measure it from inside and from a browser, print the table."""

import sys
import time

from site_core import localdb
from tools import processes, static
from tools.audit import HOST, free_port
from tools.run import set_environment

FIRST_START = 600  # seconds, the making of the demo included


def wait_for_worker() -> None:
    """Until all pictures are drawn: a machine that draws measures nothing else."""
    from django_tasks_db.models import DBTaskResult

    while DBTaskResult.objects.ready().exists():
        time.sleep(1)


def main() -> None:
    port = free_port()
    set_environment(port, dev=False)
    with localdb.lease_for_settings(), processes.started(["-m", "tools.run", "--port", str(port)]) as running:
        processes.wait_for_answer(HOST, port, running, FIRST_START)
        static.collect_if_stale()
        import django

        django.setup()
        wait_for_worker()
        from tests.bench import browser, bulk, desk, inside, queue

        site = f"http://{HOST}:{port}"
        rows = [*inside.measure(), *browser.measure(site), *desk.measure(site), *queue.measure(), *bulk.measure()]
    for what, figure, limit in rows:
        over = "" if limit is None or figure <= limit else "  OVER"
        print(f"{what:<58}{figure:>10g}{'' if limit is None else f'   at most {limit:g}'}{over}")
    sys.exit(any(limit is not None and figure > limit for _what, figure, limit in rows))


if __name__ == "__main__":
    main()
