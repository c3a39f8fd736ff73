"""The project's settings. What an operator may choose comes from the environment: see .env.example."""

from pathlib import Path
from zoneinfo import available_timezones

from site_app import environment

BASE_DIR = Path(__file__).resolve().parent.parent
_chosen = environment.read(BASE_DIR)

# --- What this copy is
DEBUG = _chosen.debug
# The sample site: loopback only, with accounts that everybody knows. See site_app/sample_guard.py.
SAMPLE_SITE = _chosen.sample_site
SECRET_KEY = _chosen.secret_key
ALLOWED_HOSTS = _chosen.allowed_hosts

# --- What it is made of. cms.review stands before Wagtail, because it replaces Wagtail's publish_scheduled.
INSTALLED_APPS = [
    "cms.review",
    "cms.content",
    "cms.sources",
    "cms.editions",
    "cms.people",
    "cms.ledger",
    "site_app.delivery",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.postgres",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

# Wagtail's redirect middleware stays out: its redirects have no draft state, so they would go around the review.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.review.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "site_app.urls"
WSGI_APPLICATION = "site_app.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Data
DATABASES = {"default": _chosen.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- People
AUTH_USER_MODEL = "people.User"
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]

# --- Language and time
LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English")]
WAGTAIL_I18N_ENABLED = False
USE_I18N = True
USE_TZ = True
TIME_ZONE = _chosen.time_zone

# --- Files. For readers uploads have no address of their own: what they may have is handed out by site_app.delivery.
STATIC_URL = "/static/"
STATIC_ROOT = _chosen.data_dir / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = _chosen.data_dir / "media"
# Inside the admin only (cms.content.admin_files): lists and choosers show pictures, readers have no such address.
MEDIA_URL = "/admin/media/"
_STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _STATIC_STORAGE},
}
FILE_UPLOAD_PERMISSIONS = 0o640
# A long topic page has more form fields than Django's default of 1,000.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- Wagtail
WAGTAIL_SITE_NAME = "Imprimatur"
WAGTAILADMIN_BASE_URL = _chosen.base_url
WAGTAIL_WORKFLOW_ENABLED = True
# An edit after an approval voids it; and the end of a workflow is our gate, never Wagtail's plain publish.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
# A release publishes inside the workflow's last step; Wagtail would cancel that very workflow.
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "cms.review.finishing.finish_workflow"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_IMAGE_MODEL = "content.GovernedImage"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Debian lists a zone that browsers do not know, at which the account page's script fails.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime"})
WAGTAILEMBEDS_FINDERS: list[dict[str, object]] = []

# --- E-mail
vars().update(_chosen.email)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = WAGTAILADMIN_NOTIFICATION_FROM_EMAIL = _chosen.mail_from
EMAIL_TIMEOUT = 10

# --- Safety. The previews are framed by the editor, which is of the same origin.
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _chosen.guarded
SECURE_SSL_REDIRECT = _chosen.guarded
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _chosen.guarded else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _chosen.guarded and _chosen.hsts_subdomains
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _chosen.behind_proxy else None
# W019 wants frames denied altogether (see above); W005 and W021 are for the owner of the whole domain to decide.
SILENCED_SYSTEM_CHECKS = ["security.W019"] + ([] if _chosen.hsts_subdomains else ["security.W005", "security.W021"])

# --- Logs: to standard error, one line each, without request bodies or settings.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": _chosen.log_level},
    "loggers": {
        "django": {"handlers": [], "level": _chosen.log_level, "propagate": True},
        # Wagtail notes each act with the title of the draft, and logs are read by people who may not see drafts. The
        # ledger has the acts that count.
        "wagtail": {"handlers": [], "level": "WARNING", "propagate": True},
        # Anybody can ask for a name that is not ours: that is refused, and no reason to fill the log with traces.
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
