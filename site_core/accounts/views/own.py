"""A person's own second factor: seen, set up, replaced, removed."""

from django.contrib import messages
from django.contrib.auth.views import RedirectURLMixin
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView
from wagtail.log_actions import log

from site_core.accounts import second_factor, sessions
from site_core.accounts.forms import OfferForm
from site_core.accounts.tasks import send_notice

from .pages import ConfirmedView, PersonView, let_in

OFFERED_KEY = "accounts.offered_key"


class Overview(PersonView, TemplateView):
    template_name = "accounts/overview.html"

    def get_context_data(self, **context):
        return super().get_context_data(
            codes_left=second_factor.recovery_codes_left(self.person),
            required=second_factor.is_required(self.person),
            **context,
        )


class SetUp(ConfirmedView, RedirectURLMixin, FormView):
    """Offers a secret of this session's own, so that nobody who was here before can know it."""

    template_name = "accounts/set_up.html"
    form_class = OfferForm
    next_page = "second_factor"

    @cached_property
    def offer(self):
        key = self.request.session.setdefault(OFFERED_KEY, second_factor.Offer.new_key())
        return second_factor.Offer(self.person, key)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "offer": self.offer}

    def get_context_data(self, **context):
        side, path = self.offer.squares
        return super().get_context_data(offer=self.offer, side=side, path=path, next=self.get_redirect_url(), **context)

    def form_valid(self, form):
        codes = self.offer.accept()
        del self.request.session[OFFERED_KEY]
        let_in(self.request, self.person, self.offer.device)
        self.request.half_known_user = None
        sessions.end_all(self.person, keep=self.request.session)
        log(self.person, "accounts.second_factor_set", user=self.person)
        send_notice.enqueue(self.person.pk, "second_factor_set")
        return show_codes(self, codes)


class RecoveryCodes(ConfirmedView, RedirectURLMixin, TemplateView):
    template_name = "accounts/renewal.html"
    next_page = "second_factor"

    def hinder(self, request):
        return super().hinder(request) or (None if self.app else redirect("second_factor"))

    def post(self, request):
        codes = second_factor.renew_recovery_codes(self.person)
        log(self.person, "accounts.recovery_codes_renewed", user=self.person)
        send_notice.enqueue(self.person.pk, "recovery_codes_renewed")
        return show_codes(self, codes)


def show_codes(view, codes):
    """Show recovery codes in the very answer that makes them, as they are kept nowhere."""
    context = view.get_context_data(codes=codes, onward=view.get_success_url())
    return view.response_class(view.request, "accounts/recovery_codes.html", context)


class Removal(ConfirmedView, TemplateView):
    template_name = "accounts/removal.html"

    def hinder(self, request):
        if second_factor.is_required(self.person):
            messages.error(request, _("You may publish, so you need a second step. You can move it to another phone."))
            return redirect("second_factor")
        return super().hinder(request) or (None if self.app else redirect("second_factor"))

    def post(self, request):
        second_factor.remove(self.person)
        sessions.end_all(self.person, keep=request.session)
        log(self.person, "accounts.second_factor_removed", user=self.person)
        send_notice.enqueue(self.person.pk, "second_factor_removed")
        messages.success(request, _("Your second step is off. Your password alone opens the door now."))
        return redirect("second_factor")
