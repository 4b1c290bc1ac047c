"""Work that nobody waits for: the renditions of a picture, made by the worker when it is uploaded."""

from django_tasks import task

from site_core.models import SiteImage
from site_core.models.images import SHARE_SPEC


@task()
def make_renditions(image_id: int) -> None:
    """Make every rendition that pages may ask of this picture. A picture deleted meanwhile is nothing to do."""
    image = SiteImage.objects.filter(pk=image_id).first()
    if image:
        image.get_renditions(*image.ladder, SHARE_SPEC)
