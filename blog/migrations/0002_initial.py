import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("blog", "0001_initial"),
        ("catalogue", "0001_initial"),
        ("site_core", "0002_site"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="articleindexpage",
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
            model_name="articlepage",
            name="hero",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="site_core.siteimage",
                verbose_name="main picture",
            ),
        ),
        migrations.AddField(
            model_name="articlepage",
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
            model_name="articleauthor",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="article_authors", to="blog.articlepage"
            ),
        ),
        migrations.AddField(
            model_name="articleproduct",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="product_picks", to="blog.articlepage"
            ),
        ),
        migrations.AddField(
            model_name="articleproduct",
            name="product",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="picked_by",
                to="catalogue.product",
                verbose_name="product",
            ),
        ),
        migrations.AddField(
            model_name="articletag",
            name="content_object",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="tagged_items", to="blog.articlepage"
            ),
        ),
        migrations.AddField(
            model_name="articletag",
            name="tag",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="%(app_label)s_%(class)s_items",
                to="taggit.tag",
            ),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="tags",
            field=modelcluster.contrib.taggit.ClusterTaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="blog.ArticleTag",
                to="taggit.Tag",
                verbose_name="tags",
            ),
        ),
        migrations.AddField(
            model_name="author",
            name="latest_revision",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="latest revision",
            ),
        ),
        migrations.AddField(
            model_name="author",
            name="live_revision",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="live revision",
            ),
        ),
        migrations.AddField(
            model_name="author",
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
            model_name="author",
            name="portrait",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="site_core.siteimage",
                verbose_name="portrait",
            ),
        ),
        migrations.AddField(
            model_name="author",
            name="user",
            field=models.OneToOneField(
                blank=True,
                help_text="The login of this person, if they write here themselves.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="author",
                to=settings.AUTH_USER_MODEL,
                verbose_name="login",
            ),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="reviewer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="reviewed_articles",
                to="blog.author",
                verbose_name="reviewed by",
            ),
        ),
        migrations.AddField(
            model_name="articleauthor",
            name="author",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="articles",
                to="blog.author",
                verbose_name="author",
            ),
        ),
        migrations.AddField(
            model_name="categoryindexpage",
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
            model_name="categorypage",
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
            model_name="categorypage",
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
            model_name="articlepage",
            name="categories",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True, related_name="articles", to="blog.categorypage", verbose_name="also listed under"
            ),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="category",
            field=models.ForeignKey(
                help_text="It gives the article its colour and its place in the trail.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="main_articles",
                to="blog.categorypage",
                verbose_name="main category",
            ),
        ),
        migrations.AddField(
            model_name="relatedarticle",
            name="article",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="blog.articlepage",
                verbose_name="article",
            ),
        ),
        migrations.AddField(
            model_name="relatedarticle",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="related_articles", to="blog.articlepage"
            ),
        ),
        migrations.AddIndex(
            model_name="articlepage",
            index=models.Index(fields=["-featured", "-published_on", "-page_ptr"], name="article_popular"),
        ),
    ]
