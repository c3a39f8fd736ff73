"""The people and pages of a race: one database for all its rounds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from cms.people.models import User
from cms.review import decisions
from cms.review.models import Submission
from tests import factories
from tests.factories import body
from tests.factories.releases import edited
from tests.integration.races.racing import Racers


@dataclass
class Cast:
    """Accounts that serve all rounds, so that a round costs little."""

    writer: User = field(default_factory=factories.editor)
    sender: User = field(default_factory=factories.editor)
    checkers: tuple[User, ...] = field(default_factory=lambda: (factories.checker(), factories.checker()))
    doctors: tuple[User, ...] = field(default_factory=lambda: (factories.reviewer(), factories.reviewer()))

    def write(self, draft: Any, words: str) -> Any:
        """The draft with other words in it."""
        name = "what_it_is" if hasattr(draft, "what_it_is") else "lead"
        return edited(draft, by=self.writer, **{name: f"<p>{words}</p>" if name == "what_it_is" else words})

    def submit(self, draft: Any) -> Submission:
        """Put forward."""
        return decisions.submit(draft, self.sender)

    def checked(self, draft: Any) -> Submission:
        """Put forward, and past the editorial check: one approval away from the public."""
        submission = self.submit(draft)
        self.check(submission)
        return submission

    def check(self, submission: Submission, checker: int = 0) -> Any:
        """The first step."""
        return decisions.approve(submission, self.checkers[checker], digest=submission.digest)

    def approve(self, submission: Submission, doctor: int = 0) -> Any:
        """The last step."""
        return decisions.approve(submission, self.doctors[doctor], digest=submission.digest)

    def release(self, draft: Any) -> None:
        """All the way."""
        self.approve(self.checked(draft))


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return Cast()


@pytest.fixture
def racers(transactional_db: None) -> Iterator[Racers]:
    """Two lanes."""
    racers = Racers()
    yield racers
    racers.close()


def page_with(cast: Cast, slug: str, *parts: Any) -> Any:
    """A topic that shows these sites."""
    return factories.topic_page(slug=slug, by=cast.writer, body=body.stream(body.sites(list(parts))))


def site(cast: Cast, name: str) -> Any:
    """A site."""
    return factories.MetastasisSiteFactory(by=cast.writer, name=name)
