"""Parts of the editors' forms that pages and products share."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TitleFieldPanel,
)

TAGS = _("Words that readers may follow. Each ends with a comma or Enter.")
FOLDED = "collapsed"
TITLE, SEARCH = 60, 155  # characters that search engines show


def also_listed() -> FieldPanel:
    """Categories to tick. They are many, so the section is folded."""
    help_text = _("Tick other categories whose lists show it too.")
    return FieldPanel(
        "categories",
        required_on_save=False,
        widget=CheckboxSelectMultiple,
        help_text=help_text,
        classname=FOLDED,
    )


def counted(limit: int) -> dict:
    """Attributes of a panel whose field says how many characters it has. The limit is advice."""
    return {
        "data-count-to": limit,
        "data-count-words": _("{count} of about {limit} characters"),
        "data-count-over": _("{count} characters; search engines and cards show about {limit}"),
    }


class SearchPreviewPanel(HelpPanel):
    """How the page looks in a list of search results and on a card, kept as one types.

    Each of title, text and picture follows the first of these fields that has something in it.
    """

    def __init__(self, title="seo_title title", text="search_description", picture="social_image", **kwargs):
        super().__init__(**{"template": "site_core/panels/search_preview.html", **kwargs})
        self.followed = {"title": title, "text": text, "picture": picture}

    def clone_kwargs(self):
        return {**super().clone_kwargs(), **self.followed}

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context=None):
            return {
                **super().get_context_data(parent_context),
                **self.panel.followed,
                "share": {"address": getattr(self.instance, "address", "")},
                "limits": {"title": TITLE, "text": SEARCH},
            }


SEARCH_FIELDS = [
    FieldPanel(
        "seo_title",
        heading=_("Title in search results"),
        help_text=_("Leave empty to use the page's title."),
        attrs=counted(TITLE),
    ),
    FieldPanel(
        "search_description",
        heading=_("Description in search results"),
        help_text=_("One or two sentences. Leave empty to use the standfirst or the introduction."),
        attrs=counted(SEARCH),
    ),
    FieldPanel("social_image"),
    FieldPanel(
        "slug",
        required_on_save=False,
        heading=_("Web address"),
        help_text=_("The last part of the page's address on the web. It is made from the title."),
    ),
    FieldPanel(
        "show_in_menus",
        heading=_("Show in menus"),
        help_text=_("Menus that list a whole branch of pages by themselves name this one too."),
    ),
]


def search_section(text: str = "", picture: str = "") -> MultiFieldPanel:
    """Search and sharing. `text` and `picture` name the fields that stand in for an empty one."""
    preview = SearchPreviewPanel(text=f"search_description {text}", picture=f"social_image {picture}")
    return MultiFieldPanel([preview, *SEARCH_FIELDS], _("Search and sharing"))


def title_panel() -> TitleFieldPanel:
    return TitleFieldPanel("title", placeholder=_("Title"), attrs=counted(TITLE))


class OnePage(ObjectList):
    """A form without tabs. Wagtail's comments ask for the element that holds tabs."""

    class BoundPanel(ObjectList.BoundPanel):
        template_name = "site_core/panels/one_page.html"


def page_form(write: list[Panel], text: str = "", picture: str = "", planning: tuple[Panel, ...] = ()) -> ObjectList:
    """The form of a page in the order of thinking: what it says first, then how it is found, then when."""
    return OnePage([*write, search_section(text, picture), *planning, PublishingPanel(), CommentPanel()])
