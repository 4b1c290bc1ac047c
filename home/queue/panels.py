"""The queue on the admin's first page."""

from django.forms import Media
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component

from .people import InReview, MyDrafts, WaitingForMe
from .planned import Bundles, Scheduled
from .sections import Section
from .upkeep import BrokenLinks, DeadAddresses, DueForReview, StaleProducts

SECTIONS = [
    WaitingForMe, MyDrafts, InReview, Scheduled, Bundles, DueForReview, BrokenLinks, DeadAddresses, StaleProducts,
]  # fmt: skip


def sections_for(user) -> list[Section]:
    return [section for section in (kind(user) for kind in SECTIONS) if section.is_for_user()]


class QueuePanel(Component):
    """Sections with something in them first, as far as that goes; those without are one quiet line each."""

    name = "queue"
    template_name = "home/queue/panel.html"
    order = 200

    def __init__(self, user):
        self.user = user

    @cached_property
    def media(self):
        return Media(css={"all": ["css-admin/queue.css"]})

    def get_context_data(self, parent_context):
        sections = sections_for(self.user)
        return {
            "busy": [section for section in sections if section.first],
            "idle": [section for section in sections if not section.first],
            "plans": any(section.name == Scheduled.name for section in sections),
        }
