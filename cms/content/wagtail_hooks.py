"""What content adds to the admin: the library, and what rich text may hold."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from cms.content.blocks import TEXT_FEATURES
from cms.content.library import LibraryViewSetGroup

register_snippet(LibraryViewSetGroup)


@hooks.register("register_rich_text_features", order=1000)
def only_text_in_rich_text(features: FeatureRegistry) -> None:
    """Rich text that names no features of its own gets ours: no embeds, images or headings."""
    features.default_features = list(TEXT_FEATURES)
