"""The sample pages, parents before children; the front door is opened last by the loader."""

from cms.content.sample.pages.de_novo import DE_NOVO
from cms.content.sample.pages.places import ABOUT_BREAST_CANCER, HOME, METASTATIC, TYPES
from cms.content.sample.pages.records import PageText
from cms.content.sample.pages.standard import STANDARD
from cms.content.sample.pages.treatments import TREATMENTS
from cms.content.sample.pages.under_way import UNDER_WAY
from cms.content.sample.pages.where_it_spreads import WHERE_IT_SPREADS

PAGES: tuple[PageText, ...] = (
    HOME,
    ABOUT_BREAST_CANCER,
    TYPES,
    METASTATIC,
    WHERE_IT_SPREADS,
    DE_NOVO,
    TREATMENTS,
    *UNDER_WAY,
    *STANDARD,
)

__all__ = ["HOME", "PAGES", "PageText"]
