"""The twelve metastasis sites of the sample, in the order in which readers see them."""

from cms.content.sample.sites.four_common import COMMON
from cms.content.sample.sites.less_common import LESS_COMMON
from cms.content.sample.sites.linings import LININGS
from cms.content.sample.sites.records import SiteText

SITES: tuple[SiteText, ...] = COMMON + LESS_COMMON + LININGS

__all__ = ["SITES", "SiteText"]
