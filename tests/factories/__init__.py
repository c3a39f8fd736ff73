"""Objects for tests. Everything is born as a draft; `by=` names the account that wrote it."""

from tests.factories import body
from tests.factories.pages import home_page, section_page, standard_page, topic_page
from tests.factories.parts import GlossaryTermFactory, MetastasisSiteFactory
from tests.factories.people import (
    CredentialFactory,
    UserFactory,
    administrator,
    checker,
    editor,
    reviewer,
)
from tests.factories.values import ImageFactory, ProfileFactory, SourceFactory

__all__ = [
    "CredentialFactory",
    "GlossaryTermFactory",
    "ImageFactory",
    "MetastasisSiteFactory",
    "ProfileFactory",
    "SourceFactory",
    "UserFactory",
    "administrator",
    "body",
    "checker",
    "editor",
    "home_page",
    "reviewer",
    "section_page",
    "standard_page",
    "topic_page",
]
