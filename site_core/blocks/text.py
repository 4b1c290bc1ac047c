from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from .flow import ReadyRowsBlock

INLINE = ["bold", "italic", "link"]


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(
        label=_("What was said"), rows=3, help_text=_("Without quotation marks; the page adds them.")
    )
    who = blocks.CharBlock(required=False, max_length=120, label=_("Who said it"))
    where = blocks.CharBlock(
        required=False, max_length=200, label=_("Where"), help_text=_("A book, a talk, an occasion.")
    )
    link = blocks.URLBlock(required=False, label=_("Link to where it can be checked"))

    class Meta:
        icon = "openquote"
        label = _("Quote")
        group = _("Text")
        description = _("Words worth setting apart, with the person who said them.")
        template = "blocks/quote.html"
        label_format = "{text}"
        preview_value = {
            "text": "Two traditions, a continent apart, settled on the same tempo without discussing it.",
            "who": "Imogen Hartley",
            "where": "on prayer and physiology",
        }


class FigureBlock(blocks.StructBlock):
    value = blocks.CharBlock(max_length=20, label=_("Figure"), help_text=_("A number, such as 58 % or 1 in 4."))
    unit = blocks.CharBlock(required=False, max_length=30, label=_("Unit"), help_text=_("Such as “minutes”."))
    says = blocks.TextBlock(rows=2, label=_("What it says"))
    source = blocks.IntegerBlock(
        required=False,
        min_value=1,
        label=_("Number of the source"),
        help_text=_("Its place in the article's list of sources, if it is there."),
    )
    origin = blocks.CharBlock(
        required=False,
        max_length=500,
        label=_("Where it comes from"),
        help_text=_("A link, or words such as “BMJ, 2001”, or both."),
    )

    class Meta:
        icon = "decimal"
        label = _("Figure")
        label_format = "{value} {unit}"
        form_layout = blocks.BlockGroup(children=["value", "says", "origin"], settings=["unit", "source"])

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation and not value.get("source") and not value.get("origin"):
            error = ValidationError(
                gettext(
                    "Say where the figure comes from: a link, or words. "
                    "The number of a source can be given in this figure's settings."
                )
            )
            raise StructBlockValidationError(block_errors={"origin": error})
        return value


class EvidenceBlock(blocks.StructBlock):
    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"), default=_("In figures"))
    figures = ReadyRowsBlock(FigureBlock(), min_num=1, max_num=6, label=_("Figures"))

    class Meta:
        icon = "table"
        label = _("Evidence in figures")
        group = _("Evidence")
        description = _("Up to six figures, each with what it says and where it comes from.")
        template = "blocks/evidence.html"
        label_format = "{heading}"
        form_layout = blocks.BlockGroup(children=["figures"], settings=["heading"])
        preview_value = {
            "heading": "In figures",
            "figures": [
                {
                    "value": "6",
                    "unit": "a minute",
                    "says": "is the rate to which both slowed the breath.",
                    "origin": "BMJ, 2001",
                },
                {
                    "value": "785",
                    "unit": "adults",
                    "says": "took part in the twelve trials.",
                    "origin": "Scientific Reports, 2023",
                },
                {
                    "value": "5",
                    "unit": "minutes",
                    "says": "a day was enough in one trial.",
                    "origin": "Cell Reports Medicine, 2023",
                },
            ],
        }

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context.setdefault("figures", value.get("figures") or [])
        return context


class PracticeBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=120, label=_("Name of the exercise"))
    duration = blocks.CharBlock(
        required=False, max_length=60, label=_("How long it takes"), help_text=_("Such as “Four minutes”.")
    )
    steps = blocks.ListBlock(blocks.TextBlock(rows=2), min_num=1, max_num=12, label=_("Steps"))
    after = blocks.TextBlock(required=False, rows=2, label=_("A word for afterwards"))

    class Meta:
        icon = "list-ol"
        label = _("Guided practice")
        group = _("Text")
        description = _("An exercise in numbered steps, with its duration.")
        template = "blocks/practice.html"
        label_format = "{heading}"
        preview_value = {
            "heading": "Six breaths",
            "duration": "One minute",
            "steps": [
                "Stand where you are.",
                "Breathe out, slowly, for as long as is comfortable.",
                "Let the next breath arrive.",
            ],
            "after": "That was all of it.",
        }


class CalloutBlock(blocks.StructBlock):
    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    text = blocks.RichTextBlock(features=[*INLINE, "ul"], label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        group = _("Text")
        description = _("A short aside on a sheet of its own: a caution, a tip, a definition.")
        template = "blocks/callout.html"
        label_format = "{heading}"
        preview_value = {
            "heading": "When to leave it alone",
            "text": "<p>If slow breathing makes you dizzy, stop. Ordinary breathing has an excellent record.</p>",
        }


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(max_length=200, label=_("Question"))
    answer = blocks.RichTextBlock(features=[*INLINE, "ul", "ol"], label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class FaqBlock(blocks.StructBlock):
    heading = blocks.CharBlock(
        required=False, max_length=120, label=_("Heading"), default=_("Questions, kindly answered")
    )
    questions = blocks.ListBlock(QuestionBlock(), min_num=1, max_num=20, label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        group = _("Evidence")
        description = _("Questions that open to show their answers.")
        template = "blocks/faq.html"
        label_format = "{heading}"
        preview_value = {
            "heading": "Questions, kindly answered",
            "questions": [
                {"question": "Must I sit on the floor?", "answer": "<p>No. Stand by the kettle.</p>"},
                {"question": "How often?", "answer": "<p>As often as you make tea.</p>"},
            ],
        }


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(max_length=200, label=_("What the table shows"))
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False, label=_("Text"))),
            ("number", blocks.DecimalBlock(required=False, label=_("Number"))),
        ],
        label=_("Table"),
    )
    note = blocks.CharBlock(required=False, max_length=300, label=_("Note below it"))

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("Evidence")
        description = _("Rows and columns. The first column names the rows.")
        template = "blocks/table.html"
        label_format = "{caption}"
        preview_value = {
            "caption": "What to strike it with",
            "table": {
                "columns": [{"type": "text", "heading": "Mallet"}, {"type": "text", "heading": "Sound"}],
                "rows": [{"values": ["Beech", "Clear, a little bright"]}, {"values": ["Felt", "Soft, and longer"]}],
                "caption": "",
            },
        }


class SpecificationRowBlock(blocks.StructBlock):
    term = blocks.CharBlock(max_length=80, label=_("Term"))
    text = blocks.CharBlock(max_length=300, label=_("What it means"))

    class Meta:
        icon = "list-ul"
        label = _("Row")
        label_format = "{term}"


class SpecificationBlock(blocks.StructBlock):
    rows = blocks.ListBlock(SpecificationRowBlock(), min_num=1, label=_("Rows"))

    class Meta:
        icon = "list-ul"
        label = _("List of terms")
        group = _("Text")
        description = _("Terms and what they mean, row by row.")
        template = "blocks/specification.html"
        preview_value = {"rows": [{"term": "Affiliate link", "text": "A link for which a merchant may pay us."}]}


class DividerBlock(blocks.StaticBlock):
    class Meta:
        icon = "minus"
        label = _("Divider")
        group = _("Text")
        description = _("A pause between two parts.")
        admin_text = _("A quiet line, with a paw in it.")
        template = "blocks/divider.html"
        preview_value = None
