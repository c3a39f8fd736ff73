"""Ids for the places of one page: readable, and never twice the same."""

from django.utils.text import slugify

# Ids that the document itself uses; `source-…` and `cited-…` belong to the sources.
RESERVED = ("main", "menu", "contents", "at-a-glance", "related", "sources")


class Anchors:
    """Hands out ids for one page. The same texts in the same order get the same ids."""

    def __init__(self) -> None:
        self._taken = set(RESERVED)

    def claim(self, text: str, otherwise: str = "part") -> str:
        """An id made from a text: its slug, with a number if that is taken; from `otherwise` if no letter is left."""
        stem = slugify(text, allow_unicode=True) or slugify(otherwise) or "part"
        if stem.startswith(("source-", "cited-")):
            stem = f"on-{stem}"
        anchor, count = stem, 1
        while anchor in self._taken:
            count += 1
            anchor = f"{stem}-{count}"
        self._taken.add(anchor)
        return anchor
