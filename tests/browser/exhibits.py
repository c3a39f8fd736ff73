"""Public pages of every type, and one with every block, for whoever looks at pages as readers get them."""

from typing import Any

from cms.review.withdrawing import withdraw
from tests import factories
from tests.factories import body
from tests.factories.releases import released

EVERYTHING = "/a-section/everything/"


def hang() -> list[str]:
    """Release them all. Returns their addresses, those that are gone and those that never were included."""
    home = released(factories.home_page(body=body.stream(body.callout("A word first.", "Welcome"))))
    section = released(factories.section_page(home, slug="a-section", title="A section"))
    simple = released(factories.topic_page(section, slug="simple", title="Simple"))
    released(factories.standard_page(slug="about-us", title="About us"))
    released(_everything(section, simple))
    gone = released(factories.topic_page(section, slug="gone", title="Gone"))
    withdraw(gone.object_id, factories.editor(), "A sample reason.")
    return ["/", "/a-section/", "/a-section/simple/", EVERYTHING, "/about-us/", "/a-section/gone/", "/nowhere/"]


def _everything(section: Any, simple: Any) -> Any:
    artist = factories.editor()
    study, guideline = factories.SourceFactory(), factories.SourceFactory(kind="guideline")
    common = factories.MetastasisSiteFactory(
        name="Bone", emergency_note="<p>Call for help.</p>", sources=body.stream(("source", study.pk))
    )
    less = factories.MetastasisSiteFactory(name="Skin", how_common="less_common", body_part="skin")
    blocks = body.stream(
        body.heading("First things"),
        body.paragraph(
            '<p>Some <b>bold</b> and <a href="https://example.org/">linked</a> words.</p>', [study, guideline]
        ),
        body.heading("Lists", 3),
        body.bullets("One", ("Two", ["Under two", "Also under two"]), sources=[study]),
        body.bullets("First", "Then", ordered=True),
        body.image(factories.ImageFactory(by=artist), "A teal square", "What it shows."),
        body.image(factories.ImageFactory(colour="navy", by=artist), ""),
        body.quotation("Said well.", "Somebody"),
        body.callout("Mind this.", "Good to know"),
        body.care_card("When to call", "A sign", "Another sign", text="Do not wait.", urgency="emergency"),
        body.care_card("Tell your team", "A sign", urgency="urgent"),
        body.care_card("At your next visit", "A sign", urgency="non_urgent"),
        body.table(["What", "How often"], ["This", "Often"], ["That", "A very long word: electroencephalographically"]),
        body.heading("Places"),
        body.sites([common], introduction="The usual places."),
        body.sites([less], group="less_common"),
        body.treatments(("A treatment", "What it does.", simple), ("Another", "What that does.", None)),
        body.questions("What now?", "And then?"),
        body.terms([factories.GlossaryTermFactory(term="metastasis")]),
        body.related([simple]),
    )
    author = factories.ProfileFactory()
    return factories.topic_page(
        section, slug="everything", title="Everything", body=blocks, authors=body.stream(("author", author.pk)),
        related_pages=body.stream(("page", simple.pk)),
    )  # fmt: skip
