"""Makes small .docx files, part by part."""

import io
import zipfile
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{n}">'
    + "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{kind}"/></w:lvl>' for level in range(3))
    + f'</w:abstractNum><w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
    for n, kind in ((1, "bullet"), (2, "decimal"))
)


def run(text: str, *marks: str) -> str:
    """Words with `b` (bold) or `i` (italic)."""
    marked = "".join(f"<w:{mark}/>" for mark in marks)
    return f'<w:r><w:rPr>{marked}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, style: str = "", number: int = 0, level: int = 0) -> str:
    """A paragraph of plain words or of runs, in a named style, perhaps an item of list 1 (bullets) or 2 (numbers)."""
    inside = content if content.startswith("<") else run(content)
    styled = f'<w:pStyle w:val="{style.replace(" ", "")}"/>' if style else ""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr>{inside}</w:p>"


def link(text: str) -> str:
    return f'<w:hyperlink r:id="rLink">{run(text)}</w:hyperlink>'


def note_mark(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(
    *body: str, styles: tuple[str, ...] = (), notes: tuple[str, ...] = (), parts: dict[str, str] | None = None
) -> bytes:
    """The bytes of a Word file with this body. `parts` adds or replaces files of the archive."""
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in styles
    )
    footnotes = "".join(
        f'<w:footnote w:id="{n}">{paragraph(note)}</w:footnote>' for n, note in enumerate(notes, start=1)
    )
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _relations(("rDoc", "officeDocument", "word/document.xml", "")),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{named}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{NUMBERING}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{footnotes}</w:footnotes>",
        "word/_rels/document.xml.rels": _relations(
            ("rStyles", "styles", "styles.xml", ""),
            ("rNumbers", "numbering", "numbering.xml", ""),
            ("rNotes", "footnotes", "footnotes.xml", ""),
            ("rLink", "hyperlink", "https://example.com/there", ' TargetMode="External"'),
        ),
        **(parts or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _relations(*rows: tuple[str, str, str, str]) -> str:
    entries = (
        f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>' for i, kind, target, mode in rows
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(entries)}</Relationships>'
