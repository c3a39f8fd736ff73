"""The HTML: what readers find on a page, what they must not find, and that nothing in it can run."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from cms.editions import rendering
from cms.editions.forms import ReviewLine, Surroundings
from cms.editions.rendering import UnknownFormat, render_main, render_page
from tests.unit.presenting.snapshots import (
    HOME,
    OTHER,
    REVIEWED,
    SECTION,
    around,
    block,
    heading,
    page,
    paragraph,
    refs,
    site,
    snapshot,
    source,
    term,
)

NOWHERE = Surroundings()
PLACE = around(OTHER, ancestors=[HOME, SECTION], children=[OTHER], menu=[SECTION, OTHER])


def document(
    given: dict[str, Any], surroundings: Surroundings = PLACE, line: ReviewLine | None = None, preview: bool = False
) -> HttpResponse:
    return render_page(RequestFactory().get("/"), given, surroundings, line, preview=preview)


def soup(*args: Any, **named: Any) -> BeautifulSoup:
    return BeautifulSoup(document(*args, **named).content, "html.parser")


def words(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text().split())


def everything() -> dict[str, Any]:
    """A page with every block that there is."""
    cited = [{"type": "source", "value": {"ref": "source:1"}}]
    return page(
        heading("One"),
        paragraph('<p>Text <a linktype="page" id="12">there</a></p>', "source:1", "source:2"),
        block("list", ordered=True, items=[{"text": "<p>a</p>", "items": ["b"]}], sources=refs("source:2")),
        block("image", image={"ref": "image:1"}, alt="A drawing", decorative=False, caption="Below"),
        block("quotation", text="Said", attribution="Somebody"),
        block("callout", title="Note", text="<p>a</p>"),
        *[block("care_card", urgency=u, title="Call", items=["a"]) for u in ("non_urgent", "urgent", "emergency")],
        block("table", caption="T", columns=[{"type": "text", "heading": "A"}], rows=[["1"]]),
        heading("Two"),
        block("sites", introduction="<p>a</p>", group="common", sites=refs("metastasis_site:1", "metastasis_site:2")),
        block("sites", group="less_common", sites=refs("metastasis_site:3")),
        block("treatments", introduction="", treatments=[{"name": "T", "line": "l", "page": {"page": "page:12"}}]),
        block("related", heading="More", pages=[{"page": "page:12"}]),
        block("questions", heading="To ask", questions=["Why?"]),
        block("terms", heading="Words", terms=refs("glossary_term:1")),
        block("unplaced", note="n", text="t"),
        parts={
            "metastasis_site:1": site(1, {"source:1": source(title="S")}, emergency_note="<p>Go.</p>", sources=cited),
            "metastasis_site:2": {"withdrawn": True},
            "metastasis_site:3": site(3, how_common="rare"),
            "glossary_term:1": term(1),
        },
        values={
            "source:1": source(title="S", doi="10.5555/s"),
            "source:2": source(title="Z", url="https://example.org/z"),
            "image:1": {"sha256": "a" * 64, "extension": "png", "width": 8, "height": 6, "title": "", "credit": "C"},
            "profile:1": {"name": "Sample Author", "credentials": "RN", "role": ""},
        },
        lead="What it is about.",
        authors=[{"type": "author", "value": {"ref": "profile:1"}}],
        related_pages=[{"type": "page", "value": {"page": "page:12"}}],
        subject={"ref": "metastasis_site:3"},
    )  # fmt: skip


def test_the_review_line_stands_near_the_title_and_at_the_foot() -> None:
    html = render_main(page(), NOWHERE, REVIEWED)
    line = (
        "Last reviewed 3 November 2026 by Sample Reviewer, MD, MPH · "
        "Last updated 10 November 2026 · Next review due 3 November 2028"
    )
    assert words(html).count(line) == 2
    assert html.count('<time datetime="2026-11-03">') == 2


def test_a_page_without_a_review_has_only_the_dates_it_has() -> None:
    html = words(render_main(page(), NOWHERE, replace(REVIEWED, reviewed_on=None, due_on=None)))
    assert html.count("Last updated 10 November 2026") == 2
    assert "reviewed" not in html
    assert "due" not in html
    assert "Last updated" not in render_main(page(), NOWHERE, None)


def test_a_page_past_its_date_says_so_calmly() -> None:
    assert "passed the date of its next review" in render_main(page(), NOWHERE, replace(REVIEWED, overdue=True))
    assert "passed the date" not in render_main(page(), NOWHERE, REVIEWED)


def test_a_withdrawn_section_is_said_in_its_place() -> None:
    html = words(render_main(everything(), PLACE, None))
    assert html.count("A section of this page has been withdrawn") == 1
    assert html.index("Sample place 1") < html.index("A section of this page") < html.index("Less common sites")


def test_breadcrumb_menu_and_footer_come_from_the_surroundings() -> None:
    shown = soup(page(title="Here"))
    crumbs = shown.find("nav", {"aria-label": "Breadcrumb"})
    assert crumbs is not None
    assert [one.get_text() for one in crumbs.find_all("li")] == ["Home", "About samples", "A sample page"]
    menu = shown.find("nav", {"aria-label": "Main menu"})
    assert menu is not None
    assert [(a["href"], a.get("aria-current")) for a in menu.find_all("a")] == [
        ("/about/", "true"),
        ("/about/another/", None),
    ]


def test_the_menu_knows_the_page_itself() -> None:
    shown = soup(snapshot("section_page", object_id="page:2"), around(menu=[SECTION]))
    assert [a["aria-current"] for a in shown.select(".menu a")] == ["page"]


def test_without_surroundings_there_is_no_empty_navigation() -> None:
    assert soup(page(), NOWHERE).find_all("nav") == []


def test_a_section_shows_cards_of_its_children() -> None:
    for kind in ("section_page", "home_page"):
        cards = soup(snapshot(kind)).select(".card")
        assert [card.get_text(" ", strip=True) for card in cards] == ["Another page What another page says."]


def test_a_preview_says_what_it_is_and_is_kept_nowhere() -> None:
    response = document(page(), preview=True)
    html = response.content.decode()
    assert "Preview: not approved, not public" in html
    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_a_public_page_carries_none_of_it() -> None:
    response = document(page())
    assert b"review: not" not in response.content
    assert b"noindex" not in response.content
    assert not response.has_header("X-Robots-Tag")
    assert not response.cookies


@pytest.mark.parametrize("part", [site(1)["snapshot"], term(1)["snapshot"]])
def test_a_part_alone_can_be_previewed(part: dict[str, Any]) -> None:
    shown = soup(part, NOWHERE, preview=True)
    assert shown.h1 is not None
    assert shown.h1.get_text() == part["title"]


def test_a_format_that_nobody_reads_is_said_clearly() -> None:
    with pytest.raises(UnknownFormat, match="format 99 has no reader here; formats read: 1"):
        render_main({**page(), "format": 99}, NOWHERE, None)


def test_every_format_has_its_own_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        rendering.READERS, 2, lambda given, *rest: rendering.READERS[1]({**given, "title": "New"}, *rest)
    )
    assert "<h1>New</h1>" in render_main({**page(), "format": 2}, NOWHERE, None)
    assert "<h1>A sample page</h1>" in render_main(page(), NOWHERE, None)


def test_the_main_region_is_the_same_alone_and_in_the_document() -> None:
    assert render_main(everything(), PLACE, REVIEWED).strip() in document(everything(), line=REVIEWED).content.decode()


@pytest.mark.parametrize("kind", ["home_page", "section_page", "topic_page", "standard_page"])
def test_every_id_comes_once_and_every_jump_arrives(kind: str) -> None:
    shown = soup({**everything(), "kind": kind}, line=REVIEWED)
    ids = [tag["id"] for tag in shown.find_all(id=True)]
    assert len(ids) == len(set(ids))
    jumps = {a["href"][1:] for a in shown.find_all("a", href=re.compile("^#"))}
    named = {name for tag in shown.select("[aria-labelledby]") for name in str(tag["aria-labelledby"]).split()}
    assert (jumps | named) <= set(ids)


@pytest.mark.parametrize("kind", ["home_page", "section_page", "topic_page", "standard_page"])
def test_the_outline_has_one_title_and_no_gap(kind: str) -> None:
    shown = soup({**everything(), "kind": kind}, line=REVIEWED)
    levels = [int(tag.name[1]) for tag in shown.find_all(re.compile("^h[1-6]$"))]
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_numbers_lead_to_the_source_and_back() -> None:
    shown = soup(everything())
    for number in shown.select(".cited a"):
        entry = shown.find(id=number["href"][1:])
        assert entry is not None
        assert f"#{number['id']}" in [a["href"] for a in entry.select(".back a")]


def test_nothing_on_a_page_runs_or_styles_itself() -> None:
    for html in (
        document(everything(), line=REVIEWED).content.decode(),
        document(everything(), preview=True).content.decode(),
    ):
        shown = BeautifulSoup(html, "html.parser")
        assert shown.find_all(["script", "style", "form", "iframe", "object", "embed", "base"]) == []
        assert not [
            tag for tag in shown.find_all(True) for name in tag.attrs if name == "style" or name.startswith("on")
        ]
        assert "//" not in "".join(str(tag["src"]) for tag in shown.find_all(src=True))


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7|add:7 }}{% now 'Y' %}"


class Tags(HTMLParser):
    """The tags of a document as a browser sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "iframe") or any(name.startswith("on") for name, _ in attrs):
            self.bad.append(tag)


