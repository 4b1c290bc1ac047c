"""The guided first article: what to do next, ticked off from what is there, until somebody has published once."""

import json

from django.db.models import CharField, Exists, F, OuterRef
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import WorkflowState

from blog.models import ArticlePage

DISMISSIBLE = "first-article"
LAST_WORKED_ON = F("latest_revision_created_at").desc(nulls_last=True)


def _has_text(draft):
    stream = json.loads(draft.get("body") or "[]")
    return any(block["type"] == "section" and strip_tags(block["value"]).strip() for block in stream)


# What to do, chapter of the handbook that says how, and whether it is done, asked of the newest draft as it is stored.
STEPS = (
    (_("Begin an article and give it a title"), "write-an-article", lambda draft: draft.get("title")),
    (_("Say in a sentence or two what it is about"), "write-an-article", lambda draft: draft.get("standfirst")),
    (_("Write the text"), "write-an-article", _has_text),
    (_("Add the main picture"), "pictures-in-an-article", lambda draft: draft.get("hero")),
    (_("Choose its category"), "write-an-article", lambda draft: draft.get("category")),
    (_("Send it to a colleague, or publish it"), "publish", lambda draft: draft.get("submitted")),
)


class FirstSteps(Component):
    """Gone once this person's first article is public, or when they close it."""

    order = 60
    template_name = "blog/desk/first_steps.html"

    def __init__(self, user):
        self.user = user

    @property
    def is_wanted(self) -> bool:
        profile = getattr(self.user, "wagtail_userprofile", None)
        if profile and profile.dismissibles.get(DISMISSIBLE):
            return False
        return not (self.newest and self.newest.has_published)

    @cached_property
    def newest(self) -> ArticlePage | None:
        """The article this person has worked on last; `has_published` speaks of all of theirs."""
        own = ArticlePage.objects.filter(owner=self.user)
        published = Exists(own.filter(first_published_at__isnull=False))
        asked = WorkflowState.objects.active().filter(
            base_content_type__model="page", object_id=Cast(OuterRef("pk"), CharField())
        )
        newest = own.annotate(has_published=published, is_submitted=Exists(asked))
        return newest.select_related("latest_revision").order_by(LAST_WORKED_ON).first()

    def get_context_data(self, parent_context):
        page, draft = self.newest, {}
        if page:
            stored = page.latest_revision.content if page.latest_revision else page.serializable_data()
            draft = {**stored, "submitted": page.is_submitted}
        steps = [
            {"what": what, "how": f"{reverse('handbook')}#{chapter}", "done": bool(is_done(draft))}
            for what, chapter, is_done in STEPS
        ]
        begun = reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else ""
        return {"steps": steps, "begun": begun, "draft": draft, "dismissible": DISMISSIBLE}
