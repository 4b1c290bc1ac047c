from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import Panel

from .models import State
from .publishing import standings


class StandingPanel(Panel):
    """How the bundle and each of its members stand, as they were last saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "bundles/standing.html"

        def is_shown(self):
            return bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            bundle, user = self.instance, self.request.user
            finder = AdminURLFinder(user)
            open_ = bundle.state != State.PUBLISHED
            as_whom = bundle.planned_by if bundle.state == State.PLANNED else user
            found = standings(bundle, as_whom) if open_ else []
            members = [(standing, finder.get_edit_url(standing.draft)) for standing in found]
            return {**super().get_context_data(parent_context), "bundle": bundle, "members": members}
