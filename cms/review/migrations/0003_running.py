from django.db import migrations


class Migration(migrations.Migration):
    """Proxies of Wagtail's workflows: no table of their own."""

    dependencies = [("review", "0002_base_site"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]

    operations = [
        migrations.CreateModel(
            name="ReviewWorkflow",
            fields=[],
            options={"proxy": True, "indexes": [], "constraints": []},
            bases=("wagtailcore.workflow",),
        ),
        migrations.CreateModel(
            name="ReviewWorkflowState",
            fields=[],
            options={"proxy": True, "indexes": [], "constraints": []},
            bases=("wagtailcore.workflowstate",),
        ),
    ]
