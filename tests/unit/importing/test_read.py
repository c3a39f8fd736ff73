"""What may come in, and with which words the rest is refused."""

import io
import zipfile
from pathlib import Path

import pytest

from cms.content.importing import archive, read
from cms.content.importing.read import read_content
from cms.content.importing.refusal import DocumentRefused
from tests.documents import pages, word

PDF = b"%PDF-1.7 something"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 something"


def refused(content: bytes, name: str) -> str:
    with pytest.raises(DocumentRefused) as caught:
        read_content(content, name)
    return " ".join(caught.value.reasons)


def packed(files: dict[str, bytes | str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (word.topic(), "a.docx", "docx"),
        (word.topic(), "A.DOCX", "docx"),
        (pages.html(), "a.html", "html"),
        (pages.html(), "a.htm", "html"),
        (pages.markdown(), "a.md", "md"),
        (pages.markdown(), "a.markdown", "md"),
    ],
)
def test_the_three_formats_come_in(content: bytes, name: str, kind: str) -> None:
    assert read_content(content, name).kind == kind


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"words", "a.txt", "only .docx, .html and .md"),
        (b"words", "a", "only .docx, .html and .md"),
        (b"", "a.md", "empty"),
        (b"  \n ", "a.html", "empty"),
        (PDF, "a.docx", "a PDF"),
        (PDF, "a.md", "a PDF"),
        (OLD_WORD, "a.docx", "save it as .docx"),
        (b"{\\rtf1 words}", "a.docx", "rich text"),
        (b"\x89PNG\r\n", "a.html", "a picture"),
        (b"only words", "a.docx", "not a Word document"),
        (word.topic(), "a.html", "although its name says otherwise"),
        (word.topic(), "a.md", "although its name says otherwise"),
        (b"only words", "a.html", "no HTML"),
        (b"words\x00words", "a.md", "not a text"),
        (b"\xff\xfe\x00", "a.md", "damaged"),
    ],
)
def test_everything_else_is_refused_with_the_reason(content: bytes, name: str, words: str) -> None:
    assert words in refused(content, name)


def test_a_file_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "none.md", "cannot be opened"), (tmp_path, "is not a file")):
        with pytest.raises(DocumentRefused, match=words):
            read.read(path)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "LARGEST", 10)
    path = tmp_path / "a.md"
    path.write_bytes(b"more than ten bytes")
    with pytest.raises(DocumentRefused, match="at most 20 MB"):
        read.read(path)
    assert "larger than 20 MB" in refused(b"more than ten bytes", "a.md")


def test_the_real_limit_is_twenty_megabytes() -> None:
    assert read.LARGEST == 20 * 1024 * 1024


def test_an_archive_that_is_no_word_document_is_refused() -> None:
    assert "not a Word document" in refused(packed({"words.txt": "words"}), "a.docx")


@pytest.mark.parametrize("cut", [10, 200, 900])
def test_a_word_file_cut_short_is_refused(cut: int) -> None:
    assert "damaged" in refused(word.topic()[:cut], "a.docx")


def test_a_word_file_with_a_flipped_bit_is_refused() -> None:
    content = bytearray(word.topic())
    position = content.index(b"word/document.xml") + 60
    content[position] ^= 0xFF
    assert "damaged" in refused(bytes(content), "a.docx")


def test_a_word_file_whose_xml_is_broken_is_refused() -> None:
    assert "damaged" in refused(word.word(parts={"word/document.xml": "<w:document>"}), "a.docx")


def test_a_zip_bomb_is_refused_without_being_unpacked() -> None:
    bomb = word.word(parts={"word/media/image1.bin": "\0" * (archive.RATIO_COUNTS_FROM * 5)})
    assert "zip bomb" in refused(bomb, "a.docx")


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    assert "would unpack to" in refused(word.topic(), "a.docx")


def test_an_archive_of_very_many_parts_is_refused() -> None:
    many = {f"word/{number}.xml": "" for number in range(archive.MOST_ENTRIES + 1)}
    assert "parts" in refused(packed(many), "a.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_exploding_entities_are_refused(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'
    bomb = packed({"[Content_Types].xml": "<Types/>", "word/document.xml": xml.encode(encoding)})
    assert "document type" in refused(bomb, "a.docx")


def test_a_size_that_lies_is_found_out() -> None:
    content = bytearray(word.word(word.paragraph("words " * 5000)))
    entry = content.rindex(b"word/document.xml") - 46
    content[entry + 24 : entry + 28] = (50).to_bytes(4, "little")
    assert refused(bytes(content), "a.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_encodings_are_followed(encoding: str) -> None:
    source = read_content("<p>Ärzte sagen „ja“</p>".encode(encoding), "a.html")
    assert [line.text for line in source.lines] == ["Ärzte sagen „ja“"]
    assert source.remarks == ()


def test_a_declared_encoding_is_followed_and_remarked_on() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2")
    source = read_content(page, "a.html")
    assert source.lines[0].text == "Łódź"
    assert "iso8859-2" in source.remarks[0].text


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_old_windows_text_is_read_as_such(name: str) -> None:
    source = read_content("<p>naïve</p>".encode("cp1252"), name)
    assert source.lines[0].text == "naïve"
    assert "check accents" in source.remarks[0].text


def test_an_unknown_declared_encoding_does_no_harm() -> None:
    source = read_content(b'<meta charset="no-such"><p>na\xefve</p>', "a.html")
    assert source.lines[0].text == "naïve"


def test_front_matter_of_markdown_is_kept_as_words() -> None:
    source = read_content(b"---\nauthor: A Sample\n---\n# Title\n", "a.md")
    assert [line.text for line in source.lines] == ["author: A Sample", "Title"]
