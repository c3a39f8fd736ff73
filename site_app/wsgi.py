"""The entry of the web server: `gunicorn site_app.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_app.settings")

application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - only now are the settings there to be asked

from site_app import sample_guard  # noqa: E402

if settings.SAMPLE_SITE:
    sample_guard.refuse_open_sockets()
    application = sample_guard.local_only(application)  # type: ignore[assignment]
