"""Fields that several kinds of content share."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cms.review.policy import KINDS


def longest_interval() -> int:
    """The longest time between reviews that the policy allows for anything, in months."""
    return max(policy.longest_months for policy in KINDS.values())


def review_interval() -> models.PositiveSmallIntegerField:
    """Months until the next medical review; empty means the usual interval of the policy."""
    return models.PositiveSmallIntegerField(
        "months between reviews",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(longest_interval)],
        help_text="Leave empty for the usual interval.",
    )


def lead() -> models.TextField:
    """The first words under the title."""
    return models.TextField(
        "lead",
        blank=True,
        max_length=600,
        help_text="What this page is about, in one or two sentences. Shown under the title.",
    )


def one_way_of_lines(text: str) -> str:
    """Give ``text`` the line ends and edges that every save gives it, whatever sent it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
