import django.db.models.deletion
import modelsearch.index
import site_core.media.fields
import site_core.models.documents
import taggit.managers
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("site_core", "0001_user"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="Menu",
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
                (
                    "name",
                    models.CharField(
                        help_text="For the editors, such as “Header”.", max_length=100, verbose_name="name"
                    ),
                ),
                (
                    "entries",
                    wagtail.fields.StreamField(
                        [("entry", 9)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Leave empty to use the page's title.",
                                    "label": "Words",
                                    "max_length": 60,
                                    "required": False,
                                },
                            ),
                            1: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Leads to the page", "required": False},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example /search/ or https://example.com/.",
                                    "label": "or to the address",
                                    "max_length": 500,
                                    "required": False,
                                },
                            ),
                            3: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {
                                    "help_text": "All published pages beneath this one that are marked “Show in menus” appear here by themselves.",
                                    "label": "Bring the pages beneath",
                                    "required": False,
                                },
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("label", 0), ("page", 1), ("url", 2)]], {}),
                            5: (
                                "wagtail.blocks.StreamBlock",
                                [[("entry", 4)]],
                                {"label": "Entries beneath it", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 0), ("page", 1), ("url", 2), ("branch", 3), ("entries", 5)]],
                                {},
                            ),
                            7: (
                                "wagtail.blocks.StreamBlock",
                                [[("entry", 6)]],
                                {"label": "Entries beneath it", "required": False},
                            ),
                            8: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Only the header shows it.",
                                    "label": "A line beside the open menu",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 0), ("page", 1), ("url", 2), ("branch", 3), ("entries", 7), ("note", 8)]],
                                {},
                            ),
                        },
                        verbose_name="entries",
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
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "menu",
                "verbose_name_plural": "menus",
                "ordering": ["name"],
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name="SiteDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_token",
                    models.CharField(blank=True, db_index=True, default="", editable=False, max_length=32),
                ),
                ("public_until", models.DateTimeField(editable=False, null=True)),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("file_size", models.PositiveBigIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, editable=False, max_length=40)),
                (
                    "file",
                    models.FileField(
                        max_length=255, upload_to=site_core.models.documents.get_upload_to, verbose_name="file"
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags"
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "permissions": [("choose_document", "Can choose document")],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="SiteImage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("description", models.CharField(blank=True, default="", max_length=255, verbose_name="description")),
                ("width", models.IntegerField(editable=False, verbose_name="width")),
                ("height", models.IntegerField(editable=False, verbose_name="height")),
                ("created_at", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="created at")),
                ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                (
                    "public_token",
                    models.CharField(blank=True, db_index=True, default="", editable=False, max_length=32),
                ),
                ("public_until", models.DateTimeField(editable=False, null=True)),
                (
                    "file",
                    site_core.media.fields.PictureField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        help_text="Who made the picture. Shown beside it.",
                        max_length=200,
                        verbose_name="credit",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        blank=True,
                        help_text="What allows us to use it, for our own records.",
                        max_length=200,
                        verbose_name="licence",
                    ),
                ),
                (
                    "shows_spencer",
                    models.BooleanField(
                        default=False,
                        help_text="Pages that open with it leave him out of the footer: he is in one place at a time.",
                        verbose_name="Spencer is in this picture",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags"
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "permissions": [("choose_image", "Can choose image")],
                "abstract": False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="BrandSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(default="Spencer Vibes", max_length=80, verbose_name="name")),
                (
                    "tagline",
                    models.CharField(
                        blank=True,
                        default="A magazine for the first calm hour of the day, wherever in the day you find it.",
                        help_text="One sentence in the footer; search engines see it for the home page.",
                        max_length=200,
                        verbose_name="tagline",
                    ),
                ),
                (
                    "footer_text",
                    models.CharField(
                        default="© {year} Spencer Vibes",
                        help_text="{year} becomes the current year.",
                        max_length=200,
                        verbose_name="last line of the footer",
                    ),
                ),
                (
                    "social_links",
                    wagtail.fields.StreamField(
                        [("link", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Name", "max_length": 60}),
                            1: ("wagtail.blocks.URLBlock", (), {"label": "Address"}),
                            2: ("wagtail.blocks.StructBlock", [[("label", 0), ("url", 1)]], {}),
                        },
                        verbose_name="social links",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False, on_delete=django.db.models.deletion.CASCADE, to="wagtailcore.site"
                    ),
                ),
                (
                    "footer_menu",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="site_core.menu",
                        verbose_name="menu in the footer",
                    ),
                ),
                (
                    "header_menu",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="site_core.menu",
                        verbose_name="menu in the header",
                    ),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty to use the drawn window.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="site_core.siteimage",
                        verbose_name="logo",
                    ),
                ),
            ],
            options={
                "verbose_name": "brand and menus",
            },
        ),
        migrations.CreateModel(
            name="SiteRendition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("filter_spec", models.CharField(db_index=True, max_length=255)),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        storage=wagtail.images.models.get_rendition_storage,
                        upload_to=wagtail.images.models.get_rendition_upload_to,
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False)),
                ("height", models.IntegerField(editable=False)),
                ("focal_point_key", models.CharField(blank=True, default="", editable=False, max_length=16)),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="renditions", to="site_core.siteimage"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("image", "filter_spec", "focal_point_key"), name="unique_site_rendition"
                    )
                ],
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
    ]
