"""The app that holds what can be written."""

from django.apps import AppConfig


class ContentConfig(AppConfig):
    """What can be written: page models, metastasis sites, glossary, profiles, blocks, importers."""

    name = "cms.content"
    label = "content"
    verbose_name = "Content"
    default_auto_field = "django.db.models.BigAutoField"
