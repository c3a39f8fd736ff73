"""The app."""

from django.apps import AppConfig
from django.db.models.signals import pre_save


class ReviewConfig(AppConfig):
    """How a draft becomes an edition."""

    name = "cms.review"
    label = "review"
    verbose_name = "Review"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.signals import post_page_move

        from cms.review.addresses import after_move
        from cms.review.gate import before_save

        pre_save.connect(before_save, dispatch_uid="review.gate")
        post_page_move.connect(after_move, dispatch_uid="review.after_move")
