from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField

from .keys import HideableForeignKey


class SocialLinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(max_length=60, label=_("Name"))
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Social link")
        label_format = "{label}"


@register_setting(icon="site", order=100)
class BrandSettings(BaseSiteSetting):
    """The name over the door, and what stands in every page's head and foot."""

    name = models.CharField(_("name"), max_length=80, default="Spencer Vibes")
    tagline = models.CharField(
        _("tagline"),
        max_length=200,
        blank=True,
        default="A magazine for the first calm hour of the day, wherever in the day you find it.",
        help_text=_("One sentence in the footer; search engines see it for the home page."),
    )
    logo = HideableForeignKey(
        "site_core.SiteImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Leave empty to use the drawn window."),
    )
    footer_text = models.CharField(
        _("last line of the footer"),
        max_length=200,
        default="© {year} Spencer Vibes",
        help_text=_("{year} becomes the current year."),
    )
    social_links = StreamField([("link", SocialLinkBlock())], verbose_name=_("social links"), blank=True)
    header_menu = HideableForeignKey(
        "site_core.Menu",
        verbose_name=_("menu in the header"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    footer_menu = HideableForeignKey(
        "site_core.Menu",
        verbose_name=_("menu in the footer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    select_related = ["logo", "header_menu", "footer_menu"]

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("tagline"), FieldPanel("logo")], _("Name")),
        MultiFieldPanel([FieldPanel("header_menu"), FieldPanel("footer_menu")], _("Menus")),
        MultiFieldPanel([FieldPanel("footer_text"), FieldPanel("social_links")], _("Footer")),
    ]

    class Meta:
        verbose_name = _("brand and menus")

    @classmethod
    def to_show(cls, site) -> "BrandSettings":
        """The settings of a site, unsaved defaults before there are any. Unlike `for_site` it never writes."""
        return cls.objects.select_related(*cls.select_related).filter(site=site).first() or cls(site=site)

    @property
    def footer_line(self) -> str:
        return self.footer_text.replace("{year}", str(timezone.localdate().year))

    @property
    def social(self) -> list[tuple[str, str]]:
        return [(link.value["label"], link.value["url"]) for link in self.social_links]
