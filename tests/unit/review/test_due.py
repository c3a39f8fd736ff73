"""Review dates: months are months, and the earliest of host and shown parts counts."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.editions.models import Publication
from cms.review.due import due_with_parts, months_later, own_due


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 15), 1, date(2024, 2, 15)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2024, 12, 1), 1, date(2025, 1, 1)),
        (date(2023, 11, 30), 36, date(2026, 11, 30)),
        (date(2100, 1, 31), 1, date(2100, 2, 28)),
        (date(2024, 5, 5), 0, date(2024, 5, 5)),
    ],
)
def test_the_same_day_months_later(day: date, months: int, expected: date) -> None:
    assert months_later(day, months) == expected


@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)), st.integers(0, 600))
def test_it_never_skips_a_month_nor_moves_the_day_forward(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def snapshot(kind: str = "topic_page", months: int | None = None, **parts: dict) -> dict:
    return {"kind": kind, "fields": {"review_interval_months": months}, "parts": parts}


class TestOwnDate:
    AT = datetime(2024, 2, 29, 10, tzinfo=UTC)

    def test_the_pages_own_interval(self) -> None:
        assert own_due(snapshot(months=6), self.AT) == date(2024, 8, 29)

    def test_the_policys_interval_where_none_is_chosen(self) -> None:
        assert own_due(snapshot(), self.AT) == date(2026, 2, 28)
        assert own_due({"kind": "glossary_term", "fields": {}, "parts": {}}, self.AT) == date(2027, 2, 28)

    def test_never_later_than_the_policy_allows(self) -> None:
        assert own_due(snapshot(months=999), self.AT) == date(2027, 2, 28)

    def test_none_for_what_no_clinician_reviews(self) -> None:
        assert own_due(snapshot("standard_page", months=6), self.AT) is None

    def test_the_day_is_counted_in_utc(self) -> None:
        east = datetime(2024, 3, 1, 1, tzinfo=timezone(timedelta(hours=5)))
        assert own_due(snapshot(months=12), east) == date(2025, 2, 28)


@pytest.mark.django_db
class TestWithParts:
    OWN = date(2026, 1, 1)

    def part(self, object_id: str, due: date | None, **more: object) -> None:
        Publication.objects.create(object_id=object_id, kind="metastasis_site", locale="en", due=due, **more)

    def test_the_earliest_counts_also_of_parts_inside_parts(self) -> None:
        self.part("metastasis_site:1", date(2025, 6, 1))
        self.part("glossary_term:2", date(2025, 3, 1))
        inner = {"snapshot": {"parts": {"glossary_term:2": {"withdrawn": True}}}}
        assert due_with_parts(self.OWN, snapshot(**{"metastasis_site:1": inner})) == date(2025, 3, 1)

    def test_a_later_part_and_one_without_a_date_change_nothing(self) -> None:
        self.part("metastasis_site:1", date(2027, 6, 1))
        self.part("metastasis_site:2", None)
        shown = snapshot(**{"metastasis_site:1": {}, "metastasis_site:2": {}, "metastasis_site:3": {}})
        assert due_with_parts(self.OWN, shown) == self.OWN

    def test_parts_that_are_not_shown_or_withdrawn_do_not_count(self) -> None:
        self.part("metastasis_site:1", date(2025, 6, 1))
        self.part("metastasis_site:2", date(2025, 5, 1), withdrawn_at=datetime(2025, 1, 1, tzinfo=UTC))
        assert due_with_parts(self.OWN, snapshot(**{"metastasis_site:2": {}})) == self.OWN

    def test_dates_not_stored_yet_take_the_place_of_stored_ones(self) -> None:
        self.part("metastasis_site:1", date(2025, 6, 1))
        new = {"metastasis_site:1": date(2025, 9, 1), "metastasis_site:8": date(2020, 1, 1)}
        assert due_with_parts(self.OWN, snapshot(**{"metastasis_site:1": {}}), new) == date(2025, 9, 1)

    def test_none_stays_none(self) -> None:
        self.part("metastasis_site:1", date(2025, 6, 1))
        assert due_with_parts(None, snapshot(**{"metastasis_site:1": {}})) is None
