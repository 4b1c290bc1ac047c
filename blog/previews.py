"""What an editor sees of an article before it is saved: its page, its card among others, and how others show it."""

import re

from django.utils.text import slugify

from site_core import sharing
from site_core.models.images import SHARE_SPEC, load_renditions
from site_core.models.pages import Share
from site_core.navigation import navigation_of

from .cards import load_cards
from .models import ArticlePage

NEIGHBOURS = 4
MADE_UP = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # Wagtail's slug for a page that has none yet


def preview_context(article: ArticlePage, request, mode: str) -> dict:
    """The context of the preview `mode`. Besides the article there is nothing in it that is not public."""
    article.count_words()
    about = {"page": article, "request": request}
    if mode == "card":
        return about | _in_a_list(article)
    if mode == "share":
        _put_at_its_address(article)
        return about | _shared(article.share, navigation_of(request).brand)
    return article.get_context(request)


def _put_at_its_address(article):
    """The one that its slug will give it when it is saved, or else its title."""
    if MADE_UP.fullmatch(article.slug):
        article.slug = slugify(article.title)
    article.set_url_path(article.get_parent())


def _in_a_list(article):
    """The newest articles with this one second among them."""
    others = ArticlePage.objects.public().exclude(pk=article.pk)
    neighbours = list(others.with_card_data().latest_first()[:NEIGHBOURS])
    load_renditions(load_cards([article, *neighbours]))
    return {"articles": [*neighbours[:1], article, *neighbours[1:]]}


def _shared(share: Share, brand):
    return {
        "share": share,
        "picture": share.image and share.image.get_rendition(SHARE_SPEC),
        "result": sharing.search_result(share, brand.name),
        "card": sharing.social_card(share),
        "steps": sharing.steps_of(share.url),
        "brand": brand,
    }
