"""Work that nobody waits for: the renditions of pictures, and who may see what."""

from django.apps import apps
from django_tasks import task
from wagtail.images.models import Filter
from wagtail.models import Page

from site_core.media import states, usage
from site_core.media.files import BEFORE_DRAWING
from site_core.models import SiteImage


@task()
def make_renditions(image_id: int) -> None:
    """Make every rendition that pages may ask of this picture. A picture deleted meanwhile is nothing to do.

    The one that a page cannot do without comes first, and is in its place before the others are made.
    """
    image = SiteImage.objects.filter(pk=image_id).first()
    if not image:
        return
    try:
        for spec in missing_specs(image):
            image.create_rendition(Filter(spec))
            if spec == image.fallback_spec:
                states.settle(SiteImage, image_id)
    finally:
        states.settle(SiteImage, image_id)


def missing_specs(image: SiteImage) -> list[str]:
    """The filter specs still to make, in their order. What was made for another focal point is taken away."""
    specs, made = image.specs, set()
    for rendition in image.renditions.all():
        if rendition.filter_spec in specs:
            if rendition.focal_point_key == Filter(rendition.filter_spec).get_cache_key(image):
                made.add(rendition.filter_spec)
            else:
                rendition.delete()
    return [spec for spec in specs if spec not in made]


@task(priority=BEFORE_DRAWING)
def refresh_media(model: str, keys: list[int]) -> None:
    """Make these pictures (`site_core.siteimage`) or documents public or private, as their use asks for."""
    model = apps.get_model(model)
    states.refresh(model, keys)
    if model is SiteImage:
        for image in SiteImage.objects.public().filter(pk__in=keys):
            if image.fallback_spec not in image.made:
                make_renditions.using(priority=BEFORE_DRAWING).enqueue(image.pk)


@task(priority=BEFORE_DRAWING)
def refresh_media_below(page_id: int) -> None:
    """The same for all that the pages below this one use."""
    page = Page.objects.filter(pk=page_id).first()
    for model, keys in usage.used_below(page).items() if page else ():
        refresh_media.call(model._meta.label_lower, keys)
