"""The app that hands out what is public."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """Resolver, files and error pages of the public website."""

    name = "site_app.delivery"
    label = "delivery"
