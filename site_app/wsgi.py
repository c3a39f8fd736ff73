"""The entry of the web server: `gunicorn site_app.wsgi`."""

import os
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.wsgi import get_wsgi_application

from site_app import sample_guard


def _application() -> Any:
    """The WSGI application; the sample site's is bolted first, before anything of the site is loaded.

    Neither serves over a ledger whose triggers are missing: then it raises ImproperlyConfigured.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_app.settings")
    if settings.SAMPLE_SITE:
        sample_guard.refuse_open_sockets()
    served = get_wsgi_application()
    apps.get_app_config("ledger").check_at_start()  # type: ignore[attr-defined]
    return sample_guard.local_only(served) if settings.SAMPLE_SITE else served


application = _application()
