from .branding import BrandSettings
from .categories import Categorised, CategoryBase, Hue
from .images import SiteImage, SiteRendition
from .menus import Menu
from .pages import BasePage
from .publishing import FreeSlug, NotPublishable, Publishable
from .querysets import PublicPageQuerySet, PublicQuerySet
from .users import User

__all__ = [
    "BasePage",
    "BrandSettings",
    "Categorised",
    "CategoryBase",
    "FreeSlug",
    "Hue",
    "Menu",
    "NotPublishable",
    "PublicPageQuerySet",
    "PublicQuerySet",
    "Publishable",
    "SiteImage",
    "SiteRendition",
    "User",
]
