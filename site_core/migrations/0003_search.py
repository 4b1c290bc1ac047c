"""Search that does not mind accents, and the indexes that Wagtail's own search and our menus need.

Wagtail matches `title || body` and indexes the two apart; without the index on the sum every search
reads every row.
"""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

MAPPING = "asciihword, asciiword, hword_asciipart, hword, hword_part, word"


class Migration(migrations.Migration):
    dependencies = [
        ("site_core", "0002_site"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunSQL(
            [
                "CREATE TEXT SEARCH CONFIGURATION site_english (COPY = pg_catalog.english)",
                f"ALTER TEXT SEARCH CONFIGURATION site_english ALTER MAPPING FOR {MAPPING} WITH unaccent, english_stem",
            ],
            ["DROP TEXT SEARCH CONFIGURATION IF EXISTS site_english"],
        ),
        migrations.RunSQL(
            "CREATE INDEX site_search_title_body ON wagtailsearch_indexentry USING gin ((title || body))",
            "DROP INDEX IF EXISTS site_search_title_body",
        ),
        migrations.RunSQL(
            "CREATE INDEX site_page_in_menus ON wagtailcore_page (path) WHERE show_in_menus",
            "DROP INDEX IF EXISTS site_page_in_menus",
        ),
        migrations.RunSQL(
            "CREATE INDEX site_page_hides ON wagtailcore_page (path) "
            "WHERE numchild > 0 AND (NOT live OR expire_at IS NOT NULL)",
            "DROP INDEX IF EXISTS site_page_hides",
        ),
        migrations.RunSQL(
            "CREATE INDEX site_page_url_path ON wagtailcore_page (url_path)",
            "DROP INDEX IF EXISTS site_page_url_path",
        ),
    ]
