"""The review line: who reviewed a text and when, and a calm word when it is past its date."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cms.editions.forms import Reviewer, ReviewLine


@dataclass(frozen=True)
class ReviewNote:
    """The review line as a template shows it."""

    reviewed_on: date | None
    by: str
    updated_on: date
    due_on: date | None
    overdue: bool


def note(line: ReviewLine | None) -> ReviewNote | None:
    """The line for readers; None for kinds that no clinician reviews."""
    if line is None:
        return None
    return ReviewNote(line.reviewed_on, names(line.reviewers), line.updated_on, line.due_on, line.overdue)


def names(reviewers: list[Reviewer]) -> str:
    """All reviewers with their letters, as a sentence has them."""
    people = [", ".join(part for part in (r.name.strip(), r.credentials.strip()) if part) for r in reviewers]
    people = [person for person in people if person]
    if len(people) < 2:
        return "".join(people)
    return _("%(first)s and %(last)s") % {"first": "; ".join(people[:-1]), "last": people[-1]}
