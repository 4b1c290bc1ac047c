"""The author a login writes as.

A writer's first article presets an author with the writer's name, which stays a draft: nobody's page becomes public by
their logging in. It becomes public with the first article that names it, since a byline shows public authors only. An
author who was taken down by hand stays down.
"""

from contextlib import suppress

from django.dispatch import receiver
from wagtail.signals import init_new_page, page_published

from blog.models import ArticleAuthor, ArticlePage, Author
from site_core.models import NotPublishable


def author_of(user) -> Author:
    """The author linked with this login, made from its name at the first call."""
    author, _created = Author.objects.get_or_create(
        user=user, defaults={"name": user.get_full_name() or user.get_username(), "live": False}
    )
    return author


@receiver(init_new_page)
def sign_new_article(page, **kwargs):
    """The form opens with the byline of the person who is logged in."""
    if isinstance(page, ArticlePage) and page.owner:
        page.article_authors.add(ArticleAuthor(author=author_of(page.owner)))


@receiver(page_published, sender=ArticlePage)
def introduce_authors(instance, **kwargs):
    """Publish the authors of a published article who have never been published."""
    for credit in instance.article_authors.select_related("author"):
        author = credit.author
        if author and author.user_id and not author.live and not author.first_published_at:
            with suppress(
                NotPublishable
            ):  # then the article is out without that name; their own form says what is missing
                (author.get_latest_revision() or author.save_revision()).publish()
