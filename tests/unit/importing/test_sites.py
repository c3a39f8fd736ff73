"""Lists of places in the body that become drafts of sites."""

import pytest

from cms.content.importing.inline import Run, plain
from cms.content.importing.organs import place_at_start
from cms.content.importing.pieces import Heading, Item, ListPiece, Outline, Paragraph, Piece, SiteDraft, SitesPiece
from cms.content.importing.sentences import sentence_ends, subject_of
from cms.content.importing.sites import with_sites

BONE = "Bone is reached most. Pain is a symptom. A scan is the test."
LIVER = "Liver: an organ on the right side of the body."
ABOUT = "Common sites of metastasis:"


def item(line: int, text: str, *below: str) -> Item:
    return Item(line, (Run(text),), tuple(Item(line, (Run(words),)) for words in below))


def sites(*texts: str | Item, about: str = ABOUT, heading: str = "") -> tuple[list[Piece], Outline]:
    items = tuple(one if isinstance(one, Item) else item(line, one) for line, one in enumerate(texts, start=3))
    pieces: list[Piece] = [Heading(1, 2, heading)] if heading else []
    pieces += [Paragraph(2, (Run(about),))] if about else []
    outline = Outline([*pieces, ListPiece(3, False, items)])
    with_sites(outline)
    return outline.pieces, outline


def one(text: str | Item, about: str = ABOUT) -> SiteDraft:
    pieces, _ = sites(text, LIVER, about=about)
    assert isinstance(pieces[-1], SitesPiece)
    return pieces[-1].sites[0]


def test_a_list_of_sites_takes_its_introduction_along() -> None:
    pieces, _ = sites(BONE, LIVER, heading="Where it goes")
    assert pieces[0] == Heading(1, 2, "Where it goes")
    assert isinstance(pieces[1], SitesPiece) and len(pieces) == 2
    assert plain(pieces[1].introduction) == ABOUT
    assert pieces[1].group == "common"
    assert [site.name for site in pieces[1].sites] == ["Bone", "Liver"]


def test_sentences_go_where_they_belong_word_for_word() -> None:
    site = one(BONE)
    assert plain(site.what_it_is) == "Bone is reached most."
    assert site.symptoms == ("Pain is a symptom.",)
    assert site.tests == ("A scan is the test.",)


@pytest.mark.parametrize(
    ("about", "group", "how_common"),
    [
        ("The most common sites of metastasis are:", "common", "common"),
        ("Less common areas of metastasis:", "less_common", "less_common"),
        ("It spreads to these not as often as to those:", "less_common", "less_common"),
        ("Rare sites:", "less_common", "rare"),
        ("Sites of metastasis:", "common", "common"),
    ],
)
def test_how_common_is_taken_from_the_introduction(about: str, group: str, how_common: str) -> None:
    pieces, _ = sites(BONE, LIVER, about=about)
    assert isinstance(pieces[-1], SitesPiece)
    assert (pieces[-1].group, pieces[-1].sites[0].how_common) == (group, how_common)


def test_a_guess_is_told_of() -> None:
    _, outline = sites(BONE, LIVER, about="Sites of metastasis:")
    assert "is a guess" in outline.remarks[0].text


def test_without_introduction_the_heading_says_it() -> None:
    pieces, _ = sites(BONE, LIVER, about="", heading="Less common sites")
    assert isinstance(pieces[-1], SitesPiece)
    assert (pieces[-1].introduction, pieces[-1].group) == ((), "less_common")


def test_a_site_called_rare_in_a_less_common_group_is_rare() -> None:
    site = one("Heart. Its lining is reached; this is very rare.", about="Less common sites:")
    assert site.how_common == "rare"
    assert one("Heart. Its lining is reached; this is very rare.").how_common == "common"


def test_a_sentence_that_is_only_the_name_becomes_the_name() -> None:
    site = one("Heart. Its lining is reached.")
    assert (site.name, site.name_is_text, plain(site.what_it_is)) == ("Heart", True, "Its lining is reached.")
    assert not one(BONE).name_is_text


def test_a_plural_name_keeps_its_own_word_in_the_text() -> None:
    site = one("Lungs. They take up air.")
    assert (site.name, site.name_is_text) == ("Lung", False)
    assert plain(site.what_it_is) == "Lungs. They take up air."


