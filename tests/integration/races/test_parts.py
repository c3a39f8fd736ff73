"""Parts change in all their pages at once, whatever else happens at that moment."""

import pytest

from cms.editions.models import Edition, Publication
from cms.review import withdrawing
from cms.review.drafts import find
from cms.review.refusals import Refused
from tests.factories.releases import shown_at
from tests.integration.races.conftest import Cast, page_with, site
from tests.integration.races.racing import Racers, Reader, watched
from tests.integration.races.scene import rounds

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

REASON = "A mistake was found."


def pins(address: str) -> dict[str, str | None]:
    """What a page shows of each part: its words, or nothing."""
    found = shown_at(address).edition.snapshot["parts"]
    return {key: pin["snapshot"]["fields"]["what_it_is"] if "snapshot" in pin else None for key, pin in found.items()}


def lead(address: str) -> str:
    return shown_at(address).edition.snapshot["fields"]["lead"]


def test_two_parts_that_share_hosts_are_released(cast: Cast, racers: Racers) -> None:
    bone, lung = site(cast, "Bone"), site(cast, "Lung")
    for slug, shown in (("one", (bone, lung)), ("two", (lung, bone)), ("three", (bone,))):
        cast.release(page_with(cast, slug, *shown))
    addresses = ("/one/", "/two/", "/three/")
    ready = [cast.checked(cast.write(part, "Newer words.")) for part in (bone, lung)]
    with watched(Reader(*addresses, parts=(bone.object_id, lung.object_id))) as reader:
        for _ in rounds(reader):
            outcome = racers.run(lambda: cast.approve(ready[0], 0), lambda: cast.approve(ready[1], 1))
            assert not [one for one in outcome if isinstance(one, Refused)], outcome
            for address in addresses:
                assert set(pins(address).values()) == {"<p>Newer words.</p>"}
            numbers = [shown_at(address).edition.number for address in addresses]
            assert numbers == [3, 3, 2]


def test_a_part_is_released_during_its_pages_release(cast: Cast, racers: Racers) -> None:
    """The page brings the part's newer text itself, so after the part alone the page's approval is void."""
    bone = site(cast, "Bone")
    page, other = page_with(cast, "spread", bone), page_with(cast, "other", bone)
    cast.release(page)
    cast.release(other)
    alone = cast.checked(cast.write(bone, "Newer words."))
    whole = cast.checked(cast.write(page, "A newer lead."))
    with watched(Reader("/spread/", "/other/", parts=(bone.object_id,))) as reader:
        for _ in rounds(reader):
            by_part, by_page = racers.run(lambda: cast.approve(alone, 0), lambda: cast.approve(whole, 1))
            assert not (isinstance(by_part, Refused) and isinstance(by_page, Refused))
            assert pins("/spread/") == pins("/other/") == {bone.object_id: "<p>Newer words.</p>"}
            assert (lead("/spread/") == "A newer lead.") != isinstance(by_page, Refused)


def test_a_part_is_withdrawn_during_its_pages_release(cast: Cast, racers: Racers) -> None:
    bone, lung = site(cast, "Bone"), site(cast, "Lung")
    page = page_with(cast, "spread", bone, lung)
    cast.release(page)
    submission = cast.checked(cast.write(page, "A newer lead."))
    with watched(Reader("/spread/", parts=(bone.object_id, lung.object_id))) as reader:
        for _ in rounds(reader):
            approval, taken = racers.run(
                lambda: cast.approve(submission), lambda: withdrawing.withdraw(bone.object_id, cast.sender, REASON)
            )
            assert not isinstance(taken, Refused)
            assert pins("/spread/")[bone.object_id] is None
            assert pins("/spread/")[lung.object_id]
            assert (lead("/spread/") == "A newer lead.") != isinstance(approval, Refused)


def test_a_part_is_withdrawn_during_its_own_release(cast: Cast, racers: Racers) -> None:
    bone = site(cast, "Bone")
    cast.release(page_with(cast, "spread", bone))
    submission = cast.checked(cast.write(bone, "Newer words."))
    with watched(Reader("/spread/", parts=(bone.object_id,))) as reader:
        for _ in rounds(reader):
            _, taken = racers.run(
                lambda: cast.approve(submission), lambda: withdrawing.withdraw(bone.object_id, cast.sender, REASON)
            )
            assert not isinstance(taken, Refused)
            public = Publication.objects.get(pk=bone.object_id).withdrawn_at is None
            assert bool(pins("/spread/")[bone.object_id]) == public == find(bone.object_id).live


def test_a_page_is_withdrawn_during_its_release(cast: Cast, racers: Racers) -> None:
    bone = site(cast, "Bone")
    page = page_with(cast, "spread", bone)
    cast.release(page)
    submission = cast.checked(cast.write(page, "A newer lead."))
    with watched(Reader("/spread/", parts=(bone.object_id,), always=False)) as reader:
        for _ in rounds(reader):
            approval, taken = racers.run(
                lambda: cast.approve(submission), lambda: withdrawing.withdraw(page.object_id, cast.sender, REASON)
            )
            assert not isinstance(taken, Refused)
            found = shown_at("/spread/")
            if found.status == "public":
                assert not isinstance(approval, Refused)
                assert lead("/spread/") == "A newer lead."
            assert find(page.object_id).live == (found.status == "public")


def test_an_edit_in_place_during_a_withdrawal(cast: Cast, racers: Racers) -> None:
    page = page_with(cast, "spread", site(cast, "Bone"))
    cast.release(page)

    def edit() -> None:
        newest = find(page.object_id).latest_revision
        draft = newest.as_object()
        draft.lead = "Never approved."
        draft.save_revision(user=cast.writer, overwrite_revision=newest)

    for _ in rounds():
        _, taken = racers.run(edit, lambda: withdrawing.withdraw(page.object_id, cast.sender, REASON))
        assert not isinstance(taken, Refused)
        assert shown_at("/spread/").status == "withdrawn"
        assert not find(page.object_id).live
        assert find(page.object_id).latest_revision.as_object().lead == "Never approved."
        assert Edition.objects.filter(object_id=page.object_id).count() == 1
