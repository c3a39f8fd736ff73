"""Rich text exactly as the editor would keep it, so that the first save there changes nothing."""

from functools import lru_cache

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from cms.content.blocks import INLINE_FEATURES
from cms.content.importing.inline import Inline, markup


@lru_cache(maxsize=1)
def _converter() -> ContentstateConverter:
    return ContentstateConverter(INLINE_FEATURES)


def as_kept(text: Inline) -> str:
    """The HTML that the editor's own converter makes of a text: an empty paragraph where there is none.

    All our rich text has at least the inline features; nothing beyond them is ever made here.
    """
    converter = _converter()
    return str(converter.to_database_format(converter.from_database_format(markup(text))))
