"""The app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts of those who write and approve: credentials, conflicts of interest."""

    name = "cms.people"
    label = "people"
    verbose_name = "People"
    default_auto_field = "django.db.models.BigAutoField"
