"""Pages about what is no page in the tree: authors and tags."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from taggit.models import Tag

from .listings import author_context, authors_context, tag_context, tags_context
from .models import ArticlePage, Author


@require_safe
def authors(request):
    return render(request, "blog/authors.html", authors_context(request))


@require_safe
def author(request, slug):
    author = get_object_or_404(Author.objects.public().select_related("portrait"), slug=slug)
    return render(request, "blog/author.html", author_context(author, request))


@require_safe
def tags(request):
    return render(request, "blog/tags.html", tags_context(request))


@require_safe
def tag(request, slug):
    """A tag that only hidden articles carry is as unknown as one that nobody has used."""
    used = ArticlePage.tags.through.objects.filter(content_object__in=ArticlePage.objects.public())
    tag = get_object_or_404(Tag.objects.filter(pk__in=used.values("tag")), slug=slug)
    return render(request, "blog/tag.html", tag_context(tag, request))
