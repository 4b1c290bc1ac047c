"""The fields of an article that an import fills, from what a Document says."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from blog.models import ArticleAuthor, ArticlePage, Author, CategoryPage

from . import stream
from .document import Document, ImportProblem

UNCATEGORISED = "uncategorised"


def state(page: ArticlePage) -> tuple:
    """What an import may change, in a form that can be compared."""
    tags = sorted(tag.name for tag in page.tags.all())
    authors = [credit.author_id for credit in page.article_authors.all()]
    texts = (page.title, page.standfirst, page.body.get_prep_value(), page.sources.get_prep_value())
    return page.pk, page.category_id, page.published_on, tags, authors, *texts


def fill(page: ArticlePage, document: Document) -> list[str]:
    """Puts on the page what the file says, leaves what it does not say, and returns remarks about it."""
    page.title, page.standfirst = document.title, document.standfirst
    page.body = page.body.stream_block.to_python(stream.body(document, page.import_key))
    if document.notes:
        page.sources = page.sources.stream_block.to_python(stream.sources(document, page.import_key))
    if document.tags and not page.tags.all():
        page.tags.add(*document.tags)
    return [] if page.article_authors.all() else _credit(page, document.authors)


def _credit(page: ArticlePage, names: tuple[str, ...]) -> list[str]:
    remarks = []
    for name in names:
        author = Author.objects.filter(Q(name__iexact=name) | Q(slug__iexact=name)).order_by("pk").first()
        if author:
            page.article_authors.add(ArticleAuthor(author=author))
        else:
            remarks.append(_("No author is called “%(name)s”: choose one in the editor.") % {"name": name})
    return remarks


def category_called(slug: str) -> CategoryPage:
    """The category with this slug, or with this end of its path such as `calm/breathing`.

    Raises ImportProblem if there is none, or more than one.
    """
    found = CategoryPage.objects.filter(url_path__endswith=f"/{slug.strip('/')}/").order_by("path")[:5]
    if not found:
        raise ImportProblem(_("there is no category called “%(slug)s”") % {"slug": slug})
    if len(found) > 1:
        paths = ", ".join("/".join(page.url_path.strip("/").split("/")[-2:]) for page in found)
        raise ImportProblem(_("several categories are called “%(slug)s”: %(paths)s") % {"slug": slug, "paths": paths})
    return found[0]


def categorise(page: ArticlePage, category: CategoryPage | None) -> list[str]:
    """Gives the page its main category; one that has none and is given none goes under “uncategorised”.

    Raises ImportProblem if there is no such category.
    """
    if category is None and page.category:
        return []
    page.category = category or CategoryPage.objects.filter(slug=UNCATEGORISED).order_by("path").first()
    if page.category is None:
        raise ImportProblem(_("an article needs a category to be published; name one with --category"))
    if category is None:
        return [_("No category was given: it stands under “%(title)s”.") % {"title": page.category.title}]
    unseen = _("Its category “%(title)s” is not published itself.") % {"title": category.title}
    return [] if category.live else [unseen]


def date(page: ArticlePage, document: Document) -> None:
    """A page's first publication happens on the day the file names, or today."""
    if not page.first_published_at:
        page.published_on = document.date or timezone.localdate()
