"""Addresses: the editors' side under /admin/, everything else from the public side's own table."""

from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

from site_app import health

urlpatterns = [
    path("healthz", health.healthz),
    path("admin/", include(wagtailadmin_urls)),
    path("", include("site_app.delivery.urls")),
]

handler400 = "site_app.delivery.errors.bad_request"
handler403 = "site_app.delivery.errors.forbidden"
handler404 = "site_app.delivery.errors.not_found"
handler500 = "site_app.delivery.errors.server_error"
