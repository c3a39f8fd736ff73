"""Which addresses a page may point to: public pages by id, and the open web by a short list of schemes."""

import re
from collections.abc import Mapping

from cms.editions.forms import Link

# Nothing that runs, and nothing relative: a page of this site is named by its id, never by its address.
WEB_ADDRESS = re.compile(r"https?://[^\s/?#\\]+[^\s\\]*", re.IGNORECASE)
CONTACT = re.compile(r"(?:mailto|tel):[^\s\\]+", re.IGNORECASE)


def outside(address: str | None) -> str | None:
    """The address if it leads to the web, to e-mail or to a telephone; None for everything else."""
    candidate = (address or "").strip()
    if not candidate.isprintable():
        return None
    return candidate if WEB_ADDRESS.fullmatch(candidate) or CONTACT.fullmatch(candidate) else None


def page(object_id: str | None, links: Mapping[str, Link]) -> Link | None:
    """The public page of that id; None when it is not public, so that not even its title is told."""
    return links.get(object_id) if object_id else None


def pages(references: object, links: Mapping[str, Link]) -> list[Link]:
    """Those of the page references (`{"page": "page:12"}`) that are public, in order and once each."""
    found: dict[str, Link] = {}
    for reference in references if isinstance(references, list) else []:
        target = page(page_id(reference), links)
        if target is not None:
            found.setdefault(target.object_id, target)
    return list(found.values())


def page_id(reference: object) -> str | None:
    """The id inside a page reference; None where an editor chose no page or the page is gone."""
    value = reference.get("page") if isinstance(reference, dict) else None
    return value if isinstance(value, str) else None
