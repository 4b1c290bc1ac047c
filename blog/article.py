"""Everything around the text of an article: what it leads to, and the pictures of all of it."""

from django.db.models import Q

from catalogue.models import ProductCategoryPage
from catalogue.shelves import load_products, shelf_of
from site_core.models.images import load_renditions
from site_core.models.pages import Step
from site_core.navigation import Navigation, navigation_of
from site_core.pictures import pictures_of
from site_core.reading import Reading

from .cards import load_credits
from .listings import tag_node
from .models import ArticlePage, CategoryPage

POPULAR = 4


def article_context(article: ArticlePage, request) -> dict:
    navigation = navigation_of(request)
    category_menu = navigation.tree(CategoryPage)
    related, popular = _articles(article)
    categories = _categories([article, *related, *popular], category_menu)
    load_credits([article, *related, *popular])
    products, in_text = shelf_of(article)
    heroes = [card.hero for card in (article, *related, *popular)]
    portraits = [author.portrait for author in article.byline]
    banner = article.kicker.image if article.kicker else None
    goods = load_products([*products, *in_text])
    load_renditions([*heroes, *portraits, *goods, *pictures_of(article.body), banner])
    reading = Reading(article.body, article.sources)
    return {
        "reading": reading,
        "frame_hosts": reading.frame_hosts,
        "steps": _trail(article, categories, navigation),
        "products": products,
        "product_menu": navigation.tree(ProductCategoryPage),
        "popular": popular,
        "related": related,
        "category_menu": category_menu,
        "top_categories": _marked(navigation.tree(CategoryPage), categories, article),
        "banner": article.kicker,
        "age_notice": article.review_is_due,
        "tags": [tag_node(*tag) for tag in article.tag_names],
    }


def _articles(article):
    """An editor's related articles in their order, and the popular ones besides, in one query."""
    order = article.related_ids
    public = ArticlePage.objects.public().exclude(pk=article.pk)
    popular = public.popular_first().values("pk")[: POPULAR + len(order)]
    found = list(public.filter(Q(pk__in=order) | Q(pk__in=popular)).with_card_data().popular_first())
    related = sorted((card for card in found if card.pk in order), key=lambda card: order.index(card.pk))
    return related, [card for card in found if card.pk not in order][:POPULAR]


def _categories(articles, menu):
    """Public categories by id: the top level, the article's with all above it, those that cards name."""
    article = articles[0]
    path = article.category.path if article.category else ""
    above = [path[:end] for end in range(CategoryPage.steplen, len(path) + 1, CategoryPage.steplen)]
    ids = {card.category_id for card in articles} | {node.page_id for node in menu} | set(article.category_ids)
    wanted = CategoryPage.objects.public().filter(Q(pk__in=ids - {None}) | Q(path__in=above))
    found = {category.pk: category for category in wanted.select_related("image")}
    for card in articles:
        card.kicker = found.get(card.category_id)
    return found


def _trail(article, categories, navigation: Navigation):
    """Articles, then the way down to the main category. The article itself is the title below."""
    steps = []
    if article.kicker:
        above = [c for c in categories.values() if article.kicker.path.startswith(c.path)]
        steps = [Step(c.title, c.address) for c in sorted(above, key=lambda c: c.depth)]
    parent = navigation.parent_of(article)
    return [Step(parent.title, parent.get_url()), *steps] if parent else steps


def _marked(menu, categories, article):
    """The top level of the menu with its colours, those that the article is listed under marked as current."""
    own = {categories[pk].path for pk in {article.category_id, *article.category_ids} if pk in categories}
    for node in menu:
        category = categories.get(node.page_id)
        node.tint = category.tint if category else ""
        node.current = bool(category) and any(path.startswith(category.path) for path in own)
    return menu
