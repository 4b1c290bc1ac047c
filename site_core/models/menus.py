from django.core.exceptions import ValidationError
from django.db import models
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin

from .branding import BrandSettings
from .forms import PublishableForm
from .previews import PREVIEW_SIZES
from .publishing import Publishable
from .querysets import PublicQuerySet


class LeafEntryBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        required=False, max_length=60, label=_("Words"), help_text=_("Leave empty to use the page's title.")
    )
    page = blocks.PageChooserBlock(required=False, label=_("Leads to the page"))
    url = blocks.CharBlock(
        required=False,
        max_length=500,
        label=_("or to the address"),
        help_text=_("For example /search/ or https://example.com/."),
    )

    class Meta:
        icon = "link"
        label = _("Entry")
        label_format = "{label} {page}"

    def clean(self, value):
        value = super().clean(value)
        errors = {}
        if value.get("page") and value.get("url"):
            errors["url"] = ValidationError(gettext("Choose a page or give an address, not both."))
        if value.get("url") and not value["url"].startswith(("/", "https://", "http://", "mailto:")):
            errors["url"] = ValidationError(gettext("An address begins with / or https://."))
        if not value.get("label") and not value.get("page"):
            errors["label"] = ValidationError(gettext("Write the words of this entry, or choose a page."))
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value


class InnerEntryBlock(LeafEntryBlock):
    branch = blocks.PageChooserBlock(
        required=False,
        label=_("Bring the pages beneath"),
        help_text=_("All published pages beneath this one that are marked “Show in menus” appear here by themselves."),
    )
    entries = blocks.StreamBlock([("entry", LeafEntryBlock())], required=False, label=_("Entries beneath it"))


class EntryBlock(InnerEntryBlock):
    note = blocks.CharBlock(
        required=False, max_length=200, label=_("A line beside the open menu"), help_text=_("Only the header shows it.")
    )
    entries = blocks.StreamBlock([("entry", InnerEntryBlock())], required=False, label=_("Entries beneath it"))


class Menu(PreviewableMixin, Publishable, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):
    name = models.CharField(_("name"), max_length=100, help_text=_("For the editors, such as “Header”."))
    entries = StreamField([("entry", EntryBlock())], verbose_name=_("entries"), blank=True)

    objects = PublicQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldPanel("entries"), PublishingPanel()]
    base_form_class = PublishableForm

    class Meta:
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        ordering = ["name"]

    def __str__(self):
        return self.name

    preview_sizes = PREVIEW_SIZES
    preview_modes = [("header", _("As the header")), ("footer", _("As the footer"))]

    @cached_property
    def default_preview_mode(self) -> str:
        """Where it stands now, or else the header."""
        in_footer = self.pk and BrandSettings.objects.filter(footer_menu=self.pk).exists()
        return "footer" if in_footer else "header"

    def serve_preview(self, request, mode_name):
        from site_core.navigation import preview_of_menu

        place = mode_name if mode_name in dict(self.preview_modes) else self.default_preview_mode
        return TemplateResponse(request, *preview_of_menu(self, request, place))


Menu._meta.get_field("name").required_on_save = True