PLAIN = ("ref", "page", "type", "sha256", "urgency", "level")


def poisoned(value: Any) -> Any:
    """The same JSON with hostile words behind every text that is not an id."""
    if isinstance(value, dict):
        return {
            k: v if k in ("ref", "page", "type", "sha256", "urgency", "level") else poisoned(v)
            for k, v in value.items()
        }
    if isinstance(value, list):
        return [poisoned(one) for one in value]
    return value + HOSTILE if isinstance(value, str) else value


def test_hostile_words_in_every_field_stay_words() -> None:
    given = everything()
    given = {**given, "title": HOSTILE, "fields": poisoned(given["fields"]), "values": poisoned(given["values"])}
    for part in given["parts"].values():
        if "snapshot" in part:
            part["snapshot"]["fields"] = poisoned(part["snapshot"]["fields"])
    bad = replace(OTHER, title=HOSTILE, summary=HOSTILE)
    html = document(given, around(bad, ancestors=[bad], children=[bad], menu=[bad]), REVIEWED).content.decode()
    tags = Tags()
    tags.feed(html)
    assert tags.bad == []
    assert "{{ 7|add:7 }}" in html


@hypothesis(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_words_can_break_out_of_the_page(title: str, html: str) -> None:
    shown = document({**page(paragraph(html), lead=title), "title": title}).content.decode()
    tags = Tags()
    tags.feed(shown)
    assert tags.bad == []
    assert shown.count("<main") == shown.count("</main>") == 1


def test_rendering_asks_nobody() -> None:
    """No test in this module may use a database: a query would fail it. This one has every block there is."""
    assert document(everything(), line=REVIEWED).status_code == 200


def test_the_document_says_its_language() -> None:
    response = document(page())
    assert b'<html lang="en" dir="ltr">' in response.content
    assert response["Content-Language"] == "en"


def test_the_readers_style_is_small_and_in_one_file() -> None:
    folder = Path(settings.BASE_DIR) / "static"
    # The other file is for those who work in the admin; readers never load it.
    assert {path.name for path in folder.rglob("*.css")} == {"site.css", "admin.css"}
    assert "admin.css" not in (Path(settings.BASE_DIR) / "templates" / "document.html").read_text(encoding="utf-8")
    assert (folder / "site.css").stat().st_size < 10_000


def test_templates_hold_no_inline_code_and_ask_for_nothing() -> None:
    allowed = re.compile(
        "load|extends|include|block|endblock|if|elif|else|endif|for|endfor|translate|blocktranslate|endblocktranslate|static"
    )
    folder = Path(settings.BASE_DIR) / "templates"
    public = [path for room in ("editions", "components", "errors") for path in (folder / room).rglob("*.html")]
    for path in [folder / "document.html", folder / "error.html", *public]:
        html = path.read_text(encoding="utf-8")
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|\|safe|autoescape", html), path
        assert all(allowed.fullmatch(tag) for tag in re.findall(r"{%\s*(\w+)", html)), path
