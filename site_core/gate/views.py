from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from site_core.models import Publishable
from site_core.models.publishing import missing_fields
from site_core.rights import may_edit

from . import findings


@require_GET
def findings_of(request: HttpRequest, app_label: str, model_name: str, pk: int) -> HttpResponse:
    """What the newest draft of an object must have, and advice, each linked to its field in the form."""
    draft = _editable(request.user, app_label, model_name, pk).get_latest_revision_as_object()
    found = findings.find(draft)
    lacks = [(name, text) for name, texts in missing_fields(draft).items() for text in texts]
    must_fix = [*((one.path, one.sentence) for one in found if one.must_fix), *lacks]
    advice = [(one.path, one.sentence) for one in found if not one.must_fix]
    context = {"must_fix": list(dict.fromkeys(must_fix)), "advice": list(dict.fromkeys(advice))}
    return render(request, "gate/findings.html", context)


def _editable(user, app_label, model_name, pk) -> models.Model:
    """The object, if this user may edit it. Raises Http404 if there is none, PermissionDenied if they may not."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as error:
        raise Http404 from error
    if not issubclass(model, Publishable):
        raise Http404
    obj = get_object_or_404(model._base_manager, pk=pk)
    if not may_edit(user, obj):
        raise PermissionDenied
    return obj
