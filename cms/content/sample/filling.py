"""From sample text as data to what the models store."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from cms.content.blocks import TEXT_FEATURES
from cms.content.sample.writing import Mark, Rich

PAGE_PLACEHOLDER = re.compile(r"\{page:([a-z0-9-]+)\}")

Ids = Mapping[Mark, int]


def filled(value: Any, ids: Ids) -> Any:
    """Return ``value`` with every mark replaced by its id and every rich text converted.

    Raises KeyError for a mark that names nothing: sample text with a broken reference must not load.
    """
    if isinstance(value, Mark):
        return ids[value]
    if isinstance(value, Rich):
        return stored(PAGE_PLACEHOLDER.sub(lambda found: str(ids[Mark("page", found[1])]), value.html))
    if isinstance(value, Mapping):
        return {name: filled(inner, ids) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [filled(inner, ids) for inner in value]
    return value


def stored(html: str) -> str:
    """Return rich text as Wagtail's editor would store it, so that its first save changes nothing."""
    converter = ContentstateConverter(TEXT_FEATURES)
    return converter.to_database_format(converter.from_database_format(html))
