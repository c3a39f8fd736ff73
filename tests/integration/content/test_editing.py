"""The editor's way: forms, lists and the rule that a save without a change changes nothing."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.panels import get_edit_handler

from cms.content.models import GlossaryTerm, MetastasisSite, Profile, TopicPage
from cms.review.contributions import own_digest
from cms.sources.models import Source
from tests import factories
from tests.factories import body
from tests.factories.posting import posted

pytestmark = pytest.mark.django_db

RICH = (
    '<p data-block-key="a1">Plain, <b>bold</b>, <i>italic</i>, H<sub>2</sub>O, x<sup>2</sup>, '
    '<a href="https://example.org/?a=1&amp;b=2">a link</a> &amp; more.</p><p data-block-key="a2">Another paragraph.</p>'
)


def full_topic() -> TopicPage:
    """A topic with every block there is."""
    site, term, source = (
        factories.MetastasisSiteFactory(), factories.GlossaryTermFactory(), factories.SourceFactory()
    )  # fmt: skip
    other = factories.topic_page()
    return factories.topic_page(
        lead="Two lines\nof lead.",
        subject=site,
        authors=body.stream(("author", factories.ProfileFactory().pk)),
        related_pages=body.stream(("page", other.pk)),
        review_interval_months=12,
        body=body.stream(
            body.heading("One"),
            body.heading("Two", 3),
            body.paragraph(RICH, [source]),
            body.bullets("One", ("Two", ["Under"]), ordered=True, sources=[source]),
            body.image(factories.ImageFactory(), caption="A caption"),
            body.image(factories.ImageFactory(), alt=""),
            body.quotation("Some words\nin two lines", "Somebody"),
            body.callout(RICH, "A note"),
            body.care_card("Call now", "One sign", "Two signs", urgency="emergency", text="Words"),
            body.table(["Site", "Test"], ["Bone", ""], ["Liver", "Scan"]),
            body.sites([site], heading="Common sites", introduction="Words"),
            body.treatments(("Sample", "One line.", other), ("Other", "", None), introduction="Words"),
            body.related([other]),
            body.questions("One?", "Two?"),
            body.terms([term]),
            body.unplaced("Lost\nwords"),
        ),
    )


def saved_again(draft: Any, user: Any) -> Any:
    """Load `draft` into its form, send the form back as a browser would, and give the result."""
    loaded = type(draft).objects.get(pk=draft.pk).latest_revision.as_object()
    form_class = get_edit_handler(type(draft)).get_form_class()
    shown = form_class(instance=loaded, for_user=user)
    form = form_class(data=posted(shown), instance=loaded, for_user=user)
    assert form.is_valid(), form.errors
    saved = form.save(commit=False)
    saved.save_revision(user=user)
    return type(draft).objects.get(pk=draft.pk).latest_revision.as_object()


class TestSavingWithoutAChange:
    def test_a_topic_with_every_block(self, media_root: object) -> None:
        page, admin = full_topic(), factories.administrator()
        before = own_digest(page)
        assert own_digest(saved_again(page, admin)) == before
        assert page.revisions.count() == 2

    @pytest.mark.parametrize(
        "make",
        [
            lambda: factories.MetastasisSiteFactory(
                what_it_is=RICH,
                emergency_note=RICH,
                sources=body.stream(("source", factories.SourceFactory().pk)),
                review_interval_months=6,
            ),
            lambda: factories.GlossaryTermFactory(also_called="One, two"),
            lambda: factories.section_page(body=body.stream(body.paragraph(RICH))),
            lambda: factories.standard_page(body=body.stream(body.table(["One"], ["two"]))),
        ],
    )
    def test_other_kinds(self, make: Any) -> None:
        draft, admin = make(), factories.administrator()
        before = own_digest(draft)
        assert own_digest(saved_again(draft, admin)) == before


@pytest.fixture
def admin_client(client: Client) -> Client:
    client.force_login(factories.administrator())
    return client


LIBRARY = [
    (MetastasisSite, factories.MetastasisSiteFactory),
    (GlossaryTerm, factories.GlossaryTermFactory),
    (Source, factories.SourceFactory),
    (Profile, factories.ProfileFactory),
]


@pytest.mark.parametrize(("model", "make"), LIBRARY)
class TestLibrary:
    def url(self, model: Any, view: str, *args: Any) -> str:
        return reverse(model.snippet_viewset.get_url_name(view), args=args)

    def test_list_editor_and_usage_open(self, admin_client: Client, model: Any, make: Any) -> None:
        entry = make()
        for address in (
            self.url(model, "list"),
            self.url(model, "add"),
            self.url(model, "edit", entry.pk),
            self.url(model, "usage", entry.pk),
            self.url(model, "history", entry.pk),
        ):
            assert admin_client.get(address).status_code == 200, address

    def test_the_list_takes_as_many_queries_for_many_as_for_few(
        self, admin_client: Client, django_assert_max_num_queries: Any, model: Any, make: Any
    ) -> None:
        make.create_batch(2)
        address = self.url(model, "list")
        admin_client.get(address)
        with django_assert_max_num_queries(40) as few:
            admin_client.get(address)
        make.create_batch(10)
        with django_assert_max_num_queries(len(few.captured_queries)):
            admin_client.get(address)

    def test_search_finds_it(self, admin_client: Client, model: Any, make: Any) -> None:
        entry = make()
        found = admin_client.get(self.url(model, "list"), {"q": str(entry).split(" (")[0].split(",")[0]})
        assert str(entry).split(",")[0].encode() in found.content

    def test_there_is_no_copying(self, admin_client: Client, model: Any, make: Any) -> None:
        assert model.snippet_viewset.copy_view_enabled is False


class TestLists:
    def test_parts_show_their_state(self, admin_client: Client) -> None:
        factories.MetastasisSiteFactory(name="Sample bone")
        found = admin_client.get(reverse(MetastasisSite.snippet_viewset.get_url_name("list"))).content.decode()
        assert "Sample bone" in found and "draft" in found

    def test_sites_filter_by_body_part(self, admin_client: Client) -> None:
        factories.MetastasisSiteFactory(name="In bone", body_part="bone")
        factories.MetastasisSiteFactory(name="In liver", body_part="liver")
        address = reverse(MetastasisSite.snippet_viewset.get_url_name("list"))
        found = admin_client.get(address, {"body_part": "liver"}).content.decode()
        assert "In liver" in found and "In bone" not in found

    def test_usage_names_the_pages(self, admin_client: Client) -> None:
        site = factories.MetastasisSiteFactory()
        factories.topic_page(title="A page that shows it", body=body.stream(body.sites([site])))
        address = reverse(MetastasisSite.snippet_viewset.get_url_name("usage"), args=[site.pk])
        assert "A page that shows it" in admin_client.get(address).content.decode()

    def test_one_menu_entry_for_the_library(self, admin_client: Client) -> None:
        menu = admin_client.get(reverse("wagtailadmin_home")).content.decode()
        assert "Library" in menu and "Metastasis sites" in menu


class TestPageEditors:
    @pytest.mark.parametrize("make", [factories.home_page, factories.section_page, factories.standard_page, full_topic])
    def test_every_editor_opens(self, admin_client: Client, media_root: object, make: Any) -> None:
        page = make()
        assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200

    def test_a_new_topic_can_be_started(self, admin_client: Client) -> None:
        parent = factories.section_page()
        address = reverse("wagtailadmin_pages:add", args=["content", "topicpage", parent.pk])
        assert admin_client.get(address).status_code == 200

    def test_the_image_form_asks_for_credit_and_licence_and_not_for_a_description(self, admin_client: Client) -> None:
        found = admin_client.get(reverse("wagtailimages:add")).content.decode()
        assert 'id="id_credit"' in found and 'id="id_licence"' in found and 'id="id_description"' not in found
