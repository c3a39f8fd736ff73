"""The addresses of the public website. Whatever is not a file is looked up among the publications."""

from django.urls import re_path

from site_app.delivery import files, views

urlpatterns = [
    re_path(r"^files/(?P<digest>[0-9a-f]{64})\.(?P<extension>[a-z0-9]{1,5})$", files.file, name="file"),
    # Wagtail builds the addresses of its pages from the route of this name.
    re_path(r"^((?:[\w\-]+/)*)$", views.page, name="wagtail_serve"),
    # Addresses without their slash, in capitals, or worse: they may lead somewhere, and never to an error of ours.
    re_path(r"^([\s\S]*)$", views.page),
]
