import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("home", "0001_initial"),
        ("site_core", "0002_site"),
    ]

    operations = [
        migrations.AddField(
            model_name="homepage",
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
            model_name="standardpage",
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
            model_name="standardpage",
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
    ]
