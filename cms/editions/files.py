"""Files kept under the hash of their bytes, so that no replaced file can change an edition."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db.models import Q

from cms.editions.models import Publication, Shown

CONTENT_TYPES = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif",
}  # fmt: skip


def sha256(data: bytes) -> str:
    """The name under which a file is kept."""
    return hashlib.sha256(data).hexdigest()


def kept_name(digest: str, extension: str) -> str:
    """Where a kept file lies in the default storage."""
    return f"kept/{digest[:2]}/{digest}.{extension}"


def keep(data: bytes, extension: str) -> str:
    """Keep a file's bytes and return their SHA-256. Writing twice is harmless: the name is the content."""
    digest = sha256(data)
    name = kept_name(digest, extension.lower())
    if default_storage.exists(name):
        if intact(digest, extension.lower()):
            return digest
        # Half a file from a crash, or somebody's hand: the name says what has to be there.
        default_storage.delete(name)
    default_storage.save(name, ContentFile(data))
    return digest


def intact(digest: str, extension: str) -> bool:
    """Whether a kept file is there, with the very bytes that its name says."""
    name = kept_name(digest, extension)
    if not default_storage.exists(name):
        return False
    with default_storage.open(name) as kept:
        return sha256(kept.read()) == digest


def open_public(digest: str, extension: str, at: datetime) -> tuple[File, str] | None:
    """A kept file and its content type, if an edition that is public at that moment shows it; else None."""
    content_type = CONTENT_TYPES.get(extension)
    editions = Shown.objects.filter(what=f"file:{digest}").values("edition_id")
    shown = (
        Publication.objects.filter(Q(current_id__in=editions) | Q(pending_id__in=editions))
        .select_related("current", "pending")
        .defer("current__snapshot", "current__html", "pending__snapshot", "pending__html")
    )
    showing = (
        set(Shown.objects.filter(what=f"file:{digest}").values_list("edition_id", flat=True)) if content_type else set()
    )
    if not any((edition := p.public_edition(at)) and edition.pk in showing for p in shown):
        return None
    name = kept_name(digest, extension)
    if content_type is None or not default_storage.exists(name):
        return None
    return default_storage.open(name), content_type
