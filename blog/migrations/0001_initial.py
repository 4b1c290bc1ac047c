import django.db.models.deletion
import django.utils.timezone
import modelsearch.index
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="ArticleAuthor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArticleIndexPage",
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
            ],
            options={
                "verbose_name": "articles",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ArticlePage",
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
                    "standfirst",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what it is about and why to read on.",
                        max_length=600,
                        verbose_name="standfirst",
                    ),
                ),
                (
                    "hero_alt",
                    models.CharField(
                        blank=True,
                        help_text="For people who cannot see it. Leave empty to use the picture library's description.",
                        max_length=255,
                        verbose_name="what is to be seen",
                    ),
                ),
                ("hero_caption", models.CharField(blank=True, max_length=300, verbose_name="caption")),
                (
                    "published_on",
                    models.DateField(
                        db_index=True,
                        default=django.utils.timezone.localdate,
                        help_text="The date readers see; it may be in the past. To publish later, use the schedule.",
                        null=True,
                        verbose_name="date shown",
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="reviewed on")),
                (
                    "review_by",
                    models.DateField(
                        blank=True,
                        help_text="After this day readers are told that the article is due for review.",
                        null=True,
                        verbose_name="review again by",
                    ),
                ),
                (
                    "featured",
                    models.BooleanField(
                        default=False, help_text="Stands first among popular articles.", verbose_name="featured"
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("section", 0),
                            ("quote", 5),
                            ("practice", 11),
                            ("callout", 14),
                            ("divider", 15),
                            ("image", 20),
                            ("gallery", 23),
                            ("video", 28),
                            ("audio", 32),
                            ("evidence", 41),
                            ("table", 47),
                            ("faq", 53),
                            ("products", 58),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("site_core.blocks.sections.SectionBlock", (), {}),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "Without quotation marks; the page adds them.",
                                    "label": "What was said",
                                    "rows": 3,
                                },
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 120, "required": False},
                            ),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A book, a talk, an occasion.",
                                    "label": "Where",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {"label": "Link to where it can be checked", "required": False},
                            ),
                            5: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 1), ("who", 2), ("where", 3), ("link", 4)]],
                                {},
                            ),
                            6: ("wagtail.blocks.CharBlock", (), {"label": "Name of the exercise", "max_length": 120}),
                            7: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Such as “Four minutes”.",
                                    "label": "How long it takes",
                                    "max_length": 60,
                                    "required": False,
                                },
                            ),
                            8: ("wagtail.blocks.TextBlock", (), {"rows": 2}),
                            9: ("wagtail.blocks.ListBlock", (8,), {"label": "Steps", "max_num": 12, "min_num": 1}),
                            10: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "A word for afterwards", "required": False, "rows": 2},
                            ),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 6), ("duration", 7), ("steps", 9), ("after", 10)]],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "max_length": 120, "required": False},
                            ),
                            13: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "Text"},
                            ),
                            14: ("wagtail.blocks.StructBlock", [[("heading", 12), ("text", 13)]], {}),
                            15: ("site_core.blocks.text.DividerBlock", (), {}),
                            16: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture"}),
                            17: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 300, "required": False},
                            ),
                            18: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Leave empty to use the one in the picture library.",
                                    "label": "Credit",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            19: (
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
                            20: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 16), ("caption", 17), ("credit", 18), ("width", 19)]],
                                {},
                            ),
                            21: ("wagtail.blocks.StructBlock", [[("image", 16)]], {}),
                            22: ("wagtail.blocks.ListBlock", (21,), {"label": "Pictures", "max_num": 12, "min_num": 2}),
                            23: ("wagtail.blocks.StructBlock", [[("pictures", 22), ("caption", 17)]], {}),
                            24: ("wagtail.blocks.CharBlock", (), {"label": "What the video shows", "max_length": 150}),
                            25: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "A page of YouTube or Vimeo. Nothing is loaded from there until a reader presses play.",
                                    "label": "Its address",
                                },
                            ),
                            26: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture before it plays"}),
                            27: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Such as “Three minutes.”",
                                    "label": "How long it is",
                                    "max_length": 60,
                                    "required": False,
                                },
                            ),
                            28: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 24), ("url", 25), ("poster", 26), ("length", 27)]],
                                {},
                            ),
                            29: ("wagtail.blocks.CharBlock", (), {"label": "What is to be heard", "max_length": 150}),
                            30: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"help_text": "MP3, OGG, WAV or M4A.", "label": "Sound file"},
                            ),
                            31: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "How long it is", "max_length": 60, "required": False},
                            ),
                            32: ("wagtail.blocks.StructBlock", [[("title", 29), ("file", 30), ("length", 31)]], {}),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "In figures", "label": "Heading", "max_length": 120, "required": False},
                            ),
                            34: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "A number, such as 58 % or 1 in 4.", "label": "Figure", "max_length": 20},
                            ),
                            35: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Such as “minutes”.",
                                    "label": "Unit",
                                    "max_length": 30,
                                    "required": False,
                                },
                            ),
                            36: ("wagtail.blocks.TextBlock", (), {"label": "What it says", "rows": 2}),
                            37: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "help_text": "Its place in the article's list of sources.",
                                    "label": "Number of the source",
                                    "min_value": 1,
                                    "required": False,
                                },
                            ),
                            38: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "If it is not in the list.",
                                    "label": "or where it comes from, in words",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            39: (
                                "wagtail.blocks.StructBlock",
                                [[("value", 34), ("unit", 35), ("says", 36), ("source", 37), ("origin", 38)]],
                                {},
                            ),
                            40: ("wagtail.blocks.ListBlock", (39,), {"label": "Figures", "max_num": 6, "min_num": 1}),
                            41: ("wagtail.blocks.StructBlock", [[("heading", 33), ("figures", 40)]], {}),
                            42: ("wagtail.blocks.CharBlock", (), {"label": "What the table shows", "max_length": 200}),
                            43: ("wagtail.blocks.CharBlock", (), {"label": "Text", "required": False}),
                            44: ("wagtail.blocks.DecimalBlock", (), {"label": "Number", "required": False}),
                            45: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 43), ("number", 44)]],
                                {"label": "Table"},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Note below it", "max_length": 300, "required": False},
                            ),
                            47: ("wagtail.blocks.StructBlock", [[("caption", 42), ("table", 45), ("note", 46)]], {}),
                            48: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "default": "Questions, kindly answered",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            49: ("wagtail.blocks.CharBlock", (), {"label": "Question", "max_length": 200}),
                            50: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul", "ol"], "label": "Answer"},
                            ),
                            51: ("wagtail.blocks.StructBlock", [[("question", 49), ("answer", 50)]], {}),
                            52: (
                                "wagtail.blocks.ListBlock",
                                (51,),
                                {"label": "Questions", "max_num": 20, "min_num": 1},
                            ),
                            53: ("wagtail.blocks.StructBlock", [[("heading", 48), ("questions", 52)]], {}),
                            54: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Product",),
                                {"label": "Product"},
                            ),
                            55: (
                                "wagtail.blocks.ListBlock",
                                (54,),
                                {"default": [], "label": "Products", "max_num": 6, "min_num": 0},
                            ),
                            56: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {
                                    "help_text": "Used when no product is chosen above.",
                                    "label": "or the most popular of a category",
                                    "page_type": ["catalogue.ProductCategoryPage"],
                                    "required": False,
                                },
                            ),
                            57: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"default": 3, "label": "How many of them", "max_value": 6, "min_value": 1},
                            ),
                            58: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 12), ("products", 55), ("category", 56), ("count", 57)]],
                                {},
                            ),
                        },
                        verbose_name="text",
                    ),
                ),
                (
                    "sources",
                    wagtail.fields.StreamField(
                        [("source", 3)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["italic", "link"],
                                    "help_text": "Authors, title, where it appeared, year.",
                                    "label": "The source in full",
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["italic"],
                                    "help_text": "Such as “Bernardi and others, BMJ, 2001”.",
                                    "label": "In short, for the margin",
                                    "required": False,
                                },
                            ),
                            2: ("wagtail.blocks.URLBlock", (), {"label": "Where it can be read", "required": False}),
                            3: ("wagtail.blocks.StructBlock", [[("text", 0), ("short", 1), ("url", 2)]], {}),
                        },
                        help_text="In the text, [1] refers to the first of them.",
                        verbose_name="sources",
                    ),
                ),
                ("word_count", models.PositiveIntegerField(default=0, editable=False)),
                ("import_key", models.CharField(blank=True, db_index=True, default="", editable=False, max_length=255)),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ArticleProduct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArticleTag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="The last part of the web address. Filled in from the name.",
                        max_length=255,
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        help_text="Such as “Writer” or “chartered psychologist”.",
                        max_length=120,
                        verbose_name="role",
                    ),
                ),
                ("about", models.TextField(blank=True, max_length=1200, verbose_name="about")),
                (
                    "links",
                    wagtail.fields.StreamField(
                        [("link", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Name", "max_length": 60}),
                            1: ("wagtail.blocks.URLBlock", (), {"label": "Address"}),
                            2: ("wagtail.blocks.StructBlock", [[("label", 0), ("url", 1)]], {}),
                        },
                        verbose_name="links",
                    ),
                ),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ["name"],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="CategoryIndexPage",
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
            ],
            options={
                "verbose_name": "article categories",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="CategoryPage",
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
                    "banner_headline",
                    models.CharField(
                        blank=True,
                        help_text="Leave empty to use the title.",
                        max_length=120,
                        verbose_name="headline of the banner",
                    ),
                ),
                ("banner_tagline", models.CharField(blank=True, max_length=200, verbose_name="line below it")),
                ("introduction", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                (
                    "hue",
                    models.CharField(
                        blank=True,
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
                        help_text="The colour of this category's pages. Leave empty to take the one of the category above.",
                        max_length=10,
                        verbose_name="colour",
                    ),
                ),
                ("tint", models.CharField(default="calm", editable=False, max_length=10)),
            ],
            options={
                "verbose_name": "article category",
                "verbose_name_plural": "article categories",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="RelatedArticle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
