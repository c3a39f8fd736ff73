"""The command, from a file to drafts: what is made, what is not, and what becomes public by approval only."""

import json
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.html import strip_tags
from wagtail.models import Page, Revision

from cms.content.importing import write
from cms.content.models import MetastasisSite, SectionPage, TopicPage
from cms.editions.models import Edition
from cms.people.models import User
from cms.review import decisions
from cms.review.contributions import contributors, own_digest
from cms.review.refusals import Refused
from tests import factories
from tests.documents import pages, word
from tests.documents.topic import LEAD, SITES, TITLE, every_text
from tests.factories.releases import released, shown_at
from tests.integration.content.test_editing import saved_again

pytestmark = pytest.mark.django_db

DOCUMENTS = {"topic.docx": word.topic, "topic.html": pages.html, "topic.md": pages.markdown}
PARENT = "/about/types/"


@pytest.fixture
def section() -> SectionPage:
    factories.home_page()
    return factories.section_page(factories.section_page(slug="about"), slug="types")


@pytest.fixture
def writer() -> User:
    return factories.editor(username="writer")


@pytest.fixture
def bring(section: SectionPage, writer: User, tmp_path: Path) -> Any:
    """Bring a document in; gives the page and what the command said."""

    def _bring(name: str = "topic.docx", content: bytes | None = None, **options: Any) -> tuple[TopicPage, str]:
        path = tmp_path / name
        path.write_bytes(DOCUMENTS[name]() if content is None else content)
        said = StringIO()
        call_command("import_document", str(path), **{"parent": PARENT, "by": "writer", **options}, stdout=said)
        return TopicPage.objects.order_by("-pk")[0], said.getvalue()

    return _bring


def everything() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Page, MetastasisSite, Revision))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_becomes_a_draft_page_with_its_sites(bring: Any, name: str, section: SectionPage) -> None:
    page, said = bring(name)
    assert (page.title, page.lead, page.slug) == (TITLE, LEAD, "where-breast-cancer-can-travel")
    assert page.get_parent().specific == section
    assert MetastasisSite.objects.count() == SITES
    common, rest = (block.value for block in page.body if block.block_type == "sites")
    assert [site.name for site in common["sites"]] == ["Bone", "Liver", "Lung", "Brain"]
    assert (common["group"], rest["group"], len(rest["sites"])) == ("common", "less_common", 8)
    assert {site.body_part for site in rest["sites"]} >= {"bone_marrow", "digestive_tract", "peritoneum", "spine"}
    assert "20 blocks, 12 sites, 0 blocks not placed." in said
    assert f"/admin/pages/{page.pk}/edit/" in said


def test_everything_is_a_draft_and_readers_get_none_of_it(bring: Any, client: Client) -> None:
    page, _ = bring()
    drafts = [page, *MetastasisSite.objects.all()]
    assert not any(draft.live for draft in drafts)
    assert all(draft.has_unpublished_changes and draft.latest_revision for draft in drafts)
    assert Edition.objects.count() == 0
    assert client.get(f"{PARENT}{page.slug}/").status_code == 404


def test_the_one_who_brings_it_is_the_contributor(bring: Any, writer: User) -> None:
    page, said = bring()
    for draft in [page, *MetastasisSite.objects.all()]:
        assert contributors(draft.latest_revision.as_object(), None) == {str(writer.pk)}
    assert page.owner == writer
    assert "Without --by" not in said


def test_without_a_name_it_is_said_that_nobody_can_approve_it(bring: Any) -> None:
    _, said = bring(by="")
    assert "Without --by" in said


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_first_save_in_the_editor_changes_no_digest(bring: Any, name: str) -> None:
    page, _ = bring(name)
    admin = factories.administrator()
    for draft in [page, *MetastasisSite.objects.all()]:
        before = own_digest(draft.latest_revision.as_object())
        assert own_digest(saved_again(draft, admin)) == before, draft


