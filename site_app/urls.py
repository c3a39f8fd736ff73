"""Addresses: the editors' side under /admin/, everything else from the public side's own table."""

from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

from site_app import health

urlpatterns = [
    path("healthz", health.healthz),
    path("admin/", include(wagtailadmin_urls)),
    path("", include("site_app.delivery.urls")),
]
