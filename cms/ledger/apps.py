"""The app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from cms.ledger.triggers import install_after_migrate


class LedgerConfig(AppConfig):
    """What happened, for ever: append-only, hash-chained entries."""

    name = "cms.ledger"
    label = "ledger"
    verbose_name = "Ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(install_after_migrate, dispatch_uid="ledger.install_after_migrate")
