"""The documentation names only what exists: commands, settings, files, modules, links and headings."""

import importlib.util
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LARGEST_PICTURE = 200_000

CODE = re.compile(r"`([^`\n]+)`")
BLOCK_LINE = re.compile(r"^(?: {4,}|\t)(?![-*|] )(\S.*)$", re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FILE_NAME = re.compile(r"[\w.-]+\.(?:py|md|in|txt|yml|toml|html|css|js|png)")
TOP_LEVEL = ("cms/", "site_app/", "templates/", "static/", "tests/", "docs/", ".ci/")
MODULE = re.compile(r"(?:cms|site_app|tests)(?:\.\w+)+")
# Names of documents and backups that the reader is to have, not we.
EXAMPLES = {"article.docx", "imprimatur.dump", "copy.sqlite3"}
MADE_BY_USE = {".env", "var/", "media/", "static/", "kept/", "var/sample"}


def named(page: Path) -> Iterator[str]:
    """Everything that a page shows as code, piece by piece."""
    text = page.read_text(encoding="utf-8")
    yield from CODE.findall(text)
    yield from BLOCK_LINE.findall(text)


def everywhere() -> list[tuple[str, str]]:
    return [(str(page.relative_to(ROOT)), piece) for page in PAGES for piece in named(page)]


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def make_targets() -> set[str]:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout
    steps = set(re.findall(r"^\$\(VENV\)(/\.[\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    return {line.split()[1] for line in listed.splitlines()} | {f".venv{step}" for step in steps}


def test_the_pages_are_there() -> None:
    names = {str(page.relative_to(ROOT)) for page in PAGES}
    assert {"README.md", "docs/editors.md", "docs/reviewers.md", "docs/operators.md", "docs/developers.md"} <= names
    assert len([name for name in names if re.match(r"docs/adr/\d{4}-", name)]) >= 9


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_resolves(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name} links to {link}, which is not there"
        assert not anchor or anchor in anchors(target), f"{page.name} links to {link}, a heading that is not there"


def test_every_make_target_exists() -> None:
    targets = make_targets()
    for page, piece in everywhere():
        for words in re.findall(r"(?:^|\s)make ((?:[a-z.][\w./-]*(?: |$))+)", piece):
            missing = set(words.split()) - targets
            assert not missing, f"{page}: make has no target {missing}"


def test_every_manage_command_exists() -> None:
    commands = set(get_commands())
    for page, piece in everywhere():
        for command in re.findall(r"manage\.py (\w+)", piece):
            assert command in commands, f"{page}: manage.py has no command {command}"


def test_every_file_that_is_named_exists() -> None:
    ours = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    known = {Path(path).name for path in ours} or {path.name for path in ROOT.rglob("*") if "var" not in path.parts}
    for page, piece in everywhere():
        if piece in EXAMPLES | MADE_BY_USE:
            continue
        if piece.startswith(TOP_LEVEL) and re.fullmatch(r"[\w./-]+", piece):
            assert (ROOT / piece).exists(), f"{page} names {piece}, which is not there"
        elif FILE_NAME.fullmatch(piece):
            assert piece in known, f"{page} names {piece}, which is not there"


def test_every_module_that_is_named_exists() -> None:
    for page, piece in everywhere():
        if MODULE.fullmatch(piece):
            assert importlib.util.find_spec(piece), f"{page} names the module {piece}, which is not there"


def test_the_operators_table_has_every_setting_and_no_other() -> None:
    told = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    table = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/operators.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(table) == sorted(told)


def test_pictures_are_small_and_each_is_shown() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for picture in (ROOT / "docs/images").iterdir():
        assert picture.stat().st_size < LARGEST_PICTURE, f"{picture.name} is too large to load on a telephone"
        assert picture.name in text, f"no page shows {picture.name}"


def test_the_sample_accounts_are_told_as_they_are() -> None:
    from cms.content.sample.accounts import ROLES

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for role in ROLES:
        assert f"`{role.username}`" in readme
        assert role.password == f"sample-{role.username}"
