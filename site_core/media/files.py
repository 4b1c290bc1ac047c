"""Files of renditions that no row names any more, and rows whose file is gone."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from site_core.models import SiteRendition
from site_core.models.images import PUBLIC_FOLDER

IN_THE_MAKING = timedelta(hours=1)  # a file lies there before the row that names it is written
BEFORE_DRAWING = 50  # priority of what must not wait until twenty renditions are drawn


@task(priority=BEFORE_DRAWING)
def delete_left_over(names: list[str]) -> None:
    """Delete those of these files that no row names."""
    storage = _storage()
    for name in _left_over(names):
        storage.delete(name)


def sweep() -> Iterator[str]:
    """Delete the files in public folders that no row names, and folders left empty; give the names of the files."""
    storage, before = _storage(), timezone.now() - IN_THE_MAKING
    for folder in _listed(storage, PUBLIC_FOLDER)[0]:
        path = f"{PUBLIC_FOLDER}/{folder}"
        names = [f"{path}/{name}" for name in _listed(storage, path)[1]]
        old = [name for name in _left_over(names) if storage.get_modified_time(name) < before]
        delete_left_over.call(old)
        yield from old
        if len(old) == len(names):
            storage.delete(path)


def forget_lost() -> Iterator[str]:
    """Delete the rows of renditions whose file is gone; give the names of the files."""
    storage = _storage()
    for rendition in SiteRendition.objects.select_related("image").iterator():
        if not storage.exists(rendition.file.name):
            yield rendition.file.name
            rendition.delete()


def _left_over(names):
    kept = set(SiteRendition.objects.filter(file__in=names).values_list("file", flat=True))
    return [name for name in names if name not in kept]


def _listed(storage, path):
    try:
        return storage.listdir(path)
    except FileNotFoundError:
        return [], []


def _storage():
    return SiteRendition._meta.get_field("file").storage