def test_items_below_an_item_are_sentences_of_the_site() -> None:
    site = one(item(3, "Brain. It steers all we do.", "Headache and nausea", "MRI"))
    assert (site.symptoms, site.tests) == (("Headache and nausea",), ("MRI",))


def test_a_sentence_with_a_link_keeps_it() -> None:
    linked = Item(3, (Run("Bone. A "), Run("scan", href="https://example.org/"), Run(" shows it.")))
    site = one(linked)
    assert site.tests == ()
    assert site.what_it_is == (Run("A "), Run("scan", href="https://example.org/"), Run(" shows it."))


def test_a_sentence_too_long_for_an_item_stays_in_the_text() -> None:
    site = one("Bone is hard. Pain " + "and more pain " * 30 + "are symptoms.")
    assert site.symptoms == ()
    assert len(plain(site.what_it_is)) > 300


def test_what_a_site_lacks_is_told_of() -> None:
    _, outline = sites(BONE, LIVER)
    assert [remark.text for remark in outline.remarks] == [
        "Liver: no sentence was found for: symptoms, tests. Is one needed?"
    ]


@pytest.mark.parametrize(
    ("texts", "about"),
    [
        ((BONE, LIVER), "Foods that are good for:"),
        ((BONE,), ABOUT),
        ((BONE, "Something else that is not a place in the body at all."), ABOUT),
        (("Bone", "Liver"), ABOUT),
        ((BONE, BONE), ABOUT),
    ],
)
def test_other_lists_stay_lists(texts: tuple[str, ...], about: str) -> None:
    pieces, _ = sites(*texts, about=about)
    assert isinstance(pieces[-1], ListPiece)


def test_a_near_miss_is_told_of() -> None:
    _, outline = sites("Bone", "Liver")
    assert "stayed a list" in outline.remarks[0].text


@pytest.mark.parametrize(
    ("text", "name", "body_part"),
    [
        ("Bones are hard", "Bone", "bone"),
        ("bone marrow makes blood", "Bone marrow", "bone_marrow"),
        ("The liver", "Liver", "liver"),
        ("Gastrointestinal (GI) tract, long", "Gastrointestinal (GI) tract", "digestive_tract"),
        ("Digestive tract", "Digestive tract", "digestive_tract"),
        ("Peritoneal cavity, the space", "Peritoneal cavity", "peritoneum"),
        ("Pleura", "Pleura", "pleura"),
        ("Lymph nodes far away", "Lymph nodes", "lymph_nodes"),
        ("Spine.", "Spine", "spine"),
        ("Adrenal glands", "Adrenal glands", "other"),
    ],
)
def test_places_are_known(text: str, name: str, body_part: str) -> None:
    place = place_at_start(text)
    assert place is not None
    assert (place.name, place.body_part) == (name, body_part)


@pytest.mark.parametrize(
    "text", ["Skinny people", "Hearty meals", "Brain-dead jokes", "A liver", "", "Ask about bones"]
)
def test_other_words_are_no_places(text: str) -> None:
    assert place_at_start(text) is None


def sentences(text: str) -> list[str]:
    ends = sentence_ends(text)
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One. ", "Two! ", "Three?"]),
        ("Dr. Sample says so. Yes.", ["Dr. Sample says so. ", "Yes."]),
        ("About 3.5 cm, e.g. A lump. More", ["About 3.5 cm, e.g. A lump. ", "More"]),
        ("He said “no.” Then he left.", ["He said “no.” ", "Then he left."]),
        ("One line\nanother", ["One line\n", "another"]),
        ("5 tests vs. MRI", ["5 tests vs. MRI"]),
        ("x", ["x"]),
    ],
)
def test_sentences_are_told_apart(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("sentence", "before", "subject"),
    [
        ("Symptoms are pain and fever.", "what_it_is", "symptoms"),
        ("If it hurts, a biopsy confirms the symptom.", "symptoms", "tests"),
        ("Doctors diagnose it.", "what_it_is", "tests"),
        ("Or the skin looks odd.", "symptoms", "symptoms"),
        ("It is a gland.", "symptoms", "what_it_is"),
    ],
)
def test_what_a_sentence_is_about(sentence: str, before: str, subject: str) -> None:
    assert subject_of(sentence, before) == subject  # type: ignore[arg-type]
