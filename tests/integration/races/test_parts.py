"""Parts change in all their pages at once, whatever else happens at that moment."""

import pytest

from cms.editions.models import Edition, Publication
from cms.review import withdrawing
from cms.review.refusals import Refused
from tests.factories.releases import shown_at
from tests.integration.races.conftest import Cast, page_with, site
from tests.integration.races.racing import ROUNDS, Racers, Reader, watched

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def pins(address: str) -> dict[str, str | None]:
    """What a page shows of each part: its words, or nothing."""
    found = shown_at(address).edition.snapshot["parts"]
    return {key: pin["snapshot"]["fields"]["what_it_is"] if "snapshot" in pin else None for key, pin in found.items()}


def test_two_parts_that_share_hosts_are_released(cast: Cast, racers: Racers) -> None:
    bone, lung = site(cast, "Bone"), site(cast, "Lung")
    for slug, shown in (("one", (bone, lung)), ("two", (lung, bone)), ("three", (bone,))):
        cast.release(page_with(cast, slug, *shown))
    addresses = ("/one/", "/two/", "/three/")
    with watched(Reader(*addresses, parts=(bone.object_id, lung.object_id))):
        for number in range(ROUNDS):
            ready = [cast.checked(cast.write(part, f"Words {number}.")) for part in (bone, lung)]
            outcome = racers.run(lambda r=ready: cast.approve(r[0], 0), lambda r=ready: cast.approve(r[1], 1))
            assert not [one for one in outcome if isinstance(one, Refused)], outcome
            for address in addresses:
                assert set(pins(address).values()) == {f"<p>Words {number}.</p>"}
    numbers = [
        Edition.objects.filter(object_id=row.object_id).count() for row in Publication.objects.exclude(address=None)
    ]
    assert sorted(numbers) == [ROUNDS + 1, 2 * ROUNDS + 1, 2 * ROUNDS + 1]


def test_a_part_is_released_during_its_pages_release(cast: Cast, racers: Racers) -> None:
    """The page brings the part's newer text itself, so whoever is second finds it done: its approval is void."""
    bone = site(cast, "Bone")
    page, other = page_with(cast, "spread", bone), page_with(cast, "other", bone)
    cast.release(page)
    cast.release(other)
    with watched(Reader("/spread/", "/other/", parts=(bone.object_id,))):
        for number in range(ROUNDS):
            cast.write(bone, f"Words {number}.")
            alone = cast.checked(bone)
            whole = cast.checked(cast.write(page, f"Lead {number}."))
            by_part, by_page = racers.run(lambda s=alone: cast.approve(s, 0), lambda s=whole: cast.approve(s, 1))
            assert not (isinstance(by_part, Refused) and isinstance(by_page, Refused))
            assert pins("/spread/") == pins("/other/") == {bone.object_id: f"<p>Words {number}.</p>"}
            lead = shown_at("/spread/").edition.snapshot["fields"]["lead"]
            assert (lead == f"Lead {number}.") != isinstance(by_page, Refused)
            cast.clear(bone)
            cast.clear(page)


def test_a_part_is_withdrawn_during_its_pages_release(cast: Cast, racers: Racers) -> None:
    bone, lung = site(cast, "Bone"), site(cast, "Lung")
    page = page_with(cast, "spread", bone, lung)
    cast.release(page)
    with watched(Reader("/spread/", parts=(bone.object_id, lung.object_id))):
        for number in range(ROUNDS):
            submission = cast.checked(cast.write(page, f"Lead {number}."))
            approval, taken = racers.run(
                lambda s=submission: cast.approve(s),
                lambda: withdrawing.withdraw(bone.object_id, cast.sender, "A mistake was found."),
            )
            assert not isinstance(taken, Refused)
            assert pins("/spread/")[bone.object_id] is None
            assert pins("/spread/")[lung.object_id]
            lead = shown_at("/spread/").edition.snapshot["fields"]["lead"]
            assert (lead == f"Lead {number}.") != isinstance(approval, Refused)
            cast.clear(page)
            cast.release(bone)
            assert pins("/spread/")[bone.object_id]


def test_a_page_is_withdrawn_during_its_release(cast: Cast, racers: Racers) -> None:
    bone = site(cast, "Bone")
    page = page_with(cast, "spread", bone)
    cast.release(page)
    with watched(Reader("/spread/", parts=(bone.object_id,), always=False)):
        for number in range(ROUNDS):
            submission = cast.checked(cast.write(page, f"Lead {number}."))
            approval, taken = racers.run(
                lambda s=submission: cast.approve(s),
                lambda: withdrawing.withdraw(page.object_id, cast.sender, "A mistake was found."),
            )
            found = shown_at("/spread/")
            page.refresh_from_db()
            if found.status == "public":
                assert not isinstance(approval, Refused)
                assert found.edition.snapshot["fields"]["lead"] == f"Lead {number}."
                assert page.live
            else:
                assert not isinstance(taken, Refused)
                assert not page.live
                cast.clear(page)
                cast.release(page)


def test_a_part_is_withdrawn_during_its_own_release(cast: Cast, racers: Racers) -> None:
    bone = site(cast, "Bone")
    page = page_with(cast, "spread", bone)
    cast.release(page)
    with watched(Reader("/spread/", parts=(bone.object_id,))):
        for number in range(ROUNDS):
            submission = cast.checked(cast.write(bone, f"Words {number}."))
            approval, taken = racers.run(
                lambda s=submission: cast.approve(s),
                lambda: withdrawing.withdraw(bone.object_id, cast.sender, "A mistake was found."),
            )
            assert not isinstance(taken, Refused)
            shown, public = (
                pins("/spread/")[bone.object_id],
                not Publication.objects.get(pk=bone.object_id).withdrawn_at,
            )
            assert bool(shown) == public
            if not public:
                cast.clear(bone)
                cast.release(cast.write(bone, f"Words {number} again."))
            assert pins("/spread/")[bone.object_id]
