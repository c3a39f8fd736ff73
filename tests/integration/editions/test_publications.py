"""What readers get at an address, at which moment, and at what cost."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cms.editions.models import Edition, Publication
from cms.editions.publications import linked_pages, prefixes, resolve, surroundings
from cms.review import withdrawing
from tests.factories import (
    GlossaryTermFactory,
    MetastasisSiteFactory,
    SourceFactory,
    body,
    editor,
    home_page,
    section_page,
    topic_page,
)
from tests.factories.releases import edited, released, shown_at

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
MOMENT = timedelta(microseconds=1)


def edition(number: int = 1, **fields: Any) -> Edition:
    defaults = {
        "object_id": "page:9", "number": number, "kind": "topic_page", "locale": "en", "title": f"Edition {number}",
        "format": 1, "snapshot": {"object_id": "page:9", "fields": {}, "parts": {}}, "digest": "d", "html": "",
        "decisions": [], "cause": "approved", "issued_at": NOW - HOUR,
    }  # fmt: skip
    return Edition.objects.create(**{**defaults, **fields})


def publication(**fields: Any) -> Publication:
    return Publication.objects.create(object_id="page:9", kind="topic_page", locale="en", address="/a/", **fields)


def number_at(at: datetime) -> int | str | None:
    found = resolve("/a/", at)
    return found and (found.edition.number if found.edition else found.status)


class TestHours:
    def test_public_from_its_hour_until_its_end(self) -> None:
        publication(current=edition(), current_from=NOW, current_until=NOW + HOUR)
        assert number_at(NOW - MOMENT) is None
        assert number_at(NOW) == 1
        assert number_at(NOW + HOUR - MOMENT) == 1
        assert number_at(NOW + HOUR) == "withdrawn"

    def test_the_hour_alone_makes_a_pending_edition_current(self) -> None:
        publication(
            current=edition(1), current_from=NOW - HOUR, pending=edition(2), pending_from=NOW, pending_until=NOW + HOUR
        )
        assert number_at(NOW - MOMENT) == 1
        assert number_at(NOW) == 2
        assert number_at(NOW + HOUR) == "withdrawn"

    def test_a_first_edition_that_waits_is_a_plain_404(self) -> None:
        publication(pending=edition(), pending_from=NOW)
        assert number_at(NOW - MOMENT) is None
        assert number_at(NOW) == 1

    def test_withdrawn_says_so_whatever_waits(self) -> None:
        publication(
            current=edition(1), current_from=NOW - HOUR, pending=edition(2), pending_from=NOW, withdrawn_at=NOW - HOUR
        )
        assert number_at(NOW - MOMENT) == number_at(NOW + HOUR) == "withdrawn"

    @pytest.mark.parametrize("address", ["/", "/b/", "/a", "a/", "/A/", "/a/b/", ""])
    def test_no_other_address_leads_there(self, address: str) -> None:
        publication(current=edition(), current_from=NOW)
        assert resolve(address, NOW) is None

    def test_reading_writes_nothing(self) -> None:
        publication(current=edition(1), current_from=NOW - HOUR, pending=edition(2), pending_from=NOW)
        assert number_at(NOW + HOUR) == 2
        assert Publication.objects.get().pending_id is not None


def test_a_reader_whose_clock_was_read_before_a_release_still_gets_the_page() -> None:
    """The moment is taken first, then asked with: a release in between must not leave a gap."""
    site = MetastasisSiteFactory()
    page = released(topic_page(slug="a", body=body.stream(body.sites([site]))))
    before = timezone.now()
    released(edited(page, lead="Newer words."))
    assert resolve("/a/", before).edition.snapshot["fields"]["lead"] == "Newer words."
    before = timezone.now()
    released(edited(site, what_it_is="<p>Newer words.</p>"))
    assert resolve("/a/", before).edition.cause == "reissued"


class TestReviewLine:
    def decision(self, **fields: Any) -> dict[str, Any]:
        return {
            "step": "medical", "object_id": "page:9", "person": "Sample Reviewer", "person_id": "5",
            "credential": {"letters": "MD"}, "at": "2025-05-01T10:00:00+00:00", **fields,
        }  # fmt: skip

    def line(self, at: datetime = NOW, reaffirmed: Any = None, **fields: Any) -> Any:
        made = edition(**{"reviewed_at": datetime(2025, 5, 1, tzinfo=UTC), "due": date(2025, 7, 1), **fields})
        publication(current=made, current_from=NOW - HOUR, due=made.due, reaffirmed=reaffirmed)
        return resolve("/a/", at).review_line

    def test_it_names_the_medical_reviewers_of_this_page_only(self) -> None:
        others = [self.decision(object_id="metastasis_site:1", person="Another"), self.decision(step="editorial")]
        line = self.line(decisions=[*others, self.decision()])
        assert [(r.name, r.credentials) for r in line.reviewers] == [("Sample Reviewer", "MD")]
        assert (line.reviewed_on, line.updated_on, line.due_on) == (date(2025, 5, 1), NOW.date(), date(2025, 7, 1))

    def test_overdue_begins_the_day_after(self) -> None:
        assert not self.line(at=datetime(2025, 7, 1, 23, tzinfo=UTC)).overdue
        assert resolve("/a/", datetime(2025, 7, 2, tzinfo=UTC)).review_line.overdue

    def test_a_reaffirmation_takes_the_decisions_place(self) -> None:
        again = self.decision(person="Second Reviewer", person_id="6", at="2025-05-20T10:00:00+00:00")
        line = self.line(decisions=[self.decision()], reaffirmed=again)
        assert [r.name for r in line.reviewers] == ["Second Reviewer"]
        assert line.reviewed_on == date(2025, 5, 20)

    def test_no_line_without_a_medical_review(self) -> None:
        assert self.line(reviewed_at=None) is None


class TestSurroundings:
    def test_prefixes(self) -> None:
        assert prefixes("/") == []
        assert prefixes("/a/b/") == ["/", "/a/"]

    def test_links_in_text_in_choosers_and_inside_parts(self) -> None:
        links = ['linktype="page" id="3"', 'id="4" linktype="page"', 'href="https://example.org/" id="5"']
        text = "".join(f"<p><a {attributes}>x</a></p>" for attributes in links)
        part = {"snapshot": {"fields": {"page": {"page": "page:8"}}, "parts": {}}}
        fields = {"text": text, "body": [{"type": "related", "value": {"pages": [{"page": "page:7"}, None]}}]}
        found = linked_pages({"fields": fields, "parts": {"metastasis_site:1": part, "x": {"withdrawn": True}}})
        assert found == {"page:3", "page:4", "page:7", "page:8"}

    def test_only_what_is_public_is_named(self) -> None:
        released(home_page())
        section = section_page(slug="section")
        public, draft = topic_page(section, slug="public"), topic_page(section, slug="draft")
        page = topic_page(section, slug="page", body=body.stream(body.related([public, draft])))
        for one in (section, public, page):
            released(one)
        gone = released(topic_page(section, slug="gone"))
        withdrawing.withdraw(gone.object_id, editor(), "A mistake.")
        around = surroundings(shown_at("/section/page/").edition.snapshot, "/section/page/", timezone.now())
        assert set(around.links) == {public.object_id}
        assert [link.address for link in around.ancestors] == ["/", "/section/"]
        assert [link.object_id for link in around.menu] == [section.object_id]
        assert around.children == []
        below = surroundings(shown_at("/section/").edition.snapshot, "/section/", timezone.now())
        assert [link.object_id for link in below.children] == [public.object_id, page.object_id]


class TestCost:
    def deep_page(self, depth: int, parts: int) -> str:
        """A topic deep in the tree, with many parts, links, terms and sources. Gives its address."""
        parent, address = released(home_page()), "/"
        for number in range(depth):
            parent = released(section_page(parent, slug=f"level{number}"))
            address += f"level{number}/"
        sites = [MetastasisSiteFactory(sources=body.stream(("source", SourceFactory().pk))) for _ in range(parts)]
        others = [released(topic_page(parent)) for _ in range(2)]
        blocks = [
            *(body.paragraph(f'<p><a linktype="page" id="{other.pk}">link</a></p>') for other in others),
            body.sites(sites),
            body.related(others),
            body.terms(GlossaryTermFactory.create_batch(parts)),
        ]
        released(topic_page(parent, slug="page", body=body.stream(*blocks)))
        return f"{address}page/"

    @pytest.mark.parametrize(("depth", "parts"), [(1, 1), (4, 6)])
    def test_a_page_takes_three_queries_at_most(
        self, client: Client, django_assert_max_num_queries: Any, depth: int, parts: int
    ) -> None:
        address = self.deep_page(depth, parts)
        with django_assert_max_num_queries(3):
            answer = client.get(address)
        assert answer.status_code == 200
        assert answer.content.decode().count("What Sample site") == parts
        with django_assert_max_num_queries(2):
            found = resolve(address, timezone.now())
            around = surroundings(found.edition.snapshot, address, timezone.now())
        assert len(around.ancestors) == depth + 1
        assert len(around.links) == 2
