"""Snapshots: what is in them by default, what is left out, and parts pinned anew."""

from typing import Any

import pytest
from django.db import models
from django.test.utils import isolate_apps
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page

from cms.content.models import GlossaryTerm, MetastasisSite, Profile, TopicPage
from cms.editions.snapshot import HOUSEKEEPING, all_parts, build, digest_of, files_of, repin, rich_text
from cms.ledger.canonical import canonical
from tests import factories
from tests.factories import body
from tests.integration.content.test_editing import RICH, full_topic

pytestmark = pytest.mark.django_db


def pin(part: Any) -> dict[str, Any]:
    return {"digest": "d", "snapshot": build(part, pin)}


class TestWhatIsInIt:
    def test_every_block_there_is(self, media_root: object) -> None:
        page = full_topic()
        snapshot = build(page, pin)
        kinds = {block["type"] for block in snapshot["fields"]["body"]}
        assert kinds == set(page.body.stream_block.child_blocks), "a block is missing from the sample: add it there"
        assert canonical(snapshot), "plain JSON without floats"
        assert snapshot["essential"] == [next(part for part in snapshot["parts"] if part.startswith("metastasis_site"))]
        assert {key.partition(":")[0] for key in snapshot["values"]} == {"source", "profile", "image"}

    def test_no_key_of_the_editor_is_left(self, media_root: object) -> None:
        text = canonical(build(full_topic(), pin)).decode()
        page = full_topic()
        assert "data-block-key" not in text
        assert not [block.id for block in page.body if block.id in text]

    def test_references_by_id_and_values_by_copy(self) -> None:
        source, site = factories.SourceFactory(title="A study"), factories.MetastasisSiteFactory()
        other = factories.topic_page()
        page = factories.topic_page(
            body=body.stream(body.paragraph("x", [source]), body.sites([site]), body.related([other]))
        )
        snapshot = build(page, pin)
        paragraph, sites, related = (block["value"] for block in snapshot["fields"]["body"])
        assert paragraph["sources"] == [{"ref": f"source:{source.pk}"}]
        assert sites["sites"] == [{"ref": site.object_id}]
        assert related["pages"] == [{"page": other.object_id}]
        assert snapshot["values"][f"source:{source.pk}"]["title"] == "A study"
        assert snapshot["parts"][site.object_id]["snapshot"]["title"] == site.name

    def test_a_table(self) -> None:
        page = factories.topic_page(body=body.stream(body.table(["One", "Two"], ["a", ""], ["b", "c"], caption="Both")))
        assert build(page, pin)["fields"]["body"][0]["value"] == {
            "caption": "Both",
            "columns": [{"type": "text", "heading": "One"}, {"type": "text", "heading": "Two"}],
            "rows": [["a", ""], ["b", "c"]],
        }

    @pytest.mark.parametrize("model", [TopicPage, MetastasisSite, GlossaryTerm, Profile])
    def test_a_field_is_governed_unless_it_is_named_as_housekeeping(self, model: Any) -> None:
        """Wagtail's own fields are spelled out here: one that an upgrade adds must be looked at by a person."""
        stock = {f.name for f in Page._meta.get_fields() if getattr(f, "concrete", False)}
        governed_of_stock = {"seo_title", "search_description", "show_in_menus"}
        assert stock - HOUSEKEEPING - governed_of_stock - {"id"} == set()

    @isolate_apps("tests")
    def test_a_new_field_is_in_it_without_being_listed(self) -> None:
        class Note(models.Model):
            kind, object_id, locale_code, edition_title = "topic_page", "page:1", "en", "A note"
            essential_fields = ()
            brand_new = models.CharField(max_length=9)
            half = models.FloatField()
            live = models.BooleanField(default=False)

            class Meta:
                app_label = "tests"

        snapshot = build(Note(brand_new="words", half=0.5), pin)
        assert snapshot["fields"] == {"brand_new": "words", "half": "0.5"}

    @isolate_apps("tests")
    def test_a_reference_with_no_place_is_an_error(self) -> None:
        class Stranger(models.Model):
            class Meta:
                app_label = "tests"

        class Note(models.Model):
            kind, object_id, locale_code, edition_title = "topic_page", "page:1", "en", "A note"
            essential_fields = ()
            stranger = models.ForeignKey(Stranger, on_delete=models.CASCADE)

            class Meta:
                app_label = "tests"

        with pytest.raises(TypeError, match="Stranger has no place in a snapshot"):
            build(Note(stranger=Stranger(pk=1)), pin)


