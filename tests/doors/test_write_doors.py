"""Through no write door does an unapproved text reach a reader, and the approved one is still served."""

import pytest
from wagtail.models import Page

from cms.editions.verify import faults
from tests.doors import write_doors  # noqa: F401  (importing it fills the list)
from tests.doors.read_doors import READ_DOORS, get, heard
from tests.doors.registry import GONE, SHOWN, WRITE_DOORS, WriteDoor
from tests.doors.stage import APPROVED, SECRET, SENTINEL, Stage

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
