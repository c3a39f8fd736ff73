"""What the roles may do in the admin."""

from typing import Any

from django.apps import apps as current_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations


def give_roles(apps: Any, schema_editor: Any) -> None:
    from cms.review.base import ensure_roles

    # Django makes permissions after all migrations; the roles need them now.
    for label in ("wagtailadmin", "wagtailcore", "wagtailimages", "content", "sources"):
        create_permissions(current_apps.get_app_config(label), apps=apps, verbosity=0)
    ensure_roles(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0002_home"),
        ("sources", "0001_initial"),
        ("review", "0002_base_site"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        # Whose own migrations make the permissions for pictures.
        ("wagtailimages", "0027_image_description"),
    ]
    operations = [
        migrations.RunPython(give_roles, migrations.RunPython.noop),
    ]
