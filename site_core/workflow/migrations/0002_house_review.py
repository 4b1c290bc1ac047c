"""Wagtail comes with a workflow, “Moderators approval”, and with two groups that the house's roles replace.

The workflow's name stands on the button under every form: “Submit to Review”. Who reads a text may not publish it,
so an editor does, in a step of its own.
"""

from django.conf import settings
from django.db import migrations

NAMES = ("Moderators approval", "Review")
PUBLICATION = "Publication"
STOCK = ("Moderators", "Editors")


def rename(apps, old, new):
    for model in ("Workflow", "Task"):
        apps.get_model("wagtailcore", model).objects.filter(name=old).update(name=new)


def name_review(apps, schema_editor):
    rename(apps, *NAMES)


def name_as_before(apps, schema_editor):
    rename(apps, *reversed(NAMES))


def add_publication(apps, schema_editor):
    """Unless somebody gave the workflow steps of their own."""
    workflow = apps.get_model("wagtailcore", "Workflow").objects.filter(name=NAMES[1]).first()
    steps = apps.get_model("wagtailcore", "WorkflowTask").objects.filter(workflow=workflow)
    if workflow and steps.count() == 1:
        kind, _new = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="wagtailcore", model="groupapprovaltask"
        )
        task = apps.get_model("wagtailcore", "GroupApprovalTask").objects.create(name=PUBLICATION, content_type=kind)
        steps.create(workflow=workflow, task=task, sort_order=1)


def remove_publication(apps, schema_editor):
    apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name=PUBLICATION).delete()


def remove_stock_groups(apps, schema_editor):
    """Those in which nobody is: no person loses a right by it. Who may answer a review is kept by the roles."""
    apps.get_model("auth", "Group").objects.filter(name__in=STOCK, user__isnull=True).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("workflow", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        # These give rights to the two groups.
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [
        migrations.RunPython(name_review, name_as_before),
        migrations.RunPython(add_publication, remove_publication),
        migrations.RunPython(remove_stock_groups, migrations.RunPython.noop),
    ]
