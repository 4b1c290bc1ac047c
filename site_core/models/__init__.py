from .branding import BrandSettings
from .categories import Categorised, CategoryBase, Hue
from .documents import SiteDocument
from .forms import PublishableForm, PublishablePageForm
from .images import SiteImage, SiteRendition
from .keys import HideableForeignKey
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
    "HideableForeignKey",
    "Hue",
    "Menu",
    "NotPublishable",
    "PublicPageQuerySet",
    "PublicQuerySet",
    "Publishable",
    "PublishableForm",
    "PublishablePageForm",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "User",
]
