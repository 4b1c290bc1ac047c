from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from blog.blocks import ArticleBody, SourceBlock
from blog.forms import ArticleForm
from blog.panels import edit_handler
from site_core.blocks.blank import without_blanks
from site_core.models import BasePage, Categorised, HideableForeignKey
from site_core.reading import missing_sources

from .querysets import ArticleQuerySet

WORDS_A_MINUTE = (
    220  # silent reading of English non-fiction: Brysbaert, Journal of Memory and Language, 2019 (238, rounded down)
)


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticlePage(Categorised, BasePage):
    standfirst = models.TextField(
        _("standfirst"),
        blank=True,
        max_length=600,
        help_text=_("One to three sentences that say what it is about and why to read on."),
    )
    hero = HideableForeignKey(
        "site_core.SiteImage",
        verbose_name=_("main picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(
        _("what is to be seen"),
        max_length=255,
        blank=True,
        help_text=_("For people who cannot see it. Leave empty to use the picture library's description."),
    )
    hero_caption = models.CharField(_("caption"), max_length=300, blank=True)
    published_on = models.DateField(
        _("date shown"),
        null=True,
        db_index=True,
        default=timezone.localdate,
        help_text=_("The date readers see; it may be in the past. To publish later, use the schedule."),
    )
    reviewer = HideableForeignKey(
        "blog.Author",
        verbose_name=_("reviewed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reviewed_articles",
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    review_by = models.DateField(
        _("review again by"),
        null=True,
        blank=True,
        help_text=_("After this day readers are told that the article is due for review."),
    )
    category = HideableForeignKey(
        "blog.CategoryPage",
        verbose_name=_("main category"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="main_articles",
        help_text=_("It gives the article its colour and its place in the trail."),
    )
    categories = ParentalManyToManyField(
        "blog.CategoryPage", verbose_name=_("also listed under"), blank=True, related_name="articles"
    )
    tags = ClusterTaggableManager(through=ArticleTag, blank=True, verbose_name=_("tags"))
    featured = models.BooleanField(_("featured"), default=False, help_text=_("Stands first among popular articles."))
    body = StreamField(ArticleBody(), verbose_name=_("text"), blank=True)
    sources = StreamField(
        [("source", SourceBlock())],
        verbose_name=_("sources"),
        blank=True,
        help_text=_("In the text, [1] refers to the first of them."),
    )
    word_count = models.PositiveIntegerField(editable=False, default=0)
    import_key = models.CharField(max_length=255, editable=False, blank=True, db_index=True, default="")

    objects = PageManager.from_queryset(ArticleQuerySet)()
    base_form_class = ArticleForm
    edit_handler = edit_handler
    parent_page_types = ["blog.ArticleIndexPage"]
    subpage_types = []
    show_in_menus_default = False
    share_kind = "article"

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("title", boost=10),
        index.SearchField("standfirst", boost=5),
        index.SearchField("body"),
        index.FilterField("expire_at"),
        index.FilterField("published_on"),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [models.Index(fields=["-featured", "-published_on", "-page_ptr"], name="article_popular")]

    @classmethod
    def to_serve(cls):
        return cls.objects.public().with_page_data()

    def clean(self):
        super().clean()
        if self.reviewed_on and self.review_by and self.review_by <= self.reviewed_on:
            raise ValidationError({"review_by": gettext("This day must come after the day of the review.")})

    def publication_problems(self):
        missing = ", ".join(f"[{number}]" for number in missing_sources(self.body, self.sources))
        sentence = gettext("The text refers to %(numbers)s, which the list of sources does not have.")
        return {"sources": [sentence % {"numbers": missing}]} if missing else {}

    def save(self, *args, **kwargs):
        if self.live and not kwargs.get("update_fields"):
            self.body = without_blanks(self.body)
        self.count_words()
        super().save(*args, **kwargs)

    def count_words(self) -> None:
        """Bring `word_count` up to date with the text."""
        self.word_count = sum(len(text.split()) for text in _texts(self.body))

    @property
    def minutes(self) -> int:
        """Whole minutes to read, at least one."""
        return max(1, round(self.word_count / WORDS_A_MINUTE))

    @property
    def tint(self) -> str:
        return self.kicker.tint if self.kicker else "calm"

    @cached_property
    def kicker(self):
        """The main category as cards name it, or None if there is none to be seen."""
        return self.category if self.category and self.category.is_public else None

    @cached_property
    def byline(self) -> list:
        """The authors that readers may see, in the editor's order."""
        return [credit.author for credit in self.article_authors.all() if credit.author and credit.author.is_public]

    @cached_property
    def category_ids(self) -> list[int]:
        """All categories it is listed under. Comes with `with_page_data()`, else costs a query, as do the next two."""
        return self._ids("read_category_ids", self.categories, "pk")

    @cached_property
    def related_ids(self) -> list[int]:
        """An editor's related articles, in order."""
        return self._ids("read_related_ids", self.related_articles, "article_id")

    @cached_property
    def product_ids(self) -> list[int]:
        """An editor's product picks, in order."""
        return self._ids("read_product_ids", self.product_picks, "product_id")

    @cached_property
    def tag_names(self) -> list[tuple[str, str]]:
        """Name and slug of its tags, in the order they were given."""
        if hasattr(self, "read_tags"):
            return [(tag["name"], tag["slug"]) for tag in self.read_tags]
        return [(tag.name, tag.slug) for tag in self.tags.all()]

    def _ids(self, read, rows, name):
        found = getattr(self, read) if hasattr(self, read) else [getattr(row, name) for row in rows.all()]
        return [pk for pk in found if pk]

    @property
    def alt(self) -> str:
        return self.hero_alt or (self.hero.description if self.hero else "")

    @property
    def review_is_due(self) -> bool:
        return bool(self.review_by and self.review_by < timezone.localdate())

    @property
    def main_image(self):
        return self.hero

    @property
    def summary_text(self) -> str:
        return self.standfirst

    preview_modes = [
        ("", _("Its page")),
        ("card", _("Its card in a list")),
        ("share", _("Search and sharing")),
    ]

    def get_preview_template(self, request, mode_name):
        return {"card": "blog/article_card_preview.html", "share": "site_core/share_preview.html"}.get(
            mode_name, self.template
        )

    def get_preview_context(self, request, mode_name):
        from blog.previews import preview_context

        return preview_context(self, request, mode_name)

    def get_context(self, request, *args, **kwargs):
        from blog.article import article_context

        return {**super().get_context(request, *args, **kwargs), **article_context(self, request)}


def _texts(body):
    """The words of a body, block by block, without markup."""
    for block in body:
        yield from (strip_tags(str(text)) for text in block.block.get_searchable_content(block.value))


class ArticleAuthor(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="article_authors")
    author = HideableForeignKey(
        "blog.Author", verbose_name=_("author"), null=True, on_delete=models.SET_NULL, related_name="articles"
    )


class ArticleProduct(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="product_picks")
    product = HideableForeignKey(
        "catalogue.Product", verbose_name=_("product"), null=True, on_delete=models.SET_NULL, related_name="picked_by"
    )


class RelatedArticle(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related_articles")
    article = HideableForeignKey(
        "blog.ArticlePage", verbose_name=_("article"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
