"""The whole list of a section."""

from django.views.generic import TemplateView
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from site_core.pagination import page_number

SIZE = 50
LAST_PAGE = 1000


class SectionView(WagtailAdminTemplateMixin, TemplateView):
    """`section_class` says what; for whom it can have nothing, the address is refused."""

    section_class = None
    header_icon = "tasks"
    template_name = "home/queue/section.html"

    def dispatch(self, request, *args, **kwargs):
        self.section = self.section_class(request.user)
        if not self.section.is_for_user():
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return self.section.heading

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.section.heading}]

    def get_context_data(self, **kwargs):
        number = page_number(self.request.GET.get("page", "1"), LAST_PAGE)
        rows = self.section.read((number - 1) * SIZE, SIZE)
        return super().get_context_data(
            section=self.section,
            rows=rows,
            earlier=number - 1,
            later=number + 1 if self.section.total > number * SIZE else 0,
            **kwargs,
        )
