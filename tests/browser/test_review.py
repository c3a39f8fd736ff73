"""From draft to public and back, by hand: an editor, a checker, a reviewer and a reader before their browsers."""

import re

import pytest
from playwright.sync_api import expect

from cms.people.models import Credential
from tests import factories
from tests.browser.conftest import People
from tests.browser.person import Person
from tests.factories import body
from tests.factories.releases import released, submitted

TITLE, ADDRESS = "Bones and movement", "/bones-and-movement/"


def page_address(page: object, view: str = "edit") -> str:
    return f"/admin/pages/{page.pk}/{view}/"


def part_address(site: object) -> str:
    return f"/admin/snippets/content/metastasissite/edit/{site.pk}/"


@pytest.fixture
def bone(server: str) -> object:
    """A public site."""
    factories.home_page()
    return released(factories.MetastasisSiteFactory(name="Bone", plain_name="Bones", what_it_is="<p>About bones.</p>"))


@pytest.fixture
def host(bone: object) -> object:
    """A public page that shows it."""
    shown = body.stream(body.heading("Where"), body.paragraph("Some places."), body.sites([bone]))
    return released(factories.topic_page(title="Where it spreads", slug="where", body=shown))


def writes_a_topic(editor: Person, home: int) -> None:
    editor.edits(f"/admin/pages/add/content/topicpage/{home}/")
    page = editor.page
    page.get_by_role("textbox", name="title").fill(TITLE)
    page.get_by_role("textbox", name="Lead").fill("How bones and movement go together.")
    editor.adds_block("Heading").get_by_role("textbox", name="Heading").fill("Moving with care")
    editor.writes_richly(editor.adds_block("Paragraph"), "Short walks can help.")
    editor.is_saved()


def test_from_draft_to_public(people: People, reader: Person, bone: object) -> None:
    editor, checker = people(factories.editor()), people(factories.checker())
    writes_a_topic(editor, factories.home_page().pk)
    sites = editor.adds_block("Metastasis sites")
    sites.get_by_role("button", name="Choose metastasis site").click()
    editor.page.get_by_role("link", name="Bone", exact=True).click()
    expect(sites.get_by_text("Bone", exact=True).first).to_be_visible()
    editor.submits()
    editor.sees("has been submitted")
    assert reader.goes_to(ADDRESS) == 404

    checker.opens_what_awaits(TITLE)
    expect(checker.page.frame_locator("iframe").locator("h1")).to_have_text(TITLE)
    checker.decides("Approve")
    checker.sees("waits for the next step")
    assert reader.goes_to(ADDRESS) == 404

    reviewer = people(factories.reviewer(first_name="Sample", last_name="Reviewer"), width=360)
    reviewer.opens_what_awaits(TITLE)
    wide = reviewer.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide, "a reviewer on a phone has to scroll sideways"
    reviewer.decides("Approve")
    reviewer.sees(f"Readers see “{TITLE}” now.")

    assert reader.goes_to(ADDRESS) == 200
    reader.sees("Short walks can help.", "About bones.", "Last reviewed", "by Sample Reviewer, MD, MPH")


def test_a_refusal_says_all_and_loses_nothing(people: People, server: str) -> None:
    editor = people(factories.editor())
    writes_a_topic(editor, factories.home_page().pk)
    editor.page.get_by_role("textbox", name="Lead").fill("")
    left = editor.adds_block("Not placed yet")
    left.get_by_role("textbox").last.fill("Words that fit nowhere.")
    editor.submits()
    editor.sees("1 block is not placed yet", "The page has no lead")
    editor.does_not_see("has been submitted")
    expect(editor.page.locator('[name="body-2-value-text"]')).to_have_value("Words that fit nowhere.")
    expect(editor.page.locator('[name="body-0-value-text"]')).to_have_value("Moving with care")


def test_nobody_approves_what_they_may_not(people: People, server: str) -> None:
    writer = factories.checker()
    submitted(factories.topic_page(title="My own", by=writer), by=writer)
    author = people(writer)
    author.opens_what_awaits("My own")
    author.sees("You cannot approve this now", "You contributed to this text", "You submitted this text")
    author.decides("Approve", "I know it best.")
    author.sees("You contributed to this text", "You submitted this text")
    expect(author.page.get_by_role("textbox", name="Comment")).to_have_value("I know it best.")

    submission = submitted(factories.topic_page(title="For a doctor"))
    doctor = factories.reviewer()
    people(factories.checker()).approves("For a doctor")
    expired = people(doctor)
    expired.opens_what_awaits("For a doctor")
    expired.does_not_see("You cannot approve this now")
    Credential.objects.filter(user=doctor).update(valid_until="2020-01-01")
    expired.decides("Approve", "Fine.")
    expired.sees("no credential that is valid today")
    submission.refresh_from_db()
    assert submission.status == "open"


