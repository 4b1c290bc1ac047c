from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from site_core.limits import sees_the_whole_house
from site_core.models import User

from .drafts import besides, drafts_of, hand_over

BACKEND = "django.contrib.auth.backends.ModelBackend"
LEFT_BEHIND = "drafts_left_behind"  # in the session: whose drafts may stay without an owner


def may_hand_over(user) -> bool:
    """Only whoever looks after the logins and the whole site: it tells what others have in work."""
    return user.is_superuser or (user.has_perm("site_core.change_user") and sees_the_whole_house(user))


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return get_user_display_name(obj)


class HeirForm(forms.Form):
    heir = PersonField(User.objects.none(), label=_("Who goes on with them?"))

    def __init__(self, *args, leaver, **kwargs):
        super().__init__(*args, **kwargs)
        colleagues = User.objects.with_perm("wagtailadmin.access_admin", backend=BACKEND)
        self.fields["heir"].queryset = colleagues.exclude(pk=leaver.pk).order_by("first_name", "username")


class HandOverView(WagtailAdminTemplateMixin, FormView):
    """Gives the drafts of somebody who leaves to a colleague; asked before their login is deleted."""

    form_class = HeirForm
    template_name = "leaving/hand_over.html"
    page_title = _("Hand over drafts")
    header_icon = "user"
    _show_breadcrumbs = True

    def dispatch(self, request, pk):
        if not may_hand_over(request.user):
            raise PermissionDenied
        return super().dispatch(request, pk=pk)

    @cached_property
    def leaver(self):
        return get_object_or_404(User, pk=self.kwargs["pk"])

    @property
    def goes_on_to_delete(self):
        return "delete" in self.request.GET

    def post(self, request, pk):
        if "leave" in request.POST and self.goes_on_to_delete:
            request.session[LEFT_BEHIND] = self.leaver.pk
            return redirect("wagtailusers_users:delete", self.leaver.pk)
        return super().post(request, pk=pk)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "leaver": self.leaver}

    def form_valid(self, form):
        heir = form.cleaned_data["heir"]
        count = hand_over(self.leaver, heir, by=self.request.user)
        sentence = ngettext("%(count)s draft is now %(heir)s’s.", "%(count)s drafts are now %(heir)s’s.", count)
        messages.success(self.request, sentence % {"count": count, "heir": heir.get_full_name() or heir})
        name = "delete" if self.goes_on_to_delete else "edit"
        return redirect(f"wagtailusers_users:{name}", self.leaver.pk)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtailusers_users:index"), "label": gettext("Users")},
            {"url": reverse("wagtailusers_users:edit", args=[self.leaver.pk]), "label": str(self.leaver)},
            {"url": "", "label": gettext("Hand over drafts")},
        ]

    def get_context_data(self, **kwargs):
        drafts = drafts_of(self.leaver)
        return super().get_context_data(
            leaver=self.leaver,
            drafts=drafts[:50],
            count=drafts.count(),
            besides=", ".join(besides(self.leaver)),
            asks_before_deleting=self.goes_on_to_delete,
            **kwargs,
        )
