"""How far a user may go with one object."""

from django.db import models
from wagtail.locks import BasicLock
from wagtail.models import Page
from wagtail.permissions import policy_registry


def may_change(user, obj: models.Model) -> bool:
    """Whether they may edit it now: nobody else has locked it, and no reviewer is reading it."""
    if user is None or (obj.locked and BasicLock(obj).for_user(user)):
        return False
    if getattr(obj, "current_workflow_state", None):
        return False
    if isinstance(obj, Page):
        return obj.permissions_for_user(user).can_edit()
    return policy_registry.get(obj).user_has_permission_for_instance(user, "change", obj)


def may_publish(user, obj: models.Model) -> bool:
    if isinstance(obj, Page):
        return obj.permissions_for_user(user).can_publish()
    return policy_registry.get(obj).user_has_permission_for_instance(user, "publish", obj)
