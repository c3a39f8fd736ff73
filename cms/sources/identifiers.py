"""DOI, PubMed ID, ISBN, year and web address: read as people paste them, and checked."""

import re
from datetime import UTC, datetime

from django.core.exceptions import ValidationError

DOI = re.compile(r"^10\.\d{4,9}/\S+$")
DOI_PREFIX = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
PMID = re.compile(r"^[1-9]\d{0,8}$")
OLDEST_YEAR = 1800


def plain_doi(text: str) -> str:
    """The DOI alone, without the address or the word around it."""
    return DOI_PREFIX.sub("", text.strip())


def plain_isbn(text: str) -> str:
    """The ISBN without hyphens and blanks."""
    return re.sub(r"[\s-]", "", text).upper()


def check_doi(text: str) -> None:
    """Raise ValidationError unless ``text`` has the form of a DOI."""
    if not DOI.match(text):
        raise ValidationError("This is not a DOI. It looks like 10.1000/abc123.")


def check_pmid(text: str) -> None:
    """Raise ValidationError unless ``text`` has the form of a PubMed ID."""
    if not PMID.match(text):
        raise ValidationError("A PubMed ID is a number with at most nine digits.")


def check_isbn(text: str) -> None:
    """Raise ValidationError unless ``text`` is an ISBN whose check digit is right."""
    if not _isbn_adds_up(plain_isbn(text)):
        raise ValidationError("This is not an ISBN: it has 10 or 13 digits, and the last one must fit.")


def check_year(year: int) -> None:
    """Raise ValidationError unless something can have been published in ``year``."""
    newest = datetime.now(UTC).year + 1
    if not OLDEST_YEAR <= year <= newest:
        raise ValidationError(f"The year must be between {OLDEST_YEAR} and {newest}.")


def check_web_address(text: str) -> None:
    """Raise ValidationError unless readers can open ``text`` in a browser."""
    if not re.match(r"^https?://", text, re.IGNORECASE):
        raise ValidationError("A web address starts with https:// or http://.")


def _isbn_adds_up(isbn: str) -> bool:
    if re.fullmatch(r"\d{9}[\dX]", isbn):
        digits = [10 if sign == "X" else int(sign) for sign in isbn]
        return sum(digit * (10 - place) for place, digit in enumerate(digits)) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", isbn):
        return sum(int(sign) * (3 if place % 2 else 1) for place, sign in enumerate(isbn)) % 10 == 0
    return False
