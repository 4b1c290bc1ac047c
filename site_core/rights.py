"""How far a user may go with one page or snippet."""

from django.db import models
from wagtail.models import Page
from wagtail.permissions import policy_registry


def may_edit(user, obj: models.Model) -> bool:
    return _may(user, obj, "change")


def may_publish(user, obj: models.Model) -> bool:
    return _may(user, obj, "publish")


def _may(user, obj, action):
    if user is None or not user.is_active:
        return False
    if isinstance(obj, Page):
        rights = obj.permissions_for_user(user)
        return rights.can_publish() if action == "publish" else rights.can_edit()
    return policy_registry.get_by_type(type(obj)).user_has_permission_for_instance(user, action, obj)
