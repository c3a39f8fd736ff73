"""Through no write door does an unapproved text reach a reader, and the approved one is still served."""

import pytest
from wagtail.models import Page

from cms.editions.verify import faults
from tests.doors import write_doors  # noqa: F401  (importing it fills the list)
from tests.doors.read_doors import READ_DOORS, get, heard
from tests.doors.registry import GONE, SHOWN, WRITE_DOORS, WriteDoor
from tests.doors.stage import APPROVED, SECRET, SENTINEL, Stage, revised
from tests.factories.releases import released

pytestmark = pytest.mark.django_db


def leaks(stage: Stage) -> dict[str, list[str]]:
    """The read doors through which a word came out that nobody approved."""
    found: dict[str, list[str]] = {}
    for name, ask in READ_DOORS.items():
        text = heard(ask, stage).lower()
        if words := [word for word in (SENTINEL, SECRET) if word.lower().encode() in text]:
            found[name] = words
    return found


@pytest.mark.parametrize("door", WRITE_DOORS, ids=lambda door: door.name)
def test_write_door(door: WriteDoor, stage: Stage) -> None:
    said = door.push(stage)
    if door.refused:
        assert door.refused in (said or ""), f"the reason is not shown: {said}"
    assert leaks(stage) == {}
    response = get(stage.address())
    if door.after == SHOWN:
        assert response.status_code == 200
        assert APPROVED.encode() in response.content
    elif door.after == GONE:
        assert response.status_code in (404, 410)
        assert APPROVED.encode() not in response.content
    if door.kept:
        draft = Page.objects.latest("pk").specific if door.kept == "new" else stage.get(door.kept)
        assert SENTINEL in str(draft.latest_revision.content), "what was typed is lost"
    assert list(faults()) == []


def test_the_read_doors_can_hear(stage: Stage) -> None:
    """A text that was approved comes out wherever a leak would, so that silence above means something."""
    released(revised(stage.page, title=SENTINEL, lead=SENTINEL))
    heard_at = {"by_path", "by_other_spellings", "head_and_conditional", "listings_breadcrumbs_and_menus"}
    assert heard_at | {"frozen_html_of_what_is_public"} <= set(leaks(stage))
