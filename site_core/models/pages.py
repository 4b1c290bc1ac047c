"""What every page of the site shares."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.dispatch import Signal
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager

from .forms import PageCopyForm, PublishablePageForm
from .images import SHARE_SPEC, SiteImage
from .keys import HideableForeignKey
from .previews import PREVIEW_SIZES
from .publishing import Publishable
from .querysets import PublicPageQuerySet

# Sent with `instance` and `url_path_before` when a published page's address has changed, inside the transaction that
# did it: Wagtail's own signal of a new slug comes after the commit, and is lost with a process that dies then.
address_changed = Signal()


@dataclass(frozen=True)
class Step:
    """One step of a trail; the page one is on has no url."""

    title: str
    url: str = ""


@dataclass(frozen=True)
class Share:
    """What search engines and social networks are told of a page. `path` is on this site, such as `/articles/`."""

    title: str
    description: str
    path: str
    image: SiteImage | None = None
    kind: str = "website"

    @property
    def url(self) -> str:
        return f"{settings.SITE_URL}{self.path}" if self.path else ""

    @property
    def image_url(self) -> str:
        """The address of the picture's rendition for sharing; "" until the worker has made it."""
        found = self.image.made.get(SHARE_SPEC) if self.image else None
        return f"{settings.SITE_URL}{found.url}" if found else ""


class BasePage(Publishable, Page):
    """Everything a page of this site has whatever it is about."""

    social_image = HideableForeignKey(
        "site_core.SiteImage",
        verbose_name=_("picture for sharing"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when somebody shares the page. Leave empty to use the page's own picture."),
    )

    objects = PageManager.from_queryset(PublicPageQuerySet)()
    base_form_class = PublishablePageForm
    copy_form_class = PageCopyForm

    # Slugs that would hide one of the site's own addresses, see site_core/urls.py.
    reserved_slugs: frozenset[str] = frozenset()
    tint = "calm"
    preview_sizes = PREVIEW_SIZES

    class Meta:
        abstract = True

    def serve_preview(self, request, mode_name):
        if self.title == gettext("Placeholder title"):  # Wagtail's words for a page that has none
            self.title = gettext("No title yet")
        return super().serve_preview(request, mode_name)

    @classmethod
    def to_serve(cls) -> PublicPageQuerySet:
        """Where the public address of a page of this type finds it, with what its template shows."""
        return cls.objects.public()

    def clean(self):
        super().clean()
        if self.slug in self._parent_reserved_slugs():
            raise ValidationError(
                {
                    "slug": gettext("“%(slug)s” is an address of the site itself. Please choose another.")
                    % {"slug": self.slug}
                }
            )

    def save(self, *args, **kwargs):
        fields = kwargs.get("update_fields")
        if self.pk and (fields is None or "slug" in fields):
            stored = type(self)._base_manager.filter(pk=self.pk)
            self._was_published = stored.filter(first_published_at__isnull=False).exists()
        return super().save(*args, **kwargs)

    def _update_descendant_url_paths(self, old_url_path, new_url_path):
        super()._update_descendant_url_paths(old_url_path, new_url_path)
        if self._was_published:
            address_changed.send(sender=type(self), instance=self, url_path_before=old_url_path)

    def _parent_reserved_slugs(self):
        parent = self.get_parent()
        return getattr(parent.specific_class, "reserved_slugs", frozenset()) if parent else frozenset()

    @cached_property
    def address(self) -> str:
        """The page's path on its site, such as `/articles/`."""
        return self.get_url() or ""

    @cached_property
    def trail(self) -> list[Step]:
        """The way from below the home page to this page. In a preview, what is not public above it is left out."""
        above = PublicPageQuerySet(Page).public().ancestor_of(self).filter(depth__gt=2).order_by("depth")
        return [*(Step(page.title, page.get_url()) for page in above), Step(self.title)]

    @property
    def share(self) -> Share:
        return Share(
            title=self.seo_title or self.title,
            description=self.search_description or self.summary_text,
            path=self.address,
            image=self.social_image or self.main_image,
            kind=self.share_kind,
        )

    share_kind = "website"

    @property
    def summary_text(self) -> str:
        """Plain text that stands in for a missing search description."""
        return ""

    @property
    def main_image(self):
        """The picture the page opens with, or None."""
        return None
