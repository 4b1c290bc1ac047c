from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from home.blocks import HomeSections, StandardBody
from site_core.models import BasePage, HideableForeignKey, Hue
from site_core.models.images import load_renditions
from site_core.panels import page_form, title_panel
from site_core.pictures import pictures_of
from site_core.reading import Reading


class HomePage(BasePage):
    sections = StreamField(HomeSections(), verbose_name=_("sections"), blank=True)

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["blog.ArticleIndexPage", "catalogue.ShopPage", "home.StandardPage"]
    # Every first segment of site_core/urls.py.
    reserved_slugs = frozenset(
        {
            "admin", "authors", "documents", "feed", "healthz", "llms.txt", "media", "news-sitemap.xml", "newsletter",
            "page", "readyz", "review", "robots.txt", "search", "sitemap.xml", "static",
        }
    )  # fmt: skip

    edit_handler = page_form(
        [title_panel(), FieldPanel("sections", help_text=_("The front page, from top to bottom."))]
    )

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request, *args, **kwargs):
        from home.front import front_context

        return {**super().get_context(request, *args, **kwargs), **front_context(self, request)}


class StandardPage(BasePage):
    """About, privacy, how we choose, contact."""

    introduction = models.CharField(_("line below the title"), max_length=250, blank=True)
    hue = models.CharField(_("colour"), max_length=10, choices=Hue.choices, default=Hue.FRIENDS)
    image = HideableForeignKey(
        "site_core.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(StandardBody(), verbose_name=_("text"), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = []

    edit_handler = page_form(
        [
            title_panel(),
            FieldPanel("introduction", help_text=_("One sentence; search results show it too.")),
            FieldPanel("body", help_text=_("Begin an empty line with / to add something else than text.")),
            MultiFieldPanel(
                [
                    FieldPanel("image", help_text=_("Stands at the top of the page.")),
                    FieldPanel("hue", help_text=_("The colour of the page's upper part.")),
                ],
                _("Picture and colour"),
            ),
        ],
        text="introduction",
        picture="image",
    )

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    @classmethod
    def to_serve(cls):
        return super().to_serve().select_related("image", "social_image")

    @property
    def tint(self) -> str:
        return self.hue

    @property
    def main_image(self):
        return self.image

    @property
    def summary_text(self) -> str:
        return self.introduction

    def get_context(self, request, *args, **kwargs):
        load_renditions([self.image, *pictures_of(self.body)])
        return {**super().get_context(request, *args, **kwargs), "reading": Reading(self.body)}
