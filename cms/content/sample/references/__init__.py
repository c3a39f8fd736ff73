"""Every source that the sample text cites."""

from cms.content.sample.references.care import CARE
from cms.content.sample.references.records import Reference
from cms.content.sample.references.sites import SITES
from cms.content.sample.references.spread import SPREAD

REFERENCES: tuple[Reference, ...] = SPREAD + SITES + CARE

__all__ = ["REFERENCES", "Reference"]
