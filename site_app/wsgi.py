"""The entry of the web server: `gunicorn site_app.wsgi`."""

import os
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from site_app import sample_guard


def _application() -> Any:
    """The WSGI application; the sample site's is bolted first, before anything of the site is loaded."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_app.settings")
    if not settings.SAMPLE_SITE:
        return get_wsgi_application()
    sample_guard.refuse_open_sockets()
    return sample_guard.local_only(get_wsgi_application())


application = _application()
