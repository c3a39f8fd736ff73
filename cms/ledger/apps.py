"""The app."""

from django.apps import AppConfig
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.models.signals import post_migrate

from cms.ledger.triggers import install_after_migrate, missing


class LedgerConfig(AppConfig):
    """What happened, for ever: append-only, hash-chained entries."""

    name = "cms.ledger"
    label = "ledger"
    verbose_name = "Ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(install_after_migrate, dispatch_uid="ledger.install_after_migrate")

    def check_at_start(self) -> None:
        """Refuse to serve over a ledger that can be changed. A server that cannot be reached is another matter.

        Raises ImproperlyConfigured.
        """
        try:
            absent = missing(connection)
        except DatabaseError:
            return
        finally:
            connection.close()
        if absent:
            raise ImproperlyConfigured(
                f"The ledger is not protected: {', '.join(absent)} missing. Run manage.py migrate, then start again."
            )
