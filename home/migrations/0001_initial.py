import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "sections",
                    wagtail.fields.StreamField(
                        [("lead", 2), ("latest", 5), ("category", 10), ("shelf", 15), ("diary", 21), ("text", 23)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Article", "page_type": ["blog.ArticlePage"]},
                            ),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption of its picture", "max_length": 200, "required": False},
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("article", 0), ("caption", 1)]], {}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "Lately", "label": "Heading", "max_length": 80},
                            ),
                            4: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"default": 7, "label": "How many articles", "max_value": 12, "min_value": 3},
                            ),
                            5: ("wagtail.blocks.StructBlock", [[("heading", 3), ("count", 4)]], {}),
                            6: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Category", "page_type": ["blog.CategoryPage"]},
                            ),
                            7: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Leave empty to use the category's title.",
                                    "label": "Heading",
                                    "max_length": 80,
                                    "required": False,
                                },
                            ),
                            8: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 300, "required": False, "rows": 2},
                            ),
                            9: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"default": 4, "label": "How many articles", "max_value": 6, "min_value": 2},
                            ),
                            10: (
                                "wagtail.blocks.StructBlock",
                                [[("page", 6), ("heading", 7), ("text", 8), ("count", 9)]],
                                {},
                            ),
                            11: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "max_length": 80}),
                            12: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "default": "We sell nothing ourselves. If you buy through a link here, the merchant may pay us a little.",
                                    "label": "Disclosure",
                                    "max_length": 300,
                                    "rows": 2,
                                },
                            ),
                            13: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Product",),
                                {"label": "Product"},
                            ),
                            14: (
                                "wagtail.blocks.ListBlock",
                                (13,),
                                {
                                    "default": [],
                                    "help_text": "Leave empty for the most popular five.",
                                    "label": "Products",
                                    "max_num": 5,
                                    "min_num": 0,
                                },
                            ),
                            15: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("disclosure", 12), ("products", 14)]],
                                {},
                            ),
                            16: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "Spencer’s week, as reported", "label": "Heading", "max_length": 80},
                            ),
                            17: ("wagtail.blocks.CharBlock", (), {"label": "Day", "max_length": 12}),
                            18: ("wagtail.blocks.CharBlock", (), {"label": "What he reports", "max_length": 160}),
                            19: ("wagtail.blocks.StructBlock", [[("day", 17), ("text", 18)]], {}),
                            20: ("wagtail.blocks.ListBlock", (19,), {"label": "Days", "max_num": 7, "min_num": 1}),
                            21: ("wagtail.blocks.StructBlock", [[("heading", 16), ("days", 20)]], {}),
                            22: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["h2", "h3", "bold", "italic", "ol", "ul", "link"], "label": "Text"},
                            ),
                            23: ("wagtail.blocks.StructBlock", [[("text", 22)]], {}),
                        },
                        verbose_name="sections",
                    ),
                ),
            ],
            options={
                "verbose_name": "front page",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="StandardPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("introduction", models.CharField(blank=True, max_length=250, verbose_name="line below the title")),
                (
                    "hue",
                    models.CharField(
                        choices=[
                            ("calm", "Sea green"),
                            ("wins", "Straw"),
                            ("paws", "Biscuit"),
                            ("friends", "Sky"),
                            ("motive", "Clay"),
                            ("well", "Heather"),
                            ("fit", "Moss"),
                            ("featured", "Apricot"),
                            ("shop", "Linen"),
                        ],
                        default="friends",
                        max_length=10,
                        verbose_name="colour",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("section", 0),
                            ("callout", 3),
                            ("specification", 8),
                            ("divider", 9),
                            ("image", 14),
                            ("table", 20),
                            ("faq", 26),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("site_core.blocks.sections.SectionBlock", (), {}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "max_length": 120, "required": False},
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "Text"},
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("heading", 1), ("text", 2)]], {}),
                            4: ("wagtail.blocks.CharBlock", (), {"label": "Term", "max_length": 80}),
                            5: ("wagtail.blocks.CharBlock", (), {"label": "What it means", "max_length": 300}),
                            6: ("wagtail.blocks.StructBlock", [[("term", 4), ("text", 5)]], {}),
                            7: ("wagtail.blocks.ListBlock", (6,), {"label": "Rows", "min_num": 1}),
                            8: ("wagtail.blocks.StructBlock", [[("rows", 7)]], {}),
                            9: ("site_core.blocks.text.DividerBlock", (), {}),
                            10: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture"}),
                            11: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 300, "required": False},
                            ),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Leave empty to use the one in the picture library.",
                                    "label": "Credit",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            13: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("normal", "As wide as the text"),
                                        ("wide", "Wider"),
                                        ("full", "The whole window"),
                                    ],
                                    "label": "How wide",
                                },
                            ),
                            14: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 10), ("caption", 11), ("credit", 12), ("width", 13)]],
                                {},
                            ),
                            15: ("wagtail.blocks.CharBlock", (), {"label": "What the table shows", "max_length": 200}),
                            16: ("wagtail.blocks.CharBlock", (), {"label": "Text", "required": False}),
                            17: ("wagtail.blocks.DecimalBlock", (), {"label": "Number", "required": False}),
                            18: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 16), ("number", 17)]],
                                {"label": "Table"},
                            ),
                            19: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Note below it", "max_length": 300, "required": False},
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("caption", 15), ("table", 18), ("note", 19)]], {}),
                            21: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "default": "Questions, kindly answered",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            22: ("wagtail.blocks.CharBlock", (), {"label": "Question", "max_length": 200}),
                            23: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul", "ol"], "label": "Answer"},
                            ),
                            24: ("wagtail.blocks.StructBlock", [[("question", 22), ("answer", 23)]], {}),
                            25: (
                                "wagtail.blocks.ListBlock",
                                (24,),
                                {"label": "Questions", "max_num": 20, "min_num": 1},
                            ),
                            26: ("wagtail.blocks.StructBlock", [[("heading", 21), ("questions", 25)]], {}),
                        },
                        verbose_name="text",
                    ),
                ),
            ],
            options={
                "verbose_name": "standard page",
                "verbose_name_plural": "standard pages",
            },
            bases=("wagtailcore.page", models.Model),
        ),
    ]
