"""Which forms the server has in full, told to the browser that keeps a copy of each until it knows.

A form names its copy in the field `kept_copy`. What was saved is noted in the session, as the answer to a save is often
a redirect to somewhere else.
"""

from wagtail.admin.admin_url_finder import AdminURLFinder

FIELD = "kept_copy"
SAVED = "saving.saved"
REMEMBERED = 20  # forms; older ones have long been asked for


def note_saved(request, obj) -> None:
    """Note that the form of this request is saved, and where it is edited from now on."""
    copy = request.POST.get(FIELD, "")[:36]
    if copy:
        saved = {name: url for name, url in confirmed_of(request).items() if name != copy}
        saved[copy] = AdminURLFinder(request.user).get_edit_url(obj) or ""
        request.session[SAVED] = dict(list(saved.items())[-REMEMBERED:])


def confirmed_of(request) -> dict[str, str]:
    """By the name of its copy, the address at which each of the last saved forms goes on."""
    return request.session.get(SAVED, {})
