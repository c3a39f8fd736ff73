from django.apps import AppConfig
from django.db.models.signals import pre_save


class ReviewConfig(AppConfig):
    """How a draft becomes an edition."""

    name = "cms.review"
    label = "review"
    verbose_name = "Review"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.review.gate import before_save

        pre_save.connect(before_save, dispatch_uid="review.gate")
