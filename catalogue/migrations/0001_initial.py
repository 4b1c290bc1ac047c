import catalogue.models.products
import django.core.validators
import django.db.models.deletion
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
            name="Merchant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="web address")),
                ("town", models.CharField(blank=True, max_length=100, verbose_name="town")),
            ],
            options={
                "verbose_name": "merchant",
                "verbose_name_plural": "merchants",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="ProductCategoryPage",
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
                "verbose_name": "product category",
                "verbose_name_plural": "product categories",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ProductImage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cut-out", "Cut-out: the thing alone, on white"),
                            ("photograph", "Photograph: with its surroundings"),
                        ],
                        default="cut-out",
                        help_text="A cut-out stands on the shelf; a photograph leans there as a framed print.",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        help_text="Leave empty to use the picture library's description.",
                        max_length=255,
                        verbose_name="what is to be seen",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProductTag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShopPage",
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
                ("tagline", models.CharField(blank=True, max_length=200, verbose_name="line below the title")),
            ],
            options={
                "verbose_name": "shop",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="Product",
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
                ("name", models.CharField(max_length=150, verbose_name="name")),
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
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences, for lists and search.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                ("description", wagtail.fields.RichTextField(blank=True, verbose_name="why it is here")),
                (
                    "outbound_url",
                    models.URLField(blank=True, max_length=1000, verbose_name="address at the merchant's"),
                ),
                (
                    "price",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="price",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        choices=[("GBP", "pounds (£)"), ("EUR", "euros (€)"), ("USD", "US dollars ($)")],
                        default="GBP",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "price_checked_on",
                    models.DateField(
                        help_text="The day somebody last saw this price.", null=True, verbose_name="price checked on"
                    ),
                ),
                (
                    "regular_price",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Only if it is reduced.",
                        max_digits=8,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="regular price",
                    ),
                ),
                (
                    "availability",
                    models.CharField(
                        choices=[
                            ("in_stock", "In stock"),
                            ("pre_order", "Can be ordered ahead"),
                            ("sold_out", "Sold out at the moment"),
                            ("discontinued", "No longer made"),
                        ],
                        default="in_stock",
                        max_length=20,
                        verbose_name="availability",
                    ),
                ),
                (
                    "badges",
                    catalogue.models.products.BadgeField(
                        base_field=models.CharField(
                            choices=[
                                ("our_pick", "Our pick"),
                                ("new", "New here"),
                                ("handmade", "Made by hand"),
                                ("small_maker", "From a small maker"),
                                ("good_for_dogs", "Good for dogs"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="badges",
                    ),
                ),
                (
                    "featured",
                    models.BooleanField(
                        default=False,
                        help_text="Stands first on shelves and among popular products.",
                        verbose_name="featured",
                    ),
                ),
                (
                    "specification",
                    wagtail.fields.StreamField(
                        [("row", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Term", "max_length": 80}),
                            1: ("wagtail.blocks.CharBlock", (), {"label": "What it means", "max_length": 300}),
                            2: ("wagtail.blocks.StructBlock", [[("term", 0), ("text", 1)]], {}),
                        },
                        verbose_name="particulars",
                    ),
                ),
                ("chosen_by", models.CharField(blank=True, max_length=100, verbose_name="who chose it")),
                (
                    "choice_note",
                    models.TextField(
                        blank=True,
                        help_text="A short personal note; it is shown with the name.",
                        max_length=400,
                        verbose_name="and why",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "product",
                "verbose_name_plural": "products",
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
    ]
