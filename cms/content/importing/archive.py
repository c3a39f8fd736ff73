"""A guard before Word files are opened: they are zip archives, and a small one can unpack to gigabytes."""

import io
import zipfile

from cms.content.importing.refusal import DocumentRefused

MOST_ENTRIES = 2_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_XML = 40 * 1024 * 1024
MOST_RATIO = 200
RATIO_COUNTS_FROM = 1024 * 1024


def checked(content: bytes) -> zipfile.ZipFile:
    """Open an archive whose size, unpacked, is known to be sane.

    The sizes that an archive declares can lie, so every XML part is also unpacked once, up to
    its declared size, and no part may bring a document type: that is how entities explode.

    Raises DocumentRefused with every reason found.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as broken:
        raise DocumentRefused(["The file is damaged: it is not a readable Word document."]) from broken
    reasons = _reasons(entries)
    if not reasons:
        reasons = [reason for entry in entries if _is_xml(entry) for reason in _unpacking_reasons(archive, entry)]
    if reasons:
        raise DocumentRefused(reasons)
    return archive


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels"))


def _reasons(entries: list[zipfile.ZipInfo]) -> list[str]:
    unpacked = sum(entry.file_size for entry in entries)
    xml = sum(entry.file_size for entry in entries if _is_xml(entry))
    reasons = []
    if len(entries) > MOST_ENTRIES:
        reasons.append(f"The file holds {len(entries)} parts; a Word document has at most {MOST_ENTRIES}.")
    if unpacked > MOST_UNPACKED or xml > MOST_XML:
        reasons.append(f"The file would unpack to {unpacked // 1024 // 1024} MB, which is more than a document needs.")
    for entry in entries:
        if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            reasons.append(f"The part {entry.filename!r} is packed tighter than any real text: it may be a zip bomb.")
        if entry.flag_bits & 0x1:
            reasons.append("The file is protected with a password: save it without one.")
    return reasons


def _unpacking_reasons(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> list[str]:
    try:
        with archive.open(entry) as part:
            content = part.read(entry.file_size + 1)
    except Exception as broken:  # noqa: BLE001 zipfile's, zlib's and lzma's errors have no parent in common
        return [f"The file is damaged: its part {entry.filename!r} cannot be unpacked ({broken})."]
    if len(content) > entry.file_size:
        return [f"The part {entry.filename!r} unpacks to more than it declares: it may be a zip bomb."]
    if any("<!DOCTYPE".encode(encoding) in content for encoding in ("ascii", "utf-16-le", "utf-16-be")):
        return [f"The part {entry.filename!r} carries a document type, which Word never writes."]
    return []
