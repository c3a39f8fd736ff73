"""Drafts of every kind, as the factories make them."""

import hashlib
import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from wagtail.log_actions import LogContext
from wagtail.models import Page, Site

from cms.content.base import ensure_home
from cms.content.models import HomePage, SectionPage, StandardPage, TopicPage
from cms.review.models import Contribution
from cms.sources.models import Source
from tests import factories
from tests.factories import body
from tests.factories.values import png

pytestmark = pytest.mark.django_db


class TestTree:
    def test_there_is_one_home_page_and_it_is_a_draft(self) -> None:
        home = HomePage.objects.get()
        assert (home.live, home.depth, home.url_path) == (False, 2, "/home/")
        assert Site.objects.get(is_default_site=True).root_page_id == home.pk
        assert Page.objects.filter(depth=2).count() == 1
        assert not HomePage.can_create_at(Page.get_first_root_node())

    def test_ensuring_it_again_changes_nothing(self) -> None:
        before = ensure_home()
        assert ensure_home().pk == before.pk
        assert Page.objects.count() == 2

    def test_after_a_flush_it_is_made_anew(self) -> None:
        root = Page.get_first_root_node()
        Site.objects.all().delete()
        root.get_children().delete()
        root.refresh_from_db()
        root.add_child(instance=Page(title="Welcome", slug="home"))
        home = ensure_home()
        assert not home.live
        assert Site.objects.get().root_page_id == home.pk
        assert list(Page.objects.filter(depth=2)) == [home.page_ptr]
        assert Page.find_problems() == ([], [], [], [], [])

    def test_what_may_stand_where(self) -> None:
        home, section, topic = HomePage, SectionPage, TopicPage
        assert set(home.allowed_subpage_models()) == {section, topic, StandardPage}
        assert set(section.allowed_subpage_models()) == {section, topic}
        assert topic.allowed_subpage_models() == []
        assert StandardPage.allowed_parent_page_models() == [home]
        assert Page not in section.allowed_parent_page_models()

    def test_pages_are_drafts_at_their_place(self) -> None:
        section = factories.section_page(title="About")
        topic = factories.topic_page(section, title="Where it spreads")
        assert topic.url_path == "/home/about/where-it-spreads/"
        assert not topic.live and topic.latest_revision is not None


class TestDrafts:
    def test_the_writer_is_a_contributor(self) -> None:
        writer = factories.editor()
        for draft in (
            factories.topic_page(by=writer),
            factories.MetastasisSiteFactory(by=writer),
            factories.GlossaryTermFactory(by=writer),
        ):
            noted = Contribution.objects.get(object_id=draft.object_id)
            assert noted.person_id == str(writer.pk)
            assert not draft.live

    def test_everything_made_ready_is_ready(self) -> None:
        for draft in (
            factories.home_page(),
            factories.section_page(),
            factories.standard_page(),
            factories.topic_page(),
            factories.MetastasisSiteFactory(),
            factories.GlossaryTermFactory(),
        ):
            assert draft.submission_problems() == [], draft

    def test_a_lead_keeps_one_kind_of_line_end(self) -> None:
        page = factories.topic_page(lead=" One\r\ntwo ")
        page.full_clean()
        assert page.lead == "One\ntwo"

    @pytest.mark.parametrize(("months", "fine"), [(None, True), (1, True), (36, True), (0, False), (37, False)])
    def test_the_review_interval_keeps_to_the_policy(self, months: int | None, fine: bool) -> None:
        site = factories.MetastasisSiteFactory()
        site.review_interval_months = months
        if fine:
            site.full_clean()
        else:
            with pytest.raises(ValidationError):
                site.full_clean()

    def test_a_subject_that_is_deleted_leaves_the_page(self) -> None:
        site = factories.MetastasisSiteFactory()
        page = factories.topic_page(subject=site)
        site.delete()
        page.refresh_from_db()
        assert page.subject is None

    def test_chosen_twice_is_refused(self) -> None:
        site = factories.MetastasisSiteFactory(name="Bone")
        page = factories.topic_page(body=body.stream(body.sites([site, site])))
        assert any("Chosen more than once: Bone" in problem for problem in page.submission_problems())


class TestValues:
    def test_a_source_is_copied_as_text(self) -> None:
        source = factories.SourceFactory(title="Sample", year=None, doi="")
        value = source.snapshot_value()
        assert set(value) == {
            "kind", "title", "authors", "publication", "year", "volume", "issue", "pages", "doi", "pmid", "isbn", "url"
        }  # fmt: skip
        assert all(isinstance(text, str) for text in value.values())
        assert value["year"] == "" and source.value_id == f"source:{source.pk}"

    def test_one_source_for_each_doi(self) -> None:
        factories.SourceFactory(doi="10.5555/ABC")
        again = Source(title="Again", doi="https://doi.org/10.5555/abc")
        with pytest.raises(ValidationError, match="this DOI already"):
            again.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            again.save()

    def test_sources_without_a_doi_do_not_clash(self) -> None:
        factories.SourceFactory.create_batch(2, doi="")

    def test_a_profile_is_copied_without_its_account(self) -> None:
        profile = factories.ProfileFactory(name="Sample", user=factories.editor())
        assert profile.snapshot_value() == {"name": "Sample", "credentials": "RN", "role": "Medical writer"}
        assert profile.value_id == f"profile:{profile.pk}"


class TestImages:
    def test_the_hash_is_of_the_bytes(self, media_root: object) -> None:
        image = factories.ImageFactory(colour="red")
        assert image.sha256 == hashlib.sha256(png("red")).hexdigest()
        value = image.snapshot_value()
        assert (value["extension"], value["width"], value["height"]) == ("png", 8, 6)
        assert set(value) == {"sha256", "extension", "width", "height", "title", "credit"}

    def test_another_file_is_other_content(self, media_root: object) -> None:
        image = factories.ImageFactory(colour="red")
        before = image.sha256
        image.title = "Another title"
        image.save()
        assert image.sha256 == before
        image.file = ContentFile(png("blue"), name="other.png")
        image.save(update_fields=["file"])
        image.refresh_from_db()
        assert image.sha256 == hashlib.sha256(png("blue")).hexdigest()

    def test_bytes_changed_behind_our_back_are_noticed_at_the_next_save(self, media_root: object) -> None:
        image = factories.ImageFactory(colour="red")
        with open(image.file.path, "wb") as behind:
            behind.write(io.BytesIO(png("green")).read())
        image.save()
        assert image.sha256 == hashlib.sha256(png("green")).hexdigest()

    def test_who_changes_an_image_is_noted(self, media_root: object) -> None:
        uploader, replacer = factories.editor(), factories.editor()
        image = factories.ImageFactory(by=uploader)
        with LogContext(user=replacer):
            image.title = "Another title"
            image.save()
        noted = Contribution.objects.filter(object_id=image.value_id).order_by("pk")
        assert [one.person_id for one in noted] == [str(uploader.pk), str(replacer.pk)]
