"""The stage on which every door is tried: a small website with approved pages, and drafts around them.

`APPROVED` stands on the public page; `SECRET` in the titles and texts of drafts that nobody approved. `SENTINEL` is
what a door pushes. All are single words, so that they survive in a slug, a header or a log line.
"""

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import time_machine
from django.test import Client
from django.utils import timezone

from cms.content.models import GovernedImage
from cms.editions.models import Publication
from cms.people.models import User
from cms.review import decisions
from cms.review.drafts import find
from cms.review.models import Submission
from cms.sources.models import Source
from tests.factories import (
    GlossaryTermFactory,
    ImageFactory,
    MetastasisSiteFactory,
    ProfileFactory,
    SourceFactory,
    administrator,
    body,
    checker,
    editor,
    home_page,
    reviewer,
    section_page,
    topic_page,
)
from tests.factories.releases import released

SENTINEL = "Quixotrope"
SECRET = "Velvetine"
APPROVED = "Evergreen"


@dataclass
class Stage:
    """Ids of what is on the stage; objects are fetched anew, so that no test sees another's copy."""

    ids: dict[str, Any]
    moments: ExitStack = field(default_factory=ExitStack)

    def get(self, name: str) -> Any:
        """A page or part of the stage, as its row is now."""
        return find(self.ids[name])

    def pk(self, name: str) -> int:
        """A page's primary key, whether or not the page is still there."""
        return int(self.ids[name].partition(":")[2])

    @property
    def page(self) -> Any:
        """The approved page."""
        return self.get("page")

    @property
    def site(self) -> Any:
        """The approved site that the page shows."""
        return self.get("site")

    @property
    def source(self) -> Source:
        return Source.objects.get(pk=self.ids["source"])

    @property
    def image(self) -> GovernedImage:
        return GovernedImage.objects.get(pk=self.ids["image"])

    def user(self, name: str) -> User:
        """An account: admin, editor, checker or reviewer."""
        return User.objects.get(pk=self.ids[name])

    def as_(self, user: User | str) -> Client:
        """A browser in which somebody is logged in."""
        client = Client()
        client.force_login(self.user(user) if isinstance(user, str) else user)
        return client

    def address(self, name: str = "page") -> str:
        """Where readers find a page of the stage: a move may change it."""
        return Publication.objects.get(object_id=self.ids[name]).address or "/"

    def at(self, moment: datetime) -> None:
        """From here on, until the test ends, it is that moment."""
        self.moments.enter_context(time_machine.travel(moment, tick=True))

    def later(self, **delta: float) -> datetime:
        """Let time pass."""
        moment = timezone.now() + timedelta(**delta)
        self.at(moment)
        return moment


def build() -> Stage:
    """Everything that the doors need, brought in through the review itself."""
    home, section = home_page(lead="Welcome."), section_page(slug="about", title="About")
    released(home)
    released(section)
    draft = topic_page(section, slug=SECRET.lower(), title=SECRET, lead=f"{SECRET} lead.")
    closed = section_page(section, slug="closed", title=f"{SECRET} section", lead=f"{SECRET} lead.")
    child = topic_page(closed, slug="child", title="Child", lead="The child of a hidden parent.")
    near = topic_page(section, slug="near", title="Near", lead="A neighbour.")
    released(child)
    released(near)
    site = MetastasisSiteFactory(name="Bone", what_it_is="<p>Words about bone.</p>")
    term = GlossaryTermFactory(term="marrow", definition="<p>Words about marrow.</p>")
    source, image, author = SourceFactory(), ImageFactory(by=editor()), ProfileFactory()
    page = topic_page(
        section,
        slug="spread",
        title="Spread",
        lead=f"{APPROVED} words.",
        authors=body.stream(("author", author.pk)),
        related_pages=body.stream(("page", draft.pk), ("page", near.pk)),
        body=body.stream(
            body.heading("How"),
            body.paragraph(f'<p>See <a linktype="page" id="{draft.pk}">this page</a>.</p>', [source]),
            body.image(image),
            body.sites([site]),
            body.terms([term]),
            body.related([draft, near]),
            body.treatments(("Sample treatment", "One line.", draft)),
        ),
    )
    released(page)
    objects = {"home": home, "section": section, "draft": draft, "closed": closed, "child": child, "near": near}
    objects |= {"page": page, "site": site, "term": term}
    ids: dict[str, Any] = {name: one.object_id for name, one in objects.items()}
    ids |= {
        "source": source.pk,
        "image": image.pk,
        "author": author.pk,
        "revision": find(page.object_id).latest_revision_id,
    }
    people = {"admin": administrator(), "editor": editor(), "checker": checker(), "reviewer": reviewer()}
    return Stage(ids | {name: user.pk for name, user in people.items()})


def checked(submission: Submission) -> Submission:
    """A submission that waits for nothing but its medical review."""
    decisions.approve(submission, checker(), digest=submission.digest)
    return submission


def revised(draft: Any, by: Any = None, **fields: Any) -> Any:
    """The draft with the sentinel in its lead, or with other `fields`: the newest revision's id is new too."""
    from tests.factories.releases import edited

    return edited(draft, by, **(fields or {"lead": f"{SENTINEL} lead."}))
