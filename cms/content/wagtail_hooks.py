"""What content adds to the admin: the library, and what rich text may hold."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.documents.views.serve import serve
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from cms.content.admin_files import admin_file
from cms.content.blocks import TEXT_FEATURES
from cms.content.library import LibraryViewSetGroup

register_snippet(LibraryViewSetGroup)


@hooks.register("register_rich_text_features", order=1000)
def only_text_in_rich_text(features: FeatureRegistry) -> None:
    """Rich text that names no features of its own gets ours: no embeds, images or headings."""
    features.default_features = list(TEXT_FEATURES)


@hooks.register("register_admin_urls")
def files_for_the_admin() -> list[URLPattern]:
    """Uploads have addresses inside the admin only. Wagtail's own lists fail without an address for documents."""
    return [
        path("media/<path:name>", admin_file, name="admin_file"),
        path("document/<int:document_id>/<str:document_filename>", serve, name="wagtaildocs_serve"),
    ]
