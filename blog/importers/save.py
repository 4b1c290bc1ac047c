"""A Document as an article: made, or found and brought up to date, in one transaction."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Revision

from blog.models import ArticleIndexPage, ArticlePage, CategoryPage
from site_core.models import NotPublishable

from . import fields, history, match
from .document import Document, ImportProblem, Table


@dataclass(frozen=True)
class Outcome:
    """What became of a Document: `verb` is created, updated or unchanged; `published`, whether readers see it now."""

    page: ArticlePage
    verb: str
    published: bool
    remarks: tuple[str, ...] = ()


def page_for(document: Document, *, name: str, category: str = "") -> ArticlePage | None:
    """The page that `save` would update, None if it would make one. Writes nothing; raises what `save` would."""
    _index()
    if category:
        fields.category_called(category)
    found = match.find(document, match.key(name))
    return _draft_of(found) if found else None


@transaction.atomic
def save(document: Document, *, name: str, category: str = "", publish: bool = False) -> Outcome:
    """Writes the article, all of it or nothing.

    A page that somebody has edited since it was imported gets the file's text as a draft, and an import never
    publishes it: people compare and decide.

    Args:
        document: what was read.
        name: the file's name, by which a second run finds the page again.
        category: the slug of its main category, or the end of the category's path such as `calm/breathing`.
        publish: whether readers shall see it at once.

    Raises ImportProblem if there is no place for it, its page is locked, or it is not complete enough to publish.
    """
    index = _index(alone=True)
    chosen = fields.category_called(category) if category else None
    if found := match.find(document, match.key(name)):
        return _updated(_draft_of(found), document, name, chosen, publish)
    page = _new(document, index, name)
    remarks = _filled(page, document, chosen, publish)
    index.add_child(instance=page)
    history.record(page, page.save_revision(clean=False), name, edited=None)
    return _outcome(page, document, "created", remarks, publish)


def _updated(page: ArticlePage, document: Document, name: str, category: CategoryPage | None, publish: bool) -> Outcome:
    before = fields.state(page)
    edited = history.change_since_import(page)
    taken_down = page.first_published_at is not None and not page.live
    may_publish = publish and not edited and not taken_down
    remarks = _filled(page, document, category, may_publish)
    changed = fields.state(page) != before
    if changed:
        history.record(page, page.save_revision(clean=False), name, edited)
    if edited and (changed or publish):
        remarks += _edited(edited, publish)
    if taken_down and publish:
        remarks.append(
            _("Nothing was published: the page was taken off the site. Publish it in the editor to bring it back.")
        )
    return _outcome(page, document, "updated" if changed else "unchanged", remarks, may_publish)


def _outcome(page: ArticlePage, document: Document, verb: str, remarks: list[str], to_publish: bool) -> Outcome:
    if to_publish:
        _publish(page, document)
    return Outcome(page, verb, page.live and not page.has_unpublished_changes, tuple(remarks))


def _index(alone: bool = False) -> ArticleIndexPage:
    """The page articles stand under; `alone`: after other imports, whose pages this one may have to find."""
    pages = ArticleIndexPage.objects.order_by("pk")
    index = (pages.select_for_update() if alone else pages).first()
    if index is None:
        raise ImportProblem(_("there is no page for articles to stand under yet; make the index of articles first"))
    return index


def _draft_of(page: ArticlePage) -> ArticlePage:
    if page.get_lock():
        raise ImportProblem(_("the page “%(title)s” is locked; unlock it in the editor first") % {"title": page.title})
    return page.get_latest_revision_as_object()


def _new(document: Document, index: ArticleIndexPage, name: str) -> ArticlePage:
    slug = slugify(document.title, allow_unicode=True)[:200].strip("-") or "article"
    free = f"article-{slug}" if slug in index.reserved_slugs else slug
    return ArticlePage(live=False, slug=find_available_slug(index, free), import_key=match.key(name))


def _filled(page: ArticlePage, document: Document, category: CategoryPage | None, to_publish: bool) -> list[str]:
    remarks = fields.fill(page, document)
    if to_publish or not page.pk:
        fields.date(page, document)
    return remarks + (fields.categorise(page, category) if category or to_publish else [])


def _edited(revision: Revision, publish: bool) -> list[str]:
    who = str(revision.user) if revision.user else _("somebody")
    values = {"who": who, "when": f"{timezone.localtime(revision.created_at):%Y-%m-%d %H:%M}"}
    kept = _("It was edited by %(who)s on %(when)s, after its import; what they wrote is kept in the page's history.")
    advice = _("The file's text is a draft: compare the two in the editor, and publish there.")
    live = _("Nothing was published.")
    return [kept % values, advice, *([live] if publish else [])]


def _publish(page: ArticlePage, document: Document) -> None:
    if page.live and not page.has_unpublished_changes:
        return
    try:
        page.latest_revision.publish()
    except NotPublishable as error:
        tables = [block for block in document.blocks if isinstance(block, Table) and not block.caption]
        bare = [_("A table lacks a caption that says what it shows.")] if tables else []
        reasons = " ".join([*error.sentences, *bare])
        raise ImportProblem(_("it cannot be published: %(reasons)s") % {"reasons": reasons}) from error
    page.refresh_from_db()
