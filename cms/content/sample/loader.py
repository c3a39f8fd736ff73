"""Brings the sample site in: accounts, drafts, and each page through its own review."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cms.content.sample import way
from cms.content.sample.accounts import ensure_accounts
from cms.content.sample.library import ensure_library
from cms.content.sample.pages import HOME, PAGES, PageText
from cms.content.sample.tree import ensure_text, ensure_tree, page_ids
from cms.editions.models import Publication
from cms.editions.publications import HOME_ADDRESS

Say = Callable[[str], None]


def is_loaded() -> bool:
    """Tell whether the sample site was brought in completely: the home page is released last. One query."""
    return Publication.objects.filter(address=HOME_ADDRESS).exists()


def load(say: Say) -> None:
    """Bring in what is missing of the sample site, saying each step as it is taken.

    It may be called again after an interruption: whatever has gone its way already is left as it is.
    Raises Refused if the review refuses a page.
    """
    say("Accounts")
    accounts = ensure_accounts()
    say("Sources, metastasis sites and glossary terms, as drafts")
    ids = ensure_library(accounts.editor)
    say("The tree of pages, as drafts")
    pages = ensure_tree()
    ids |= page_ids(pages)
    for text in PAGES:
        ensure_text(pages[text.key], text, ids, accounts.editor)
    for text in _home_last():
        if not _has_publication(pages[text.key]):
            say(f"Review: {text.title} ({_goal(text)})")
            way.take_along(pages[text.key], text, accounts)


def _home_last() -> list[PageText]:
    return [text for text in PAGES if text is not HOME] + [HOME]


def _has_publication(page: Any) -> bool:
    return Publication.objects.filter(object_id=page.object_id).exists()


def _goal(text: PageText) -> str:
    goals = {
        "draft": "stays a draft",
        "editorial_check": "waits for the editorial check",
        "medical_review": "waits for the medical review",
        "public": "goes public",
    }
    return goals[text.stage]
