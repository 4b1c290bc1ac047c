"""What is pasted from a word processor or a page, as blocks of the text that it is pasted into."""

from dataclasses import replace

from bs4 import BeautifulSoup, Comment
from django.http import HttpRequest, JsonResponse
from django.utils.html import escape
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from .blocks import ArticleBody
from .importers import outline, richtext, stream, wordlists
from .importers.document import Block, Divider, Document, Quote, Section
from .importers.losses import Losses

BESIDE_THE_TEXT = ["style", "script", "meta", "link", "title", "xml"]
LONGEST = 500_000  # characters, of which a word processor's own remarks are most
MOST_PIECES = 20_000  # tags and lines; a book has fewer


@require_POST
def pasted(request: HttpRequest) -> JsonResponse:
    """The blocks, as the form knows them, and sentences about what could not be kept."""
    html, losses = request.POST.get("html", ""), Losses()
    text = _text_of(html) if len(html) <= LONGEST else ""
    if len(html) > LONGEST or _pieces(text) > MOST_PIECES:
        return _refusal(gettext("This is too much for one paste. Please paste it in parts, some pages at a time."))
    kinds = request.POST.getlist("kinds") or list(ArticleBody.base_blocks)
    try:
        found = outline.blocks(text, losses)
        document = Document(blocks=tuple(_joined([kept for block in found for kept in _as_allowed(block, kinds)])))
        blocks = [_form_state(entry) for entry in stream.body(document, "paste")]
    except RecursionError:
        return _refusal(gettext("Its parts are nested too deeply. Please paste it as plain text (Ctrl+Shift+V)."))
    return JsonResponse({"blocks": blocks, "says": losses.sentences()})


def _pieces(text: str) -> int:
    kept = richtext.safe(text)
    return kept.count("<") + kept.count("\n")


def _refusal(sentence: str) -> JsonResponse:
    return JsonResponse({"blocks": [], "says": [sentence]})


def _text_of(html: str) -> str:
    """The text on the clipboard without what programs put round it."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(BESIDE_THE_TEXT):
        tag.decompose()
    for comment in soup.find_all(string=lambda words: isinstance(words, Comment)):
        comment.extract()
    for picture in soup.find_all("img"):
        picture["src"] = ""  # an address on the writer's own machine tells nobody which one it was
    wordlists.restored(soup)
    for tag in soup.find_all(True):
        # Tags that are all alike are not opened again, all of them, in each paragraph below the one they stand in.
        tag.attrs = {name: tag[name] for name in richtext.WIDE_ATTRIBUTES.get(tag.name, ()) if tag.has_attr(name)}
    return str(soup.body or soup)


def _as_allowed(block: Block, kinds: list[str]) -> list[Block]:
    if isinstance(block, Quote) and "quote" not in kinds:
        return [Section("", f"<p>{escape(block.text)}</p>")]
    if isinstance(block, Divider) and "divider" not in kinds:
        return []
    return [block]


def _joined(blocks: list[Block]) -> list[Block]:
    """Texts that follow each other are one text, with all their headings."""
    row: list[Block] = []
    for block in blocks:
        if row and isinstance(block, Section) and isinstance(row[-1], Section):
            row[-1] = replace(row[-1], html=row[-1].html + block.html)
        else:
            row.append(block)
    return row


def _form_state(entry: dict) -> dict:
    block = ArticleBody.base_blocks[entry["type"]]
    return {"type": entry["type"], "value": block.get_form_state(block.to_python(entry["value"]))}
