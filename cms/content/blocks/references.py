"""Blocks that show other objects: metastasis sites, glossary terms, related pages."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.content.blocks.base import CheckedBlock, Line, Prose

GROUPS = [("common", "Common"), ("less_common", "Less common")]


def chosen_problem(chosen: Iterable[Any], what: str) -> str | None:
    """Why this choice of objects cannot stand, or None.

    ``what`` names one of them, for example "site".
    """
    objects = [one for one in chosen if one is not None]
    if not objects:
        return f"Choose at least one {what}, or remove this block."
    twice = [str(one) for one, count in Counter(objects).items() if count > 1]
    if twice:
        return f"Chosen more than once: {', '.join(twice)}."
    return None


class SitesBlock(CheckedBlock):
    """A chosen group of metastasis sites. Each site's own text is shown, in this order."""

    heading = Line(required=False, label="Heading", max_length=160)
    introduction = Prose(required=False, label="Introduction")
    group = blocks.ChoiceBlock(choices=GROUPS, default="common", label="Shown as")
    sites = blocks.ListBlock(SnippetChooserBlock("content.MetastasisSite"), label="Sites")

    def problems(self, value: blocks.StructValue) -> dict[str, str]:
        problem = chosen_problem(value["sites"], "site")
        return {"sites": problem} if problem else {}

    class Meta:
        icon = "crosshairs"
        label = "Metastasis sites"
        label_format = "{group}: {heading}"


class TermsBlock(CheckedBlock):
    """Words explained, taken from the glossary."""

    heading = Line(required=False, label="Heading", max_length=160)
    terms = blocks.ListBlock(SnippetChooserBlock("content.GlossaryTerm"), label="Terms")

    def problems(self, value: blocks.StructValue) -> dict[str, str]:
        problem = chosen_problem(value["terms"], "term")
        return {"terms": problem} if problem else {}

    class Meta:
        icon = "glasses"
        label = "Words explained"
        label_format = "{heading}"


class RelatedBlock(CheckedBlock):
    """Links to other pages of this website. Readers see only those that are public."""

    heading = Line(required=False, label="Heading", max_length=160)
    pages = blocks.ListBlock(blocks.PageChooserBlock(), label="Pages")

    def problems(self, value: blocks.StructValue) -> dict[str, str]:
        problem = chosen_problem(value["pages"], "page")
        return {"pages": problem} if problem else {}

    class Meta:
        icon = "link"
        label = "Related pages"
        label_format = "{heading}"