def test_changes_are_asked_for_and_made(people: People, reader: Person, server: str) -> None:
    writer = factories.editor()
    page = factories.topic_page(title=TITLE, slug="bones-and-movement", by=writer)
    submitted(page, by=writer)
    checker, editor = people(factories.checker()), people(writer)
    editor.goes_to(page_address(page))
    editor.sees("In review", "cancel the workflow")
    expect(editor.page.get_by_role("button", name="Page locked")).to_be_disabled()

    checker.opens_what_awaits(TITLE)
    checker.decides("Request changes")
    checker.sees("Say what should change")
    checker.decides("Request changes", "Say for how long.")
    checker.sees("goes back to the editor")

    editor.edits(page_address(page))
    editor.sees("asks for changes: Say for how long.")
    editor.writes_richly(editor.page.get_by_role("region", name="Body"), " Ten minutes a day.")
    editor.is_saved()
    editor.submits()
    checker.approves(TITLE)
    people(factories.reviewer()).approves(TITLE)
    assert reader.goes_to(ADDRESS) == 200
    reader.sees("Ten minutes a day.")


def test_a_part_changes_its_host_and_leaves_it(people: People, reader: Person, bone: object, host: object) -> None:
    editor = people(factories.editor())
    editor.edits(part_address(bone))
    editor.writes_richly(editor.page.get_by_role("region", name="What it is"), " They are strong.")
    editor.is_saved()
    editor.submits()
    reader.goes_to("/where/")
    reader.does_not_see("They are strong.")
    people(factories.checker()).approves("Bone")
    people(factories.reviewer(), width=360).approves("Bone")
    reader.goes_to("/where/")
    reader.sees("About bones. They are strong.")

    editor.goes_to(part_address(bone))
    editor.takes_action("Withdraw")
    editor.sees("Where it spreads", "stays, and says that a section was withdrawn")
    editor.page.get_by_role("textbox", name="Reason").fill("A sample reason.")
    editor.presses("Withdraw now")
    editor.sees("Readers no longer see it.")
    reader.goes_to("/where/")
    reader.does_not_see("They are strong.", "A sample reason.")
    reader.sees("withdrawn")


def test_a_page_moves_and_goes(people: People, reader: Person, host: object) -> None:
    editor = people(factories.editor())
    editor.goes_to(page_address(host))
    editor.page.get_by_role("button", name="Actions").first.click()
    editor.page.get_by_role("link", name="Change address").click()
    editor.page.get_by_role("textbox", name="Last part of the address").fill("where-it-goes")
    editor.presses("Change the address")
    editor.sees("The page now stands at /where-it-goes/")
    assert reader.goes_to("/where/") == 200
    assert reader.page.url.endswith("/where-it-goes/")

    editor.page.get_by_role("button", name="Actions").first.click()
    editor.page.get_by_role("link", name="Withdraw").click()
    editor.page.get_by_role("textbox", name="Reason").fill("A sample reason.")
    editor.presses("Withdraw now")
    editor.sees("Readers no longer see it.")
    assert reader.goes_to("/where-it-goes/") == 410
    reader.does_not_see("About bones.", "A sample reason.")


def test_an_administrator_cannot_publish_either(people: People, reader: Person, host: object) -> None:
    admin = people(factories.administrator())
    admin.edits(page_address(host))
    admin.page.get_by_role("textbox", name="Lead").fill("Not reviewed.")
    admin.is_saved()
    footer = admin.page.locator("footer")
    footer.get_by_role("button", name="More actions").click()
    expect(footer.get_by_role("button", name=re.compile("ublish"))).to_have_count(0)
    admin.page.keyboard.press("Escape")
    admin.page.get_by_role("button", name="Actions").first.click()
    expect(admin.page.get_by_role("link", name="Withdraw")).to_be_visible()
    expect(admin.page.get_by_role("link", name=re.compile("ublish"))).to_have_count(0)
    admin.goes_to(f"/admin/pages/{host.get_parent().pk}/")
    admin.page.get_by_role("checkbox", name=re.compile("Where it spreads|Select$")).first.check()
    expect(admin.page.get_by_role("link", name="Delete selected pages")).to_be_visible()
    expect(admin.page.get_by_role("link", name=re.compile("ublish"))).to_have_count(0)
    assert admin.goes_to("/admin/account/") == 200
    reader.goes_to("/where/")
    reader.does_not_see("Not reviewed.")
