"""Addresses follow the tree in one move, with redirects and an entry; and `live` follows the publication."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from cms.editions.models import Publication
from cms.editions.verify import faults
from cms.ledger.models import Entry
from cms.review import addresses, projection
from cms.review.drafts import find
from cms.review.refusals import Refused
from tests.factories import MetastasisSiteFactory, administrator, body, editor, section_page, topic_page
from tests.factories.releases import edited, released, shown_at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def whole_record() -> Any:
    """Whatever a test does, the record agrees with what is public."""
    yield
    assert list(faults()) == []


def number_at(address: str) -> int | None:
    found = shown_at(address)
    return found.edition.number if found and found.edition else None


class TestSlug:
    def test_a_section_takes_its_subtree_along(self, client: Client) -> None:
        section = released(section_page(slug="old"))
        page = released(topic_page(section, slug="page"))
        draft = topic_page(section, slug="draft")
        assert addresses.change_slug(section, "new", editor()) == "/new/"
        assert (number_at("/new/"), number_at("/new/page/"), number_at("/old/"), number_at("/old/page/")) == (
            1,
            1,
            None,
            None,
        )
        assert find(draft.object_id).url_path.endswith("/new/draft/")
        assert client.get("/old/page/").headers["Location"] == "/new/page/"
        assert client.get("/new/draft/").status_code == client.get("/old/draft/").status_code == 404
        entry = Entry.objects.order_by("-seq").first()
        assert (entry.act, entry.object_id) == ("move", section.object_id)
        assert {p["object_id"]: p["address"] for p in entry.data["publications"]} == {
            section.object_id: "/new/",
            page.object_id: "/new/page/",
        }

    def test_there_and_back_leaves_no_redirect_in_the_way(self, client: Client) -> None:
        page = released(topic_page(slug="old"))
        addresses.change_slug(page, "new", editor())
        addresses.change_slug(page, "old", editor())
        assert client.get("/old/").status_code == 200
        assert client.get("/new/").headers["Location"] == "/old/"

    def test_it_is_no_content(self) -> None:
        page = released(topic_page(slug="old"))
        addresses.change_slug(page, "new", editor())
        assert number_at("/new/") == 1
        assert find(page.object_id).latest_revision.as_object().slug == "new"
        released(edited(page, lead="Newer words."))
        assert (number_at("/new/"), number_at("/old/")) == (2, None)

    def test_a_sibling_has_it(self) -> None:
        released(topic_page(slug="taken"))
        page = released(topic_page(slug="mine"))
        with pytest.raises(Refused, match="already has the address"):
            addresses.change_slug(page, "taken", editor())
        assert number_at("/mine/") == 1

    @pytest.mark.parametrize("slug", ["", "a b", "a/b", "ä", "../x"])
    def test_what_is_no_slug(self, slug: str) -> None:
        page = released(topic_page(slug="mine"))
        with pytest.raises(ValidationError):
            addresses.change_slug(page, slug, editor())

    def test_a_draft_may_change_too_without_an_entry(self) -> None:
        page = topic_page(slug="old")
        before = Entry.objects.count()
        assert addresses.change_slug(page, "new", editor()) == "/new/"
        assert Entry.objects.count() == before


class TestMove:
    def test_a_moved_subtree(self, client: Client) -> None:
        here, there = released(section_page(slug="here")), released(section_page(slug="there"))
        inner = released(section_page(here, slug="inner"))
        page = released(topic_page(inner, slug="page"))
        Page.objects.get(pk=inner.pk).move(Page.objects.get(pk=there.pk), pos="last-child", user=administrator())
        assert (number_at("/there/inner/"), number_at("/there/inner/page/"), number_at("/here/inner/page/")) == (
            1,
            1,
            None,
        )
        assert client.get("/here/inner/page/").headers["Location"] == "/there/inner/page/"
        assert Publication.objects.get(pk=inner.object_id).parent_id == there.object_id
        assert Publication.objects.get(pk=page.object_id).parent_id == inner.object_id

    def test_following_twice_changes_nothing(self) -> None:
        page = released(topic_page(slug="page"))
        addresses.follow_tree(page, editor())
        before = Entry.objects.count()
        assert addresses.follow_tree(page, editor()) == 0
        assert Entry.objects.count() == before

    def test_another_public_page_stands_there(self) -> None:
        page = released(topic_page(slug="page"))
        other = released(topic_page(slug="other"))
        Publication.objects.filter(pk=other.object_id).update(address="/new/")
        with pytest.raises(Refused, match="already stands at /new/"):
            addresses.change_slug(page, "new", editor())
        Publication.objects.filter(pk=other.object_id).update(address="/other/")
        assert number_at("/page/") == 1

    def test_paths_become_addresses_without_the_home_pages_slug(self) -> None:
        assert addresses.from_url_path("/home/") == "/"
        assert addresses.from_url_path("/home/a/b/") == "/a/b/"
        assert addresses.draft_address(MetastasisSiteFactory()) is None


class TestLive:
    """In the admin only: readers never depend on it."""

    def scheduled(self) -> Any:
        page = released(topic_page(slug="page"))
        newest = page.latest_revision.as_object()
        newest.lead, newest.go_live_at = "A later lead.", timezone.now() + timedelta(days=1)
        newest.save_revision(user=editor())
        return released(page)

    def brought_in_line(self) -> str:
        out = StringIO()
        call_command("publish_scheduled", stdout=out)
        return out.getvalue()

    def test_nothing_to_do(self) -> None:
        released(topic_page(body=body.stream(body.sites([MetastasisSiteFactory()]))))
        assert "0 brought in line, 0 failed" in self.brought_in_line()

    def test_what_was_made_live_or_not_behind_its_back_is_mended(self) -> None:
        page, draft = released(topic_page()), topic_page()
        Page.objects.filter(pk=page.pk).update(live=False)
        Page.objects.filter(pk=draft.pk).update(live=True)
        assert "1 brought in line" in self.brought_in_line()
        assert Page.objects.get(pk=page.pk).live
        assert projection.catch_up(draft.object_id)
        assert not Page.objects.get(pk=draft.pk).live

    def test_the_hour_makes_readers_see_it_and_the_command_only_follows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        page = self.scheduled()
        row = find(page.object_id)
        assert (row.lead, row.live) == ("A sample lead.", True)
        monkeypatch.setattr(timezone, "now", lambda now=timezone.now: now() + timedelta(days=2))
        assert shown_at("/page/").edition.snapshot["fields"]["lead"] == "A later lead."
        assert find(page.object_id).lead == "A sample lead."
        assert "1 brought in line" in self.brought_in_line()
        row = find(page.object_id)
        assert (row.lead, row.live) == ("A later lead.", True)
        assert "0 brought in line" in self.brought_in_line()

    def test_one_that_fails_does_not_keep_the_others_back(self, monkeypatch: pytest.MonkeyPatch) -> None:
        first, second = released(topic_page()), released(topic_page())
        Page.objects.filter(pk__in=[first.pk, second.pk]).update(live=False)
        plain = projection.find

        def failing(object_id: str) -> Any:
            if object_id == first.object_id:
                raise ZeroDivisionError
            return plain(object_id)

        monkeypatch.setattr(projection, "find", failing)
        assert "1 brought in line, 1 failed" in self.brought_in_line()