class TestWhatIsNot:
    @pytest.mark.parametrize(
        "change",
        [
            {"slug": "another"},
            {"live": True},
            {"locked": True},
            {"expired": True},
            {"draft_title": "x"},
            {"url_path": "/x/"},
        ],
    )
    def test_housekeeping_changes_no_digest(self, change: dict[str, Any]) -> None:
        page = factories.topic_page()
        before = digest_of(build(page, pin))
        for name, value in change.items():
            setattr(page, name, value)
        assert digest_of(build(page, pin)) == before

    @pytest.mark.parametrize(
        "change", [{"title": "x"}, {"lead": "x"}, {"seo_title": "x"}, {"review_interval_months": 3}]
    )
    def test_text_changes_it(self, change: dict[str, Any]) -> None:
        page = factories.topic_page()
        before = digest_of(build(page, pin))
        for name, value in change.items():
            setattr(page, name, value)
        assert digest_of(build(page, pin)) != before

    def test_new_ids_of_blocks_change_nothing(self) -> None:
        blocks = [("heading", {"level": "2", "text": "One"}), ("paragraph", {"text": RICH, "sources": []})]
        page = factories.topic_page(body=body.stream(*blocks))
        before = digest_of(build(page, pin))
        page.body = body.stream(*blocks)
        assert digest_of(build(page, pin)) == before

    def test_keys_of_draftail(self) -> None:
        assert rich_text('<p data-block-key="a1">x</p><li data-block-key="b2">y</li>') == "<p>x</p><li>y</li>"
        assert rich_text("<p>x</p>") == "<p>x</p>"
        assert rich_text(None) == ""


def snapshot(object_id: str, **parts: Any) -> dict[str, Any]:
    return {"object_id": object_id, "fields": {}, "values": {}, "parts": parts}


def pinned(inner: dict[str, Any]) -> dict[str, Any]:
    return {"digest": digest_of(inner), "snapshot": inner}


class TestRepin:
    NEW = pinned(snapshot("c", text={"withdrawn": True}))

    def test_one_part_and_only_that(self) -> None:
        host = snapshot("h", a=pinned(snapshot("a")), c=pinned(snapshot("c")))
        new = repin(host, "c", self.NEW)
        assert new["parts"] == {"a": host["parts"]["a"], "c": self.NEW}
        assert host["parts"]["c"] != self.NEW, "the old edition's snapshot is never written to"

    def test_inside_another_part_whose_digest_follows(self) -> None:
        host = snapshot("h", b=pinned(snapshot("b", c=pinned(snapshot("c")))))
        new = repin(host, "c", self.NEW)
        inner = new["parts"]["b"]
        assert inner["snapshot"]["parts"]["c"] == self.NEW
        assert inner["digest"] == digest_of(inner["snapshot"]) != host["parts"]["b"]["digest"]

    def test_at_both_places(self) -> None:
        host = snapshot("h", b=pinned(snapshot("b", c=pinned(snapshot("c")))), c=pinned(snapshot("c")))
        new = repin(host, "c", self.NEW)
        assert new["parts"]["c"] == new["parts"]["b"]["snapshot"]["parts"]["c"] == self.NEW

    def test_what_is_not_shown_stays_not_shown(self) -> None:
        host = snapshot("h", a=pinned(snapshot("a")), w={"withdrawn": True})
        assert repin(host, "c", self.NEW) == host

    @given(st.recursive(st.just({}), lambda inner: st.dictionaries(st.sampled_from("abc"), inner), max_leaves=8))
    def test_every_digest_stays_true(self, shape: dict[str, Any]) -> None:
        def made(name: str, below: dict[str, Any]) -> dict[str, Any]:
            return snapshot(name, **{key: pinned(made(key, inner)) for key, inner in below.items()})

        def check(one: dict[str, Any]) -> None:
            for key, at in one["parts"].items():
                assert at["digest"] == digest_of(at["snapshot"])
                if key == "c":
                    assert at == pinned(snapshot("c", new=pinned(snapshot("new"))))
                else:
                    check(at["snapshot"])

        host = made("h", shape)
        new = repin(host, "c", pinned(snapshot("c", new=pinned(snapshot("new")))))
        check(new)
        assert ("new" in all_parts(new)) == ("c" in all_parts(host))


def test_parts_and_files_are_found_at_any_depth() -> None:
    inner = {**snapshot("a"), "values": {"image:1": {"sha256": "f1"}, "source:1": {"title": "x"}}}
    host = {**snapshot("h", b=pinned(snapshot("b", a=pinned(inner))), w={"withdrawn": True}), "values": {}}
    assert all_parts(host) == {"a", "b", "w"}
    assert set(files_of(host)) == {"f1"}
