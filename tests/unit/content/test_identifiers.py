"""Identifiers of sources: how people paste them, and what is refused."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from cms.sources import identifiers


@pytest.mark.parametrize(
    "pasted",
    [
        "10.5555/Abc.1",
        " 10.5555/Abc.1 ",
        "https://doi.org/10.5555/Abc.1",
        "http://dx.doi.org/10.5555/Abc.1",
        "doi: 10.5555/Abc.1",
    ],
)
def test_a_doi_is_taken_as_pasted(pasted: str) -> None:
    plain = identifiers.plain_doi(pasted)
    assert plain == "10.5555/Abc.1"
    identifiers.check_doi(plain)


@pytest.mark.parametrize("isbn", ["0-306-40615-2", "978-0-306-40615-7", "080442957x"])
def test_isbns_that_add_up(isbn: str) -> None:
    identifiers.check_isbn(isbn)


def test_an_isbn_is_kept_without_hyphens() -> None:
    assert identifiers.plain_isbn("0-8044-2957-x") == "080442957X"


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (identifiers.check_doi, "11.5555/abc"),
        (identifiers.check_doi, "10.5555/"),
        (identifiers.check_doi, "10.5555/two words"),
        (identifiers.check_pmid, "PMC123"),
        (identifiers.check_pmid, "0123"),
        (identifiers.check_pmid, "1234567890"),
        (identifiers.check_isbn, "978-0-306-40615-8"),
        (identifiers.check_isbn, "0306406153"),
        (identifiers.check_isbn, "12345"),
        (identifiers.check_isbn, "9770306406157"),
        (identifiers.check_year, 1799),
        (identifiers.check_year, datetime.now(UTC).year + 2),
        (identifiers.check_web_address, "ftp://example.org/"),
        (identifiers.check_web_address, "javascript:alert(1)"),
    ],
)
def test_what_cannot_be_one_is_refused(check: object, value: object) -> None:
    with pytest.raises(ValidationError):
        check(value)  # type: ignore[operator]


def test_what_can_be_one_passes() -> None:
    identifiers.check_pmid("29117498")
    identifiers.check_year(datetime.now(UTC).year + 1)
    identifiers.check_web_address("https://example.org/a")
