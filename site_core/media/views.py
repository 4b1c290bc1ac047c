"""The addresses of pictures and documents. Whether one may see them is asked before all else, conditions included."""

import posixpath
import re

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import etag, require_safe
from django.views.static import serve

from site_core.models import SiteDocument, SiteRendition
from site_core.models.images import ORIGINALS, PRIVATE_FOLDER, PUBLIC_FOLDER
from site_core.private import for_colleagues

PUBLIC_NAME = re.compile(rf"{PUBLIC_FOLDER}/([0-9a-f]{{32}})/[0-9a-z_]+\.[a-z]+")
# Pictures of whoever works here, and what the admin itself shows. Documents have an address of their own.
FOR_COLLEAGUES = (f"{PUBLIC_FOLDER}/", f"{PRIVATE_FOLDER}/", f"{ORIGINALS}/", "avatar_images/")
# An address shows the same picture as long as it lives. Browsers may keep it; what many share asks again, for it may
# have died.
KEEP = "public, max-age=31536000, s-maxage=60, immutable"


@require_safe
def media(request, path):
    """A rendition of a public picture, for everybody; all other files of pictures for those who use the admin."""
    if _is_public(path):
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
        response["Cache-Control"] = KEEP
        return response
    if posixpath.normpath(path) != path or not path.startswith(FOR_COLLEAGUES):
        raise Http404
    with for_colleagues(request):
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    patch_cache_control(response, private=True, no_store=True)
    return response


def _is_public(path):
    """Whether a row says so: a file may lie there for a moment longer than that."""
    name = PUBLIC_NAME.fullmatch(path)
    return bool(name) and SiteRendition.objects.public().filter(image__public_token=name[1], file=path).exists()


@require_safe
def document(request, document_id, document_filename):
    """A public document, for everybody; any other for those who use the admin. Always offered to be saved."""
    found = SiteDocument.objects.public().filter(pk=document_id).first()
    if found:
        return _send(request, found, document_filename)
    with for_colleagues(request):
        response = _send(request, get_object_or_404(SiteDocument, pk=document_id), document_filename)
    patch_cache_control(response, private=True, no_store=True)
    return response


def _send(request, found, filename):
    # Not by Wagtail's view: it reads collections' passwords, which visitors have no right to.
    if found.filename != filename:
        raise Http404

    @etag(lambda request: f'"{found.file_hash}"' if found.file_hash else None)
    def send(request):
        try:
            file = found.file.open("rb")
        except FileNotFoundError:
            raise Http404 from None
        return FileResponse(file, as_attachment=True, filename=found.filename, content_type=found.content_type)

    return send(request)
