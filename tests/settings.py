"""Settings for the tests: the project's own, with nothing of this machine's environment and nothing slow.

`TEST_DATABASE_URL` (or `DATABASE_URL`) chooses the server; Django makes a database of its own beside the named one.
"""

import os
import tempfile

os.environ.update(
    # Playwright keeps an event loop in its thread for the whole run, in which Django would refuse every later test.
    DJANGO_ALLOW_ASYNC_UNSAFE="true",
    ENV_FILE="",
    DEBUG="0",
    SAMPLE_SITE="0",
    SECRET_KEY="only-for-tests-" + "0123456789abcdef" * 4,
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    BASE_URL="http://testserver",
    TIME_ZONE="UTC",
    LOG_LEVEL="WARNING",
    EMAIL_URL="memorymail://",
    DATABASE_URL=os.environ.get("TEST_DATABASE_URL") or os.environ.get("DATABASE_URL") or "sqlite:///:memory:",
)

from site_app.settings import *  # noqa: F403

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SECURE_HSTS_SECONDS = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = tempfile.mkdtemp(prefix="imprimatur-tests-")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("whitenoise.")]  # noqa: F405
