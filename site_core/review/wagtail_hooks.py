"""Sharing in the admin: its addresses, its entry on the edit screens, its lines in the history."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from . import records  # noqa: F401  registered by being imported
from .history import LINES
from .links import may_share
from .notes import NotesForPages, NotesForSnippets
from .views import desk


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path("review/of/<str:app_label>/<str:model_name>/<int:object_id>/", desk.Share.as_view(), name="review_share"),
        path("review/links/<int:link_id>/withdraw/", desk.Revoke.as_view(), name="review_revoke"),
        path("review/comments/<int:comment_id>/resolve/", desk.resolve, name="review_resolve"),
    ]


@hooks.register("register_page_action_menu_item")
def offer_for_pages():
    return NotesForPages(order=90)


@hooks.register("register_snippet_action_menu_item")
def offer_for_snippets(model):
    return NotesForSnippets(order=90) if desk.is_shareable(model) else None


@hooks.register("register_page_header_buttons")
def offer_in_header(page, user, view_name, next_url=None):
    if desk.is_shareable(page.specific_class) and may_share(user, page):
        yield Button(_("Share draft"), url=desk.address_of(page.specific), icon_name="link", priority=45)


@hooks.register("register_log_actions")
def register_lines_of_history(actions):
    for name, line in LINES.items():
        actions.register_action(name)(lambda line=line: line)
