"""The app that holds references."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """References that pages cite."""

    name = "cms.sources"
    label = "sources"
    verbose_name = "Sources"
    default_auto_field = "django.db.models.BigAutoField"
