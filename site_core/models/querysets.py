"""What the public may see. Public code reads through `.public()` and through nothing else."""

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Concat, Now
from wagtail.query import PageQuerySet
from wagtail.search.queryset import SearchableQuerySetMixin

IS_LIVE = Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=Now()))


class LikeAny(Func):
    """`path LIKE ANY (array)`: is this page inside one of these branches?"""

    template = "(%(expressions)s))"
    arg_joiner = " LIKE ANY ("
    output_field = models.BooleanField()

    def __init__(self, path: str, branches: models.Expression):
        super().__init__(F(path), branches)


def hidden_branches() -> ArraySubquery:
    """Path patterns of all branches that hide what is below them: unpublished, expired or private.

    Only pages with children are read, and the database evaluates the list once per statement,
    however many rows it filters.
    """
    page = apps.get_model("wagtailcore", "Page")
    restricted = apps.get_model("wagtailcore", "PageViewRestriction").objects.values("page_id")
    hides = (Q(numchild__gt=0) & ~IS_LIVE) | Q(pk__in=restricted)
    branches = page.objects.filter(hides, depth__gt=1).order_by().annotate(branch=Concat("path", Value("%")))
    return ArraySubquery(branches.values("branch"))


class Matching:
    def matching(self, words: str):
        """Rows of this queryset that hold all these words, as search results, the best first.

        The search backend knows plain filters only, so what this queryset has sifted comes as a subquery.
        """
        return self.model._default_manager.filter(pk__in=self.order_by().values("pk")).with_card_data().search(words)


class PublicPageQuerySet(Matching, PageQuerySet):
    def public(self):
        """Live, not expired by the database's clock, not private, and no ancestor hidden."""
        return self.filter(IS_LIVE).filter(~LikeAny("path", hidden_branches()))


class PublicQuerySet(Matching, SearchableQuerySetMixin, models.QuerySet):
    def public(self):
        """Live and not expired by the database's clock."""
        return self.filter(IS_LIVE)
