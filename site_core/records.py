"""Records: what the site writes down by itself, for looking at. One group in the menu, of wagtail-modeladmin.

A room of the house adds its own with `@record` in its `wagtail_hooks` or what that imports.
"""

from functools import cache

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Model
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup
from wagtail_modeladmin.views import IndexView

# What a spreadsheet takes for a formula if a text begins with it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
RECORDS: list[type[ModelAdmin]] = []


def plain(value: object) -> object:
    """A value of an export, so that no spreadsheet runs it. Numbers and dates stay what they are."""
    text = str(value) if isinstance(value, str | Model) else ""
    return f"'{text}" if text.startswith(FORMULA) else value


class PlainCells:
    """For a view with an export: its cells are never formulas."""

    def to_row_dict(self, item):
        return {field: plain(value) for field, value in super().to_row_dict(item).items()}


class ReadOnly(PermissionHelper):
    """Whoever has the right to view or to change them may look; nobody writes, alters or deletes records by hand."""

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False


class RecordsIndex(PlainCells, IndexView):
    def dispatch(self, request, *args, **kwargs):
        """An address that asks for what cannot be asked leads to the whole list."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            messages.warning(request, gettext("The list cannot be filtered like that. This is all of it."))
            return redirect(request.path)


class Record(ModelAdmin):
    """The list of one kind of record. `empty` says what will appear where there is none yet."""

    permission_helper_class = ReadOnly
    index_view_class = RecordsIndex
    index_template_name = "records/index.html"
    inspect_view_enabled = True
    index_view_extra_css = inspect_view_extra_css = ["css-admin/records.css"]
    history_view_enabled = False
    list_per_page = 50
    empty = ""


def record(kind: type[Record]) -> type[Record]:
    """Add a kind of record to the group."""
    RECORDS.append(kind)
    return kind


class RecordsGroup(ModelAdminGroup):
    """Shown to whoever may look at one of them at least."""

    menu_label = _("Records")
    menu_icon = "list-ul"
    menu_order = 800
    items = RECORDS


@cache
def group() -> RecordsGroup:
    """The group, made when all rooms have added theirs."""
    return RecordsGroup()