def test_every_word_goes_through_the_review_to_the_public_page(bring: Any, client: Client) -> None:
    page, _ = bring()
    for ancestor in page.get_ancestors().filter(depth__gt=1).specific():
        released(ancestor)
    released(page)
    found = shown_at(f"{PARENT}{page.slug}/")
    assert found.status == "public" and found.review_line.reviewers
    response = client.get(f"{PARENT}{page.slug}/")
    assert response.status_code == 200
    shown = " ".join(unescape(strip_tags(response.content.decode())).split())
    missing = [word for text in every_text() for word in text.split() if word.strip(".,:?") not in shown]
    assert missing == []
    assert all(text in shown for text in every_text() if len(text) < 100 and ". " not in text)


def test_unplaced_words_are_kept_and_keep_it_from_review(bring: Any) -> None:
    page, said = bring("picture.html", pages.html().replace(b"</body>", b'<img alt="Both lungs"></body>'))
    assert page.body[-1].block_type == "unplaced" and page.body[-1].value["text"] == "Both lungs"
    assert "NOT PLACED" in said
    with pytest.raises(Refused, match="not placed yet"):
        decisions.submit(page, factories.editor())


def test_a_site_of_the_same_name_is_left_alone(bring: Any) -> None:
    old = factories.MetastasisSiteFactory(name="bone", what_it_is="<p>Old words.</p>")
    _, said = bring()
    old.refresh_from_db()
    assert old.what_it_is == "<p>Old words.</p>"
    assert MetastasisSite.objects.filter(name__iexact="bone").count() == 2
    assert "A site named Bone exists: made a second draft" in said


def test_a_second_page_of_the_same_title_gets_an_address_of_its_own(bring: Any) -> None:
    bring()
    page, _ = bring()
    assert page.slug == "where-breast-cancer-can-travel-2"


def test_a_given_title_and_an_address_without_slashes(bring: Any) -> None:
    page, said = bring(title="Another title", parent="about/types")
    assert page.title == "Another title"
    assert TITLE in json.dumps(page.body.get_prep_value())
    assert "own title stays" in said


def test_the_home_page_takes_a_topic_too(bring: Any) -> None:
    page, _ = bring(parent="/")
    assert page.get_parent().depth == 2


@pytest.mark.parametrize(
    ("name", "content", "options", "words"),
    [
        ("a.txt", b"words", {}, "only .docx, .html and .md"),
        ("a.docx", b"PK\x03\x04 broken", {}, "damaged"),
        ("a.docx", b"%PDF-1.7", {}, "a PDF"),
        ("a.md", b"", {}, "empty"),
        ("a.md", b"A sentence is no title.", {}, "--title"),
        ("topic.md", None, {"parent": "/about/none/"}, "under /about/ there is types"),
        ("topic.md", None, {"parent": "/about/types/none/"}, "there is nothing"),
        ("topic.md", None, {"by": "nobody"}, "no active account"),
        ("topic.md", None, {"title": "x" * 300}, "longer than 255"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(
    bring: Any, name: str, content: bytes | None, options: dict[str, str], words: str
) -> None:
    before = everything()
    with pytest.raises(CommandError) as refused:
        bring(name, content, **options)
    assert "Nothing was written." in str(refused.value)
    assert words in str(refused.value)
    assert everything() == before


def test_a_closed_account_brings_nothing(bring: Any, writer: User) -> None:
    writer.is_active = False
    writer.save()
    with pytest.raises(CommandError, match="no active account"):
        bring()


def test_a_topic_takes_no_page_under_it(bring: Any) -> None:
    page, _ = bring()
    with pytest.raises(CommandError, match="choose a section"):
        bring(parent=f"{PARENT}{page.slug}/")


def test_a_failure_half_way_leaves_nothing(bring: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything()

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(write.TopicPage, "save_revision", fail)
    with pytest.raises(RuntimeError):
        bring()
    assert everything() == before
