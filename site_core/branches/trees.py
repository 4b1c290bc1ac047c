"""The trees of categories as an editor sees them: each with its root, branch by branch."""

from dataclasses import dataclass

from django.apps import apps
from wagtail.models import Page
from wagtail.permissions import policy_registry

from site_core.models import Categorised, CategoryBase


@dataclass(frozen=True)
class Tree:
    """`root` is the page that the categories stand under, `branches` all beneath it in order."""

    name: str
    root: Page
    branches: list[Page]

    @property
    def rows(self):
        """Each branch with how far in it stands."""
        return [(page, page.depth - self.root.depth - 1) for page in self.branches]


def category_models() -> list[type[CategoryBase]]:
    return [model for model in apps.get_models() if issubclass(model, CategoryBase)]


def trees_for(user) -> list[Tree]:
    """The trees of the whole site, without what this user may not look into."""
    theirs = policy_registry.get_by_type(Page).explorable_instances(user).values("pk")
    trees = []
    for model in category_models():
        tops = [parent for parent in model.allowed_parent_page_models() if not issubclass(parent, CategoryBase)]
        for root in Page.objects.type(*tops):
            branches = model.objects.descendant_of(root).filter(pk__in=theirs).order_by("path")
            if branches:
                trees.append(Tree(str(model._meta.verbose_name_plural), root, list(branches)))
    return trees


def listed_in(category: CategoryBase) -> list[tuple[str, int]]:
    """What is listed under this category or beneath it: names of the kinds, and how many, none left out for drafts."""
    found = []
    for model in apps.get_models():
        if issubclass(model, Categorised) and model._meta.get_field("categories").related_model is type(category):
            rows = model._base_manager.filter(categories__path__startswith=category.path)
            if count := rows.values("pk").distinct().count():
                names = model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural
                found.append((str(names), count))
    return found
