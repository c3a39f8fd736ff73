"""A part in its pages: current and pending, withdrawn and restored, essential or not."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms.editions.models import Edition, Publication
from cms.editions.publications import resolve
from cms.editions.verify import faults
from cms.ledger.models import Entry
from cms.review import decisions, withdrawing
from cms.review.refusals import Refused
from tests.factories import MetastasisSiteFactory, body, checker, editor, reviewer, topic_page
from tests.factories.releases import edited, released, shown_at, submitted

pytestmark = pytest.mark.django_db
LATER = timedelta(days=2)


@pytest.fixture(autouse=True)
def whole_record() -> Any:
    """Whatever a test does, the record agrees with what is public."""
    yield
    assert list(faults()) == []


def showing(*sites: Any, slug: str = "spread", **fields: Any) -> Any:
    return topic_page(slug=slug, body=body.stream(body.heading("Sites"), body.sites(list(sites))), **fields)


def words(address: str, site: Any, at: Any = None) -> str | None:
    """What a page says of a site at a moment; None where it says that it was withdrawn."""
    pin = resolve(address, at or timezone.now()).edition.snapshot["parts"][site.object_id]
    return pin["snapshot"]["fields"]["what_it_is"] if "snapshot" in pin else None


class TestPending:
    def scheduled(self, site: Any) -> Any:
        """A page that is public, with a newer edition waiting for its hour."""
        page = released(showing(site))
        newest = page.latest_revision.as_object()
        newest.lead, newest.go_live_at = "A later lead.", timezone.now() + LATER
        newest.save_revision(user=editor())
        return released(page)

    def test_a_newer_part_reaches_both(self) -> None:
        site = MetastasisSiteFactory()
        page = self.scheduled(site)
        released(edited(site, what_it_is="<p>Newer words.</p>"))
        after = timezone.now() + LATER
        assert words("/spread/", site) == words("/spread/", site, after) == "<p>Newer words.</p>"
        assert shown_at("/spread/").edition.snapshot["fields"]["lead"] == "A sample lead."
        assert resolve("/spread/", after).edition.snapshot["fields"]["lead"] == "A later lead."
        row = Publication.objects.get(pk=page.object_id)
        assert row.current.cause == row.pending.cause == "reissued"

    def test_a_withdrawn_part_leaves_both(self) -> None:
        site = MetastasisSiteFactory()
        self.scheduled(site)
        withdrawing.withdraw(site.object_id, editor(), "A mistake.")
        assert words("/spread/", site) is None
        assert words("/spread/", site, timezone.now() + LATER) is None

    def test_withdrawing_the_page_takes_what_waits_with_it(self) -> None:
        page = self.scheduled(MetastasisSiteFactory())
        withdrawing.withdraw(page.object_id, editor(), "A mistake.")
        assert resolve("/spread/", timezone.now() + LATER).status == "withdrawn"


class TestWithdrawal:
    def test_every_host_in_one_entry_and_others_not(self) -> None:
        bone, lung = MetastasisSiteFactory(), MetastasisSiteFactory()
        one, two = released(showing(bone, lung, slug="one")), released(showing(bone, slug="two"))
        other = released(showing(lung, slug="other"))
        before = Entry.objects.count()
        affected = withdrawing.withdraw(bone.object_id, editor(), "A mistake.")
        assert set(affected) == {bone.object_id, one.object_id, two.object_id}
        assert Entry.objects.count() == before + 1
        assert words("/one/", bone) is words("/two/", bone) is None
        assert words("/one/", lung) and words("/other/", lung)
        assert Edition.objects.filter(object_id=other.object_id).count() == 1

    def test_a_page_that_cannot_stand_without_it_goes_too(self) -> None:
        site = MetastasisSiteFactory()
        page = released(topic_page(slug="bone", subject=site))
        other = released(showing(site))
        withdrawing.withdraw(site.object_id, editor(), "A mistake.")
        assert shown_at("/bone/").status == "withdrawn"
        assert shown_at("/spread/").status == "public"
        page.refresh_from_db()
        other.refresh_from_db()
        assert (page.live, other.live) == (False, True)

    def test_a_decision_restores_the_part_where_it_was_shown(self) -> None:
        site = MetastasisSiteFactory()
        released(showing(site))
        withdrawing.withdraw(site.object_id, editor(), "A mistake.")
        released(edited(site, what_it_is="<p>Mended.</p>"))
        assert words("/spread/", site) == "<p>Mended.</p>"

    def test_a_page_brings_no_withdrawn_part_back(self) -> None:
        site = MetastasisSiteFactory()
        page = released(showing(site))
        withdrawing.withdraw(site.object_id, editor(), "A mistake.")
        released(edited(page, lead="Newer words."))
        assert words("/spread/", site) is None

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_a_reason_is_needed(self, reason: str) -> None:
        site = MetastasisSiteFactory()
        released(site)
        with pytest.raises(Refused, match="Give a reason"):
            withdrawing.withdraw(site.object_id, editor(), reason)

    def test_what_is_not_public_cannot_be_withdrawn(self) -> None:
        site = MetastasisSiteFactory()
        with pytest.raises(Refused, match="not public"):
            withdrawing.withdraw(site.object_id, editor(), "A mistake.")
        released(site)
        withdrawing.withdraw(site.object_id, editor(), "A mistake.")
        with pytest.raises(Refused, match="not public"):
            withdrawing.withdraw(site.object_id, editor(), "Again.")


class TestReissue:
    def test_the_hosts_own_decision_and_date_stay_and_the_parts_is_added(self) -> None:
        site = MetastasisSiteFactory()
        page = showing(site)
        first, second = reviewer(), reviewer()
        released(page, medical=first)
        before = shown_at("/spread/")
        released(edited(site, what_it_is="<p>Newer words.</p>"), medical=second)
        after = shown_at("/spread/")
        assert after.edition.reviewed_at == before.edition.reviewed_at
        assert [r.name for r in after.review_line.reviewers] == [first.display_name]
        by = {(d["object_id"], d["person_id"]) for d in after.edition.decisions if d["step"] == "medical"}
        assert by == {(page.object_id, str(first.pk)), (site.object_id, str(second.pk))}

    def test_the_due_date_is_the_earliest(self) -> None:
        site = MetastasisSiteFactory()
        released(showing(site))
        late = shown_at("/spread/").review_line.due_on
        released(edited(site, review_interval_months=2))
        sooner = shown_at("/spread/").review_line.due_on
        assert sooner and late and sooner < late
        released(edited(site, review_interval_months=None))
        assert shown_at("/spread/").review_line.due_on == late

    def test_a_parts_newer_text_voids_the_open_approvals_of_its_pages(self) -> None:
        site = MetastasisSiteFactory()
        page = released(showing(site))
        submission = submitted(edited(page, lead="Newer lead."))
        decisions.approve(submission, checker(), digest=submission.digest)
        released(edited(site, what_it_is="<p>Newer words.</p>"))
        with pytest.raises(Refused, match="has changed since it was submitted"):
            decisions.approve(submission, reviewer(), digest=submission.digest)
