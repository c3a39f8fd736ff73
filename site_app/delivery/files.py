"""Files that public editions show, under the hash of their bytes."""

from typing import BinaryIO, cast

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from cms.editions.files import CONTENT_TYPES, kept_name, open_public

EDITORS = "wagtailadmin.access_admin"


@require_safe
def file(request: HttpRequest, digest: str, extension: str) -> HttpResponseBase:
    """The file, while a public edition shows it; to those who work in the admin also before, for their previews.

    Browsers ask again each time: what was withdrawn must be gone at once, so the name's own permanence is no use.
    Raises Http404.
    """
    public = open_public(digest, extension, timezone.now())
    found = public or _for_preview(request, digest, extension)
    if found is None:
        raise Http404
    content, content_type = found
    response = FileResponse(cast(BinaryIO, content), content_type=content_type)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    if public is None:
        response["Cache-Control"] = "private, no-store"
        return response
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    response["ETag"] = f'"{digest}"'
    unchanged = get_conditional_response(request, etag=response["ETag"])
    if unchanged is None:
        return response
    response.close()
    return unchanged


def _for_preview(request: HttpRequest, digest: str, extension: str) -> tuple[File, str] | None:
    content_type, name = CONTENT_TYPES.get(extension), kept_name(digest, extension)
    if content_type is None or not request.user.has_perm(EDITORS) or not default_storage.exists(name):
        return None
    return default_storage.open(name), content_type
