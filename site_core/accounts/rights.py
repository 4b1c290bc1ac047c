"""Whose login can change what readers see."""

from wagtail.models import DraftStateMixin, Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

ANY_CHANGE = {"add", "change", "delete"}
PUBLIC_AT_ONCE = ("site_core.change_brandsettings",)
HANDS_OUT_RIGHTS = ("auth.add_group", "auth.change_group", "site_core.add_user", "site_core.change_user")


def may_publish(user) -> bool:
    """Whether this user may publish any page or snippet, or hand out the right to."""
    return (
        user.is_superuser
        or policy_registry.get_by_type(Page).user_has_permission(user, "publish")
        or any(_may_publish(user, model) for model in get_snippet_models())
        or any(user.has_perm(right) for right in PUBLIC_AT_ONCE + HANDS_OUT_RIGHTS)
    )


def _may_publish(user, snippet) -> bool:
    """A snippet without drafts is public as soon as it is saved."""
    actions = {"publish"} if issubclass(snippet, DraftStateMixin) else ANY_CHANGE
    return snippet.snippet_viewset.permission_policy.user_has_any_permission(user, actions)
