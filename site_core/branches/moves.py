"""Moves a category with all beneath it, one step or to a place, if that may be and the user may."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

STEPS = ("up", "down", "in", "out")
PLACES = {"under": "last-child", "before": "left", "after": "right"}


class CannotMove(Exception):
    """Its message says to the editor why."""


def place_of_step(page: Page, direction: str) -> tuple[Page, str]:
    """Past the branch above or below, into the one above, or out of the one it stands in. Raises CannotMove."""
    place = {
        "up": (page.get_prev_sibling(), "before"),
        "down": (page.get_next_sibling(), "after"),
        "in": (page.get_prev_sibling(), "under"),
        "out": (page.get_parent(), "after"),
    }
    target, where = place[direction]
    if target is None:
        raise CannotMove(gettext("“%(title)s” cannot go further in this direction.") % {"title": page.title})
    return target, where


def parent_at(target: Page, where: str) -> Page:
    """Beneath which page it would stand."""
    return target if where == "under" else target.get_parent()


def move(page: Page, target: Page, where: str, user) -> None:
    """Put `page` under `target`, or before or after it. Raises CannotMove, or PermissionDenied if it may not be."""
    target = Page.objects.get(pk=target.pk)
    if target.pk == page.pk or target.is_descendant_of(page):
        raise CannotMove(gettext("A category cannot stand beneath itself."))
    parent = parent_at(target, where)
    stays = page.is_child_of(parent)
    if stays and not parent.permissions_for_user(user).can_reorder_children():
        raise PermissionDenied
    if not stays:
        _check(page, parent, user)
    MovePageAction(page, target, pos=PLACES[where], user=user).execute(skip_permission_checks=stays)


def _check(page, parent, user):
    names = {"title": page.title, "parent": parent.title}
    if not page.specific.can_move_to(parent.specific):
        raise CannotMove(gettext("“%(title)s” cannot stand under “%(parent)s”.") % names)
    if not Page._slug_is_available(page.slug, parent, page=page):
        raise CannotMove(gettext("Under “%(parent)s” there is one with the address of “%(title)s” already.") % names)
    if not page.permissions_for_user(user).can_move_to(parent):
        raise PermissionDenied
