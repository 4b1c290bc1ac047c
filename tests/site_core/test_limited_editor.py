"""An editor of one section asks every address of the admin for the things of another, and is refused."""

import re
from collections import Counter, defaultdict

import pytest

from site_core import limits
from site_core.models import User
from tests import canaries
from tests.matrix import addresses, forms, sections
from tests.matrix.asking import Asker

pytestmark = pytest.mark.django_db

TRIES = 3  # of the owner at one route, until a form is found
REFUSED = {302, 400, 403, 404, 405}
NOT_ASKED = ("admin/logout/", "admin/failwhale/")  # the one ends the session, the other fails by design
PUBLIC_NAME = r"\w+, (live: (title|name|slug)|draft: title)"
# Addresses that name something of B -> whose words they may say, and why.
ALLOWED = {
    "admin/choose-page/": (PUBLIC_NAME, "whoever writes may link to every live page; the admin shows its latest title"),
    "admin/snippets/choose/": (PUBLIC_NAME + "|merchant", "live authors, products and menus go into anybody's pages"),
    "admin/tag-autocomplete/": (r".*\btag\b.*", "tags are one vocabulary for the whole house"),
    "admin/images/chooser/": (r".*\btag\b.*", "offers the tags in use, as above"),
    "admin/editing-sessions/release/": ("", "ends the asker's own session or none, and answers 200 either way"),
}

GUARDED = (
    "admin/bulk/",
    "admin/choose-page/chosen-multiple/",
    "admin/choose-page/<int:parent_page_id>/",
    "admin/pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/",
    "admin/pages/usage/",
    "admin/pages/workflow/confirm_cancellation/",
    "admin/reports/locked/",
    "admin/reports/page-types-usage/",
    "admin/reports/site-history/",
    "admin/reports/workflow",
    "admin/workflows/task_chooser/",
)


@pytest.fixture
def world():
    words = canaries.Words()
    ours, editor = sections.make_a()
    made = sections.make_b(words)
    root = User.objects.create_superuser("root", "root@example.com", "a long walk by the sea")
    return ours, made, Asker(editor, words), Asker(root, words)


@pytest.mark.filterwarnings("ignore:The input passed in on this line looks more like a URL")  # words of a text compared
def test_every_address_refuses(world):
    """The owner of the house, asking the same, shows that there was something to refuse."""
    ours, made, editor, root = world
    faults, filled, tries, heard, changed = [], defaultdict(list), Counter(), set(), set()
    for address in _asked(ours, made):
        if tries[address.route] < TRIES and not filled[address.route]:
            tries[address.route] += 1
            filled[address.route] = _try_as(root, address, heard, changed, faults)
        faults += _refusals_missing(editor, address, filled[address.route])
    assert faults == []
    assert len(tries) > 250
    assert len(heard) > 120
    assert len(changed) > 40


def test_without_limits(world, monkeypatch):
    """Wagtail alone says the names of others' things; the sweep hears it."""
    ours, made, editor, _root = world
    monkeypatch.setattr(limits, "_may_ask", lambda *args: True)
    heard = set()
    for address in _asked(ours, made):
        if address.route.startswith(GUARDED) and _refusals_missing(editor, address, []):
            heard.add(next(start for start in GUARDED if address.route.startswith(start)))
    assert heard == set(GUARDED)


def _asked(ours, made):
    return (address for address in addresses.addresses(ours, made) if address.route not in NOT_ASKED)


def _try_as(root, address, heard, changed, faults):
    """The forms of an address, filled in. Posted at random, some addresses of Wagtail's answer 500."""
    outcome = root.ask("get", address.url)
    if outcome.response.status_code >= 500:
        faults.append(("get as root", address.url))
    if outcome.heard:
        heard.add(address.route)
    found = forms.harvest(outcome.response)
    if any(root.ask("post", address.url, fields).changed for fields in [forms.ANYTHING, *found]):
        changed.add(address.route)
    return found


def _refusals_missing(editor, address, filled):
    faults = [*_faults(address, "get", editor.ask("get", address.url))]
    for fields in [forms.ANYTHING, *filled]:
        faults += _faults(address, "post", editor.ask("post", address.url, fields))
    return faults


def _faults(address, method, outcome):
    asked, status = f"{method} {address.url}", outcome.response.status_code
    whose, _why = next((ALLOWED[start] for start in ALLOWED if address.route.startswith(start)), (None, ""))
    said = {word for word in outcome.heard if not (whose and re.fullmatch(whose, word))}
    if method == "get" and status >= 500:
        yield asked, status
    if said:
        yield asked, status, sorted(said)
    if outcome.changed:
        yield asked, status, outcome.changed
    if address.about_b and status not in REFUSED and whose is None:
        yield asked, status
