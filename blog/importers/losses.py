"""What a file holds and an article cannot: counted while reading, told at the end, never dropped in silence."""

from collections.abc import Iterable

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

EXAMPLES = 5
EXAMPLE_LENGTH = 60
SENTENCES = {
    "picture": ngettext_lazy(
        "1 picture was left out: add it in the editor", "%d pictures were left out: add them in the editor"
    ),
    "media": ngettext_lazy("1 video, sound or frame was left out", "%d videos, sounds or frames were left out"),
    "hidden": ngettext_lazy("1 script, style or drawing was left out", "%d scripts, styles or drawings were left out"),
    "form": ngettext_lazy("1 form field was left out", "%d form fields were left out"),
    "link": ngettext_lazy(
        "1 link leads nowhere from here; its words are kept", "%d links lead nowhere from here; their words are kept"
    ),
    "plain": ngettext_lazy(
        "1 link stood where no link can be; its words are kept",
        "%d links stood where no link can be; their words are kept",
    ),
    "code": ngettext_lazy("1 piece of code became plain text", "%d pieces of code became plain text"),
    "struck": ngettext_lazy(
        "1 passage was struck through and is plain text now", "%d passages were struck through and are plain text now"
    ),
    "raised": ngettext_lazy(
        "1 raised or lowered passage is on the line now", "%d raised or lowered passages are on the line now"
    ),
    "table": ngettext_lazy(
        "1 table with merged cells became paragraphs", "%d tables with merged cells became paragraphs"
    ),
    "number": ngettext_lazy("1 numbered list begins at 1 now", "%d numbered lists begin at 1 now"),
    "level": ngettext_lazy(
        "1 heading below the third level became a Heading 3", "%d headings below the third level became a Heading 3"
    ),
    "rule": ngettext_lazy(
        "1 dividing line beside a heading was left out", "%d dividing lines beside a heading were left out"
    ),
    "comment": ngettext_lazy("1 comment was left out", "%d comments were left out"),
    "tag": ngettext_lazy("1 template tag was left out", "%d template tags were left out"),
    "definition": ngettext_lazy(
        "1 link address that no text uses was left out", "%d link addresses that no text uses were left out"
    ),
    "key": ngettext_lazy("1 entry of the front matter was not used", "%d entries of the front matter were not used"),
    "control": ngettext_lazy("1 control character was left out", "%d control characters were left out"),
    "margin": ngettext_lazy("the page header or footer was left out", "%d page headers and footers were left out"),
    "equation": ngettext_lazy("1 equation was left out", "%d equations were left out"),
}


class Losses:
    """Collects (kind, example) pairs; `sentences` tells them one kind a line, in the order they were met."""

    def __init__(self) -> None:
        self._met: dict[str, list[str]] = {}

    def add(self, kind: str, example: str = "") -> None:
        """Args: kind: a key of SENTENCES; example: what identifies this one to its writer, such as its address."""
        self._met.setdefault(kind, []).append(" ".join(example.split()))

    def sentences(self) -> tuple[str, ...]:
        return tuple(
            str(SENTENCES[kind] % len(examples)) + _examples(dict.fromkeys(filter(None, examples)))
            for kind, examples in self._met.items()
        )


def _examples(examples: Iterable[str]) -> str:
    named = [Truncator(example).chars(EXAMPLE_LENGTH) for example in examples]
    more = [_("and more")] if len(named) > EXAMPLES else []
    return f" ({'; '.join(named[:EXAMPLES] + more)})" if named else ""
