"""What people without an account see under `/review/<token>/`."""

import mimetypes
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from site_core.accounts.throttle import TooManyTries, trial
from site_core.door import as_staff
from site_core.review import answers, drafts, links, visit
from site_core.review.forms import COMMENT, AnswerForm, PassPhraseForm
from site_core.review.models import Answer, GuestComment, ReviewLink
from site_core.review.targets import targets_of


@dataclass
class Review:
    """What the bar above a draft and the answer below it show; templates find it at `request.review`.

    `is_older`: the answer there is was given to an older version.
    """

    link: ReviewLink
    comments: list[GuestComment]
    form: AnswerForm
    is_older: bool


# The address itself is the secret, which no other site can name, and the cookie alone opens nothing. With `no-referrer`
# browsers send no Origin that could be compared.
@method_decorator(csrf_exempt, name="dispatch")
class Guest(View):
    """A draft, and the guest's answer to it."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request, token):
        self.link = _found(token)
        try:
            if not visit.may_read(request, self.link):
                return _ask_for_phrase(request, self.link)
            return super().dispatch(request, token)
        except TooManyTries as closed:
            response = render(request, "review/too_many_tries.html", {"minutes": closed.minutes}, status=429)
            response["Retry-After"] = str(closed.seconds)
            return response

    def get(self, request, token):
        draft = self._draft()
        with as_staff():
            ReviewLink.objects.filter(pk=self.link.pk).update(last_opened_at=timezone.now())
        return self._show(draft, self._form(draft))

    def post(self, request, token):
        draft = self._draft()
        form = self._form(draft, request.POST)
        if not form.is_valid():
            return self._show(draft, form, status=400)
        with as_staff():
            visit.ANSWERS.of(self.link.pk).take()
            said = self._take(draft, form)
        response = redirect(f"{request.path}#answer")
        visit.remember(request, response, self.link, name=said.guest)
        return response

    def _draft(self):
        with as_staff():
            draft = drafts.newest(self.link.target)
            drafts.lend(draft, self.request.path)
        return draft

    def _form(self, draft, data=None):
        name = visit.read(self.request, self.link).get("name") or self.link.guest_name
        initial = {"guest_name": name, "version": draft.version}
        return AnswerForm(data, initial=initial, targets=targets_of(draft.obj), version=draft.version)

    def _take(self, draft, form):
        given = form.cleaned_data
        about = dict(form.fields["contentpath"].choices)[given["contentpath"]]
        said = answers.Said(given["guest_name"], given["text"], given["contentpath"], about)
        if given["what"] == COMMENT:
            answers.comment(self.link, said)
        elif given["what"] == Answer.APPROVED:
            answers.approve(self.link, draft, said)
        else:
            answers.ask_for_changes(self.link, draft, said)
        return said

    def _show(self, draft, form, status=200):
        """The page as readers would see it, were this draft published, by the role of readers."""
        with as_staff():
            comments = list(self.link.comments.all())
        is_older = bool(self.link.answer) and self.link.answered_version != draft.version
        self.request.review = Review(self.link, comments, form, is_older)
        mode = draft.obj.default_preview_mode
        template = draft.obj.get_preview_template(self.request, mode)
        return TemplateResponse(
            self.request, template, draft.obj.get_preview_context(self.request, mode), status=status
        )


@require_safe
def media(request, token, name):
    """A picture or sound that the newest draft uses, for those who may read it."""
    link = _found(token)
    # The cookie of a visit is read here too: it is sent to all addresses below the link's own.
    if not visit.may_read(request, link):
        raise Http404
    with as_staff():
        file = drafts.file_of(drafts.newest(link.target), name)
        if not file:
            raise Http404
        try:
            return FileResponse(file.open("rb"), content_type=mimetypes.guess_type(name)[0])
        except FileNotFoundError:
            raise Http404 from None


def _found(token):
    with as_staff():
        link = links.find(token)
    if not link:
        raise Http404
    return link


def _ask_for_phrase(request, link):
    form = PassPhraseForm(request.POST if "pass_phrase" in request.POST else None, label_suffix="")
    with as_staff():
        if form.is_valid() and _is_right(request, link, form):
            response = redirect(reverse("review", args=[request.resolver_match.kwargs["token"]]))
            visit.remember_phrase(request, response, link)
            return response
    return render(request, "review/pass_phrase.html", {"form": form}, status=400 if form.is_bound else 200)


def _is_right(request, link, form):
    try:
        with trial(*visit.limits(request, link)):
            if not link.opens_with(form.cleaned_data["pass_phrase"]):
                raise ValidationError(gettext("That is not the pass phrase of this link."))
    except ValidationError as error:
        form.add_error("pass_phrase", error)
        return False
    return True
