"""When a text is due for another review. Days, in UTC."""

import calendar
from datetime import UTC, date, datetime
from typing import Any

from cms.editions.models import Publication
from cms.editions.snapshot import all_parts
from cms.review.policy import KINDS, months_for


def months_later(day: date, months: int) -> date:
    """The same day of the month, months later; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def own_due(snapshot: dict[str, Any], reviewed_at: datetime) -> date | None:
    """When an object's own text is due, from its medical decision and its interval; None if it takes no review."""
    kind = snapshot["kind"]
    if not KINDS[kind].reviewed:
        return None
    months = months_for(kind, snapshot["fields"].get("review_interval_months"))
    return months_later(reviewed_at.astimezone(UTC).date(), months)


def due_with_parts(
    own: date | None, snapshot: dict[str, Any], new: dict[str, date | None] | None = None
) -> date | None:
    """The earliest of an object's own date and those of the parts it shows; `new` gives dates not yet stored.

    None for kinds that show no review date.
    """
    if own is None:
        return None
    shown = all_parts(snapshot)
    stored = Publication.objects.filter(object_id__in=shown, withdrawn_at=None).values_list("object_id", "due")
    dates = {**dict(stored), **{part: day for part, day in (new or {}).items() if part in shown}}
    return min([own, *(day for day in dates.values() if day is not None)])
