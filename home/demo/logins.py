"""Who may come in to the demo. A deployment makes no such login: its first one is made by createsuperuser."""

import json
import secrets
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.snippets.models import get_snippet_models

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is easily taken for another
WHO = {"administrator": "admin", "editor": "editor"}


def ensure_logins(file: Path) -> None:
    """Make an administrator and an editor whose passwords stand in this file, unless they are there already."""
    if file.exists() and get_user_model().objects.filter(username__in=WHO.values()).count() == len(WHO):
        return
    logins = {role: {"username": name, "password": _password()} for role, name in WHO.items()}
    _save(**logins["administrator"], is_superuser=True)
    _save(**logins["editor"]).groups.set([_editors()])
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


def _editors() -> Group:
    """Wagtail's group that may publish pages, given the snippets too. The desk will bring finer roles."""
    group, _created = Group.objects.get_or_create(name="Moderators")
    models = ContentType.objects.get_for_models(*get_snippet_models()).values()
    group.permissions.add(*Permission.objects.filter(content_type__in=models).exclude(codename__startswith="delete"))
    return group
