"""Wagtail's `publish_scheduled`, replaced: the hour alone makes an edition public; this only brings `live` in line."""

import logging
from typing import Any

from django.core.management.base import BaseCommand

from cms.editions.models import Publication
from cms.review.projection import catch_up

log = logging.getLogger("imprimatur.review")


class Command(BaseCommand):
    """Each object on its own: one that fails does not keep the others back."""

    help = "Bring the admin's live/scheduled/expired marks in line with what readers already see."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = failed = 0
        for object_id in Publication.objects.values_list("object_id", flat=True).iterator(chunk_size=500):
            try:
                changed += catch_up(object_id)
            except Exception:
                failed += 1
                log.exception("could not bring %s in line with its publication", object_id)
        self.stdout.write(f"{changed} brought in line, {failed} failed.")
