import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("catalogue", "0001_initial"),
        ("site_core", "0002_site"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="product",
            name="locked_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="locked_%(class)ss",
                to=settings.AUTH_USER_MODEL,
                verbose_name="locked by",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="merchant",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="products",
                to="catalogue.merchant",
                verbose_name="merchant",
            ),
        ),
        migrations.AddField(
            model_name="productcategorypage",
            name="image",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="site_core.siteimage",
                verbose_name="picture",
            ),
        ),
        migrations.AddField(
            model_name="productcategorypage",
            name="social_image",
            field=models.ForeignKey(
                blank=True,
                help_text="Shown when somebody shares the page. Leave empty to use the page's own picture.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="site_core.siteimage",
                verbose_name="picture for sharing",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="categories",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                related_name="products",
                to="catalogue.productcategorypage",
                verbose_name="also listed under",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="category",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="main_products",
                to="catalogue.productcategorypage",
                verbose_name="main category",
            ),
        ),
        migrations.AddField(
            model_name="productimage",
            name="image",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="site_core.siteimage",
                verbose_name="picture",
            ),
        ),
        migrations.AddField(
            model_name="productimage",
            name="product",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="gallery", to="catalogue.product"
            ),
        ),
        migrations.AddField(
            model_name="producttag",
            name="content_object",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="tagged_items", to="catalogue.product"
            ),
        ),
        migrations.AddField(
            model_name="producttag",
            name="tag",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="%(app_label)s_%(class)s_items",
                to="taggit.tag",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="tags",
            field=modelcluster.contrib.taggit.ClusterTaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="catalogue.ProductTag",
                to="taggit.Tag",
                verbose_name="tags",
            ),
        ),
        migrations.AddField(
            model_name="shoppage",
            name="social_image",
            field=models.ForeignKey(
                blank=True,
                help_text="Shown when somebody shares the page. Leave empty to use the page's own picture.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="site_core.siteimage",
                verbose_name="picture for sharing",
            ),
        ),
        migrations.AddIndex(
            model_name="product",
            index=models.Index(fields=["-featured", "-first_published_at", "-id"], name="product_popular"),
        ),
    ]
