"""A Save that would replace what somebody else has saved since the form was opened. Wagtail asks its autosave alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

OVER, RESTORED = "save_over", "restored"
LEFT_OUT = {"csrfmiddlewaretoken", OVER}


def refuse_to_replace(request: HttpRequest, obj) -> HttpResponse | None:
    """Ask, with all that was sent kept in the answer, before the newest draft of `obj` gets a successor unseen."""
    newest = getattr(obj, "latest_revision", None)
    if request.method != "POST" or not request.accepts("text/html") or not newest or OVER in request.POST:
        return None
    if RESTORED in request.POST and newest.user_id == request.user.pk:
        return None  # the tab that was closed may have saved a part of it without hearing so
    if _seen(request) in (None, (str(newest.pk), newest.created_at.isoformat())):
        return None
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name not in LEFT_OUT]
    return render(request, "saving/conflict.html", {"object": obj, "newest": newest, "fields": fields}, status=409)


def _seen(request):
    """The draft that the form was made from; None if it does not say."""
    loaded = request.POST.get("loaded_revision_id")
    return (loaded, request.POST.get("loaded_revision_created_at", "")) if loaded else None
