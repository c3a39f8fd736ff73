"""What can be written: pages, metastasis sites, glossary terms, profiles and images."""

from cms.content.models.glossary import GlossaryTerm
from cms.content.models.image import GovernedImage, GovernedRendition
from cms.content.models.pages import HomePage, SectionPage, StandardPage, TopicPage
from cms.content.models.profile import Profile
from cms.content.models.site import MetastasisSite

__all__ = [
    "GlossaryTerm",
    "GovernedImage",
    "GovernedRendition",
    "HomePage",
    "MetastasisSite",
    "Profile",
    "SectionPage",
    "StandardPage",
    "TopicPage",
]
