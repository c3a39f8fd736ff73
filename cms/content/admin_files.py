"""Uploaded files for those who work in the admin: thumbnails in lists and choosers, and documents.

Readers have nothing under these addresses: what they may have is handed out under the hash of its bytes.
"""

import mimetypes

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest

FOLDERS = ("images/", "original_images/")


def admin_file(request: HttpRequest, name: str) -> FileResponse:
    """An uploaded image or one of its sizes. Registered under the admin, which asks who comes. Raises Http404."""
    if not name.startswith(FOLDERS) or ".." in name or not default_storage.exists(name):
        raise Http404
    kind = mimetypes.guess_type(name)[0] or ""
    if not kind.startswith("image/") or kind == "image/svg+xml":
        raise Http404
    response = FileResponse(default_storage.open(name), content_type=kind)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
