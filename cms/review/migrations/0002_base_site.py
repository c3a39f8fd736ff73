"""The roles, tasks and workflows that the policy table asks for; Wagtail's own moderation goes."""

from typing import Any

from django.db import migrations


def forwards(apps: Any, schema_editor: Any) -> None:
    from cms.review.base import ensure_base_site, remove_stock_moderation

    remove_stock_moderation(apps)
    ensure_base_site(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
