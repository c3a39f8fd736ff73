"""One text for one meaning: canonical JSON and its SHA-256.

Editions and ledger entries are compared by digest, for ever and on either database, so the form must not depend
on key order, white space, the JSON library's number formatting or how a database stores JSON. Hence: sorted keys,
no spaces, UTF-8, and no floats at all (RFC 8785 needs a page of rules for floats; we have no use for one).
"""

import hashlib
import json
from typing import Any


class NotCanonical(ValueError):
    """The value cannot be given a stable text: a float, a NUL character, or a type that is not plain JSON."""


def _check(value: Any, path: str) -> None:
    if value is None or isinstance(value, bool | int):
        return
    if isinstance(value, str):
        # PostgreSQL's jsonb refuses NUL, and half a surrogate pair has no UTF-8.
        if "\x00" in value or any("\ud800" <= char <= "\udfff" for char in value):
            raise NotCanonical(f"{path}: text holds a character that cannot be stored")
        return
    if isinstance(value, list):
        for number, item in enumerate(value):
            _check(item, f"{path}[{number}]")
        return
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise NotCanonical(f"{path}: the key {key!r} is not text")
            _check(key, path)
            _check(item, f"{path}.{key}")
        return
    raise NotCanonical(f"{path}: {type(value).__name__} is not plain JSON")


def canonical(value: Any) -> bytes:
    """The one UTF-8 text for a plain JSON value. Raises NotCanonical."""
    _check(value, "$")
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(value: Any) -> str:
    """SHA-256 of the canonical text, 64 hexadecimal characters. Raises NotCanonical."""
    return hashlib.sha256(canonical(value)).hexdigest()
