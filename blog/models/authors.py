from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from site_core.models import FreeSlug, HideableForeignKey, PublicQuerySet, Publishable, PublishableForm
from site_core.models.branding import SocialLinkBlock
from site_core.models.previews import PREVIEW_SIZES


class Author(
    PreviewableMixin, Publishable, DraftStateMixin, LockableMixin, RevisionMixin, index.Indexed, FreeSlug, models.Model
):
    """Who writes, or reviews. A person of the magazine, with or without a login."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("address"),
        max_length=255,
        unique=True,
        blank=True,
        help_text=_("The last part of the web address. Filled in from the name."),
    )
    role = models.CharField(
        _("role"), max_length=120, blank=True, help_text=_("Such as “Writer” or “chartered psychologist”.")
    )
    about = models.TextField(_("about"), blank=True, max_length=1200)
    portrait = HideableForeignKey(
        "site_core.SiteImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    links = StreamField([("link", SocialLinkBlock())], verbose_name=_("links"), blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("login"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="author",
        help_text=_("The login of this person, if they write here themselves."),
    )

    objects = PublicQuerySet.as_manager()
    base_form_class = PublishableForm

    panels = [
        FieldPanel("name", help_text=_("As it stands in bylines.")),
        FieldPanel("role"),
        FieldPanel("about", help_text=_("A few sentences for the author's page.")),
        FieldPanel("portrait", help_text=_("Stands on the author's page and beside the byline.")),
        FieldPanel("links", help_text=_("Where else readers find this person.")),
        FieldPanel("slug", required_on_save=False, heading=_("Web address")),
        FieldPanel("user"),
        PublishingPanel(),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("live")]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("author", args=[self.slug])

    @property
    def address(self) -> str:
        return self.get_absolute_url() if self.slug else ""

    preview_sizes = PREVIEW_SIZES

    def get_preview_template(self, request, mode_name):
        return "blog/author.html"

    def get_preview_context(self, request, mode_name):
        from blog.listings import author_context

        return {**super().get_preview_context(request, mode_name), **author_context(self, request)}


Author._meta.get_field("name").required_on_save = True
