"""Where those who work here share a draft, see who answered, and close what was said."""

from django.apps import apps
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from site_core.models import Publishable
from site_core.review import answers, links
from site_core.review.drafts import version_of
from site_core.review.forms import ShareForm
from site_core.review.models import GuestComment, ReviewLink


def address_of(obj) -> str:
    """Of the screen where this article or product is shared."""
    return reverse("review_share", args=[obj._meta.app_label, obj._meta.model_name, obj.pk])


def is_shareable(model) -> bool:
    """Pages, and what has drafts and a page of its own."""
    return issubclass(model, Publishable) and hasattr(model, "address") and hasattr(model, "get_preview_template")


class Share(WagtailAdminTemplateMixin, TemplateView):
    """Make a link to a draft, and see those there are."""

    template_name = "review/share.html"
    page_title = _("Share draft")
    header_icon = "link"
    _show_breadcrumbs = True

    def dispatch(self, request, app_label, model_name, object_id):
        try:
            model = apps.get_model(app_label, model_name)
        except LookupError:
            raise Http404 from None
        if not is_shareable(model):
            raise Http404
        self.object = get_object_or_404(model, pk=object_id)
        if not links.may_share(request.user, self.object):
            return permission_denied(request)
        return super().dispatch(request)

    def post(self, request):
        form = ShareForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        given = form.cleaned_data
        link, token = links.share(self.object, request.user, given["days"], given["pass_phrase"], given["guest_name"])
        # Shown by this answer and never again: only a hash of it is kept.
        address = request.build_absolute_uri(reverse("review", args=[token]))
        return self.render_to_response(self.get_context_data(made=link, address=address))

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        edit = AdminURLFinder(self.request.user).get_edit_url(self.object) or ""
        return [{"url": edit, "label": str(self.object)}, {"url": "", "label": self.page_title}]

    def get_context_data(self, **context):
        shared = ReviewLink.objects.to(self.object).select_related("created_by").prefetch_related("comments")
        found = {
            "form": ShareForm(),
            "shared": shared,
            "comments": [one for link in shared for one in link.comments.all()],
            "version": version_of(self.object.get_latest_revision()),
        }
        return super().get_context_data(**{**found, **context})


class Revoke(WagtailAdminTemplateMixin, TemplateView):
    """Close a link, asking first where somebody comes from the records."""

    template_name = "review/revoke.html"
    page_title = _("Withdraw the link?")
    header_icon = "link"

    def dispatch(self, request, link_id):
        self.link = get_object_or_404(ReviewLink, pk=link_id)
        if not links.may_revoke(request.user, self.link):
            return permission_denied(request)
        return super().dispatch(request)

    def post(self, request):
        links.revoke(self.link, request.user)
        messages.success(request, _("The link is withdrawn. Whoever opens it finds nothing there."))
        target = self.link.target
        return _back(request, address_of(target) if target else reverse("wagtailadmin_home"))

    def get_context_data(self, **context):
        back = reverse("records_review-links_modeladmin_index")
        return super().get_context_data(link=self.link, back=back, **context)


@require_POST
def resolve(request, comment_id):
    comment = get_object_or_404(GuestComment.objects.select_related("link"), pk=comment_id)
    target = comment.link.target
    if not (target and links.may_share(request.user, target)):
        return permission_denied(request)
    answers.resolve(comment, request.user)
    return _back(request, address_of(target))


def _back(request, otherwise):
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return redirect(wanted if is_ours else otherwise)
