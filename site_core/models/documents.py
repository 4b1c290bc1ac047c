from secrets import token_urlsafe

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document, DocumentQuerySet

from .media import MediaQuerySet, PrivateMedia

LONGEST_NAME = 60  # characters of at most four bytes, where file systems end at 255 bytes


def get_upload_to(instance: "SiteDocument", filename: str) -> str:
    """A folder that nobody can guess; the name in it is the one that a reader saves the document under."""
    stem, dot, extension = filename.rpartition(".")
    return f"documents/{token_urlsafe(16)}/{(stem or 'document')[:LONGEST_NAME]}{dot}{extension[:10]}"


class SiteDocumentQuerySet(MediaQuerySet, DocumentQuerySet):
    pass


class SiteDocument(PrivateMedia, AbstractDocument):
    file = models.FileField(_("file"), upload_to=get_upload_to, max_length=255)

    objects = SiteDocumentQuerySet.as_manager()

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Can choose document")]
