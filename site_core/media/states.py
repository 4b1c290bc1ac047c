"""Brings pictures and documents into the state that their use asks for, and their files to where they belong.

The row's token decides, and is written under a lock; files follow it. A file is copied before the row names the copy,
and the old one is deleted by a task of the same transaction: a process killed at any statement leaves either the old
address or the new one, and what is left over no row names, so `/media/` does not serve it.
"""

from collections.abc import Iterable
from secrets import token_hex

from django.db import models, transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from site_core.models import SiteImage, SiteRendition
from site_core.models.images import PUBLIC_FOLDER

from .files import delete_left_over
from .usage import used_in_public

AT_ONCE = 500  # rows
PUBLIC, PRIVATE, MOVED = "is public now", "is private now", "had files in the wrong place"
ANOTHER_END = "is public until another time now"


def refresh(model: type[models.Model], keys: Iterable[int]) -> dict[int, str]:
    """Put right each of these that is not in the state or place it should be in; tell by key what was done."""
    keys = sorted(set(keys))
    done = {}
    for start in range(0, len(keys), AT_ONCE):
        for key in _wrong(model, keys[start : start + AT_ONCE]):
            done[key] = settle(model, key)
    return {key: what for key, what in done.items() if what}


def _wrong(model, keys):
    """Which of these seem to need something: a few queries, however many there are."""
    public = used_in_public(model, keys)
    rows = model.objects.filter(pk__in=keys).values_list("pk", "public_token", "public_until")
    found = {key for key, token, until in rows if (key in public, public.get(key)) != (bool(token), until)}
    return sorted(found | _misplaced(keys)) if model is SiteImage else sorted(found)


def _misplaced(keys):
    """Pictures with a rendition in a public folder that is not theirs, or in a private one though it has a reader."""
    own = Concat(Value(f"{PUBLIC_FOLDER}/"), F("image__public_token"), Value("/"))
    in_own = Q(file__startswith=own) & ~Q(image__public_token="")
    for_readers = Q(filter_spec__contains="|format-") & ~Q(image__public_token="")
    astray = ~in_own & (for_readers | Q(file__startswith=f"{PUBLIC_FOLDER}/"))
    return set(SiteRendition.objects.filter(astray, image__in=keys).values_list("image", flat=True))


@transaction.atomic
def settle(model: type[models.Model], key: int) -> str:
    """Bring one picture or document into its state; say what was done, "" if there was nothing to do."""
    item = model.objects.select_for_update(no_key=True).filter(pk=key).first()
    if item is None:
        return ""
    done = ""
    public = used_in_public(model, [key])
    if (used := key in public) != item.is_public:
        item.public_token = token_hex(16) if used else ""
        done = PUBLIC if used else PRIVATE
    elif public.get(key) != item.public_until:
        done = ANOTHER_END
    if done:
        model.objects.filter(pk=key).update(public_token=item.public_token, public_until=public.get(key))
    moved = isinstance(item, SiteImage) and _place_files(item)
    return done or (MOVED if moved else "")


def _place_files(image):
    astray = [rendition for rendition in image.renditions.all() if not rendition.is_in_place]
    old = [rendition.file.name for rendition in astray]
    for rendition in astray:
        _place(rendition)
    if old:
        delete_left_over.enqueue(old)
    return bool(old)


def _place(rendition):
    storage, name = rendition.file.storage, rendition.file.name
    try:
        with storage.open(name) as file:
            copy = storage.save(rendition.get_upload_to(name), file)
    except FileNotFoundError:
        rendition.delete()  # it is made anew, like any that is missing
    else:
        SiteRendition.objects.filter(pk=rendition.pk).update(file=copy)
