"""Images, known by the hash of their file."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from django.db import models, transaction
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.log_actions import get_active_log_context

from cms.editions.files import keep
from cms.ledger.canonical import digest
from cms.review.contributions import record


class GovernedImage(AbstractImage):
    """An image whose bytes are part of what is approved.

    ``sha256`` always belongs to the bytes in ``file``: another file under the same image is other content.
    Whoever changes an image contributes to every page that shows it.
    """

    value_prefix = "image"

    sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    credit = models.CharField("credit", max_length=200, blank=True, help_text="Who made the image. Shown to readers.")
    licence = models.CharField(
        "licence", max_length=200, blank=True, help_text="Why we may use it. Not shown to readers."
    )

    # Alternative text belongs to each use of an image, so the file has no description of its own.
    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "description"),
        "credit",
        "licence",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        verbose_name_plural = "images"

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Save, with the bytes kept under their hash whenever the file is part of the save."""
        if update_fields is None or "file" in update_fields:
            self.sha256 = self._keep_file()
            if update_fields is not None:
                update_fields = {*update_fields, "sha256"}
        user = self._who_is_at_work()
        with transaction.atomic():
            super().save(*args, update_fields=update_fields, **kwargs)
            record(self.value_id, digest(self.snapshot_value()), user, None)

    def _who_is_at_work(self) -> Any:
        """The account in the admin; for a new image outside of it, the one named as the uploader."""
        return get_active_log_context().user or (self.uploaded_by_user if self._state.adding else None)

    def _keep_file(self) -> str:
        """Keep the bytes under their hash, where no replaced file can reach an edition, and give the hash."""
        with self.open_file() as opened:
            data = opened.read()
            opened.seek(0)
        return keep(data, self._extension)

    @property
    def _extension(self) -> str:
        return PurePosixPath(self.file.name).suffix.lstrip(".").lower()

    @property
    def value_id(self) -> str:
        """The id under which a snapshot carries this image."""
        return f"{self.value_prefix}:{self.pk}"

    def snapshot_value(self) -> dict[str, str | int]:
        """What a snapshot keeps of this image: the hash stands for the bytes."""
        return {
            "sha256": self.sha256,
            "extension": self._extension,
            "width": self.width,
            "height": self.height,
            "title": self.title,
            "credit": self.credit,
        }


class GovernedRendition(AbstractRendition):
    """A size of an image, made for the admin."""

    image = models.ForeignKey(GovernedImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
