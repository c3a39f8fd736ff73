"""Brings in the sample site, through the review process itself."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.content.sample import accounts, loader
from cms.review.refusals import Refused


class Command(BaseCommand):
    """Load the sample site, or say that it is there already; print the sample accounts."""

    help = "Bring in the sample site through the review process (only with SAMPLE_SITE=1)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load what is missing. Raises CommandError outside the sample site, or if the review refuses a page."""
        if not settings.SAMPLE_SITE:
            raise CommandError(
                "This is not the sample site. The sample accounts have passwords that everybody knows, so they "
                "exist only where SAMPLE_SITE=1 is set, which listens on this computer alone."
            )
        if loader.is_loaded():
            self.stdout.write("The sample site is here already; its data is kept.")
        else:
            self._load()
        self.stdout.write("Sample accounts:")
        for line in accounts.lines():
            self.stdout.write(f"  {line}")

    def _load(self) -> None:
        try:
            loader.load(self._say)
        except Refused as refused:
            reasons = "\n".join(f"  {reason}" for reason in refused.reasons)
            raise CommandError(f"The review refused a sample page:\n{reasons}") from refused
        self.stdout.write("The sample site is complete.")

    def _say(self, line: str) -> None:
        self.stdout.write(f"  {line}")
        self.stdout.flush()
