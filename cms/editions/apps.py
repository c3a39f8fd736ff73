"""The app."""

from django.apps import AppConfig


class EditionsConfig(AppConfig):
    """What the public may see: snapshots, digests, editions, publications, rendering."""

    name = "cms.editions"
    label = "editions"
    verbose_name = "Editions"
    default_auto_field = "django.db.models.BigAutoField"
