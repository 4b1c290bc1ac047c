"""What the category pages of articles and of products share: a banner, an introduction, one hue."""

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from site_core.panels import page_form, title_panel

from .images import load_renditions
from .keys import HideableForeignKey
from .pages import BasePage


class Hue(models.TextChoices):
    """The nine hues of the house, named after what they first coloured. See css/tokens.css."""

    CALM = "calm", _("Sea green")
    WINS = "wins", _("Straw")
    PAWS = "paws", _("Biscuit")
    FRIENDS = "friends", _("Sky")
    MOTIVE = "motive", _("Clay")
    WELL = "well", _("Heather")
    FIT = "fit", _("Moss")
    FEATURED = "featured", _("Apricot")
    SHOP = "shop", _("Linen")


class CategoryBase(BasePage):
    banner_headline = models.CharField(
        _("headline of the banner"), max_length=120, blank=True, help_text=_("Leave empty to use the title.")
    )
    banner_tagline = models.CharField(_("line below it"), max_length=200, blank=True)
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])
    image = HideableForeignKey(
        "site_core.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hue = models.CharField(
        _("colour"),
        max_length=10,
        blank=True,
        choices=Hue.choices,
        help_text=_("The colour of this category's pages. Leave empty to take the one of the category above."),
    )
    tint = models.CharField(max_length=10, editable=False, default=Hue.CALM)

    show_in_menus_default = True
    default_hue = Hue.CALM

    edit_handler = page_form(
        [
            title_panel(),
            FieldPanel("introduction", help_text=_("A few sentences above the list.")),
            MultiFieldPanel(
                [
                    FieldPanel("banner_headline"),
                    FieldPanel("banner_tagline", help_text=_("One sentence; search results show it too.")),
                    FieldPanel("image", help_text=_("Stands in the banner.")),
                    FieldPanel("hue"),
                ],
                _("Banner"),
            ),
        ],
        text="banner_tagline",
        picture="image",
    )

    class Meta:
        abstract = True

    @classmethod
    def to_serve(cls):
        return super().to_serve().select_related("image", "social_image")

    preview_modes = [("", _("Its page")), ("banner", _("Its banner"))]

    def get_preview_template(self, request, mode_name):
        return (
            "site_core/banner_preview.html"
            if mode_name == "banner"
            else super().get_preview_template(request, mode_name)
        )

    def get_preview_context(self, request, mode_name):
        self.tint = self._tint_to_show()
        if mode_name == "banner":
            load_renditions([self.image])
            return BasePage.get_context(self, request)
        return super().get_preview_context(request, mode_name)

    def save(self, *args, **kwargs):
        self.tint = self._tint_to_show()
        super().save(*args, **kwargs)
        self._pass_on_tint()

    def _tint_to_show(self):
        return self.hue or self._tint_above()

    def _tint_above(self):
        above = type(self).objects.filter(path=self.path[: -self.steplen]).first()
        return above.tint if above else self.default_hue

    def _pass_on_tint(self):
        """Give it to the categories beneath that have no hue of their own, and stop at those that have one."""
        for child in type(self).objects.child_of(self).filter(hue="").exclude(tint=self.tint):
            type(self).objects.filter(pk=child.pk).update(tint=self.tint)
            child.tint = self.tint
            child._pass_on_tint()

    @property
    def headline(self) -> str:
        return self.banner_headline or self.title

    @property
    def main_image(self):
        return self.image

    @property
    def summary_text(self) -> str:
        return self.banner_tagline or strip_tags(self.introduction)[:155]


class Categorised(models.Model):
    """Has a main `category` and is listed under `categories`, the main one always among them.

    So one join answers what a category holds.
    """

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        if self.category_id and all(category.pk != self.category_id for category in self.categories.all()):
            self.categories.add(self.category)
            self.categories.commit()
