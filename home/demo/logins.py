"""Who may come in to the demo. A deployment makes no such login: its first one is made by createsuperuser."""

import json
import secrets
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from blog.models import Author

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is easily taken for another
# Role -> name of the login, and of the demo's author who comes in with it.
WHO = {
    "administrator": ("admin", None),
    "editor": ("editor", "naomi-adeyemi"),
    "writer": ("writer", "imogen-hartley"),
    "shop manager": ("shop", None),
    "reviewer": ("reviewer", "amara-osei"),
}


def ensure_logins(file: Path) -> None:
    """Make a login for each role, whose passwords stand in this file, unless they are there already."""
    names = [name for name, _author in WHO.values()]
    if file.exists() and get_user_model().objects.filter(username__in=names).count() == len(names):
        return
    logins = {role: {"username": name, "password": _password()} for role, (name, _author) in WHO.items()}
    for role, login in logins.items():
        user = _save(**login, is_superuser=role == "administrator")
        user.groups.set([Group.objects.get(name=role.capitalize())])
        if author := Author.objects.filter(slug=WHO[role][1], user=None).first():
            author.user = user
            author.save_revision().publish()
    file.touch(mode=0o600)
    file.write_text(json.dumps(logins, indent=1))


def _password() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def _save(username: str, password: str, **rights):
    user, _created = get_user_model().objects.update_or_create(
        username=username, defaults={"email": f"{username}@example.com", **rights}
    )
    user.set_password(password)
    user.save()
    return user
