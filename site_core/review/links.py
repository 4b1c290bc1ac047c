"""Who may share a draft, and whom an address lets in."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from wagtail.log_actions import log

from site_core.rights import may_edit

from .history import REVOKED, SHARED
from .models import ReviewLink


def may_share(user: AbstractUser, obj: models.Model) -> bool:
    """Whoever may edit it may show it to others, as long as they work here."""
    return user.has_perm("wagtailadmin.access_admin") and may_edit(user, obj)


def may_revoke(user: AbstractUser, link: ReviewLink) -> bool:
    """Whoever may share what it shows, or has the right to change all links."""
    return user.has_perm("review.change_reviewlink") or bool(link.target and may_share(user, link.target))


def share(
    obj: models.Model, user: AbstractUser, days: int, phrase: str = "", guest: str = ""
) -> tuple[ReviewLink, str]:
    """Make a link to the draft of `obj`; with it comes the token of its address, which nobody can look up again."""
    token = secrets.token_urlsafe(32)
    expires_at = timezone.now() + timedelta(days=days)
    title = str(obj.get_latest_revision_as_object())[:255]
    link = ReviewLink(
        target=obj, title=title, guest_name=guest, created_by=user, expires_at=expires_at,
        token_hash=hashed(token),
    )  # fmt: skip
    link.set_pass_phrase(phrase)
    link.save()
    log(instance=obj, action=SHARED, user=user, data={"guest": guest, "until": expires_at.isoformat()})
    return link, token


def revoke(link: ReviewLink, user: AbstractUser) -> None:
    """Close the link for good."""
    if link.revoked_at:
        return
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    if link.target:
        log(instance=link.target, action=REVOKED, user=user, data={"guest": link.guest_name})


def find(token: str) -> ReviewLink | None:
    """The open link with this token. One query and one hash, whatever the token is; two more rights if it is right."""
    link = ReviewLink.objects.open().select_related("created_by").filter(token_hash=hashed(token)).first()
    if link and link.target and link.created_by and may_share(link.created_by, link.target):
        return link
    return None


def hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()
