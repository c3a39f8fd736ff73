"""Parts: metastasis sites and glossary terms, in draft."""

import factory

from cms.content.models import GlossaryTerm, MetastasisSite
from tests.factories.body import stream
from tests.factories.drafts import DraftFactory


class MetastasisSiteFactory(DraftFactory):
    """A site that is ready to be submitted."""

    class Meta:
        model = MetastasisSite

    name = factory.Sequence(lambda number: f"Sample site {number}")
    plain_name = factory.LazyAttribute(lambda site: site.name.lower())
    body_part = "bone"
    how_common = "common"
    what_it_is = factory.LazyAttribute(lambda site: f"<p>What {site.name} is.</p>")
    symptoms = factory.LazyFunction(lambda: stream(("item", "A sample symptom")))
    tests = factory.LazyFunction(lambda: stream(("item", "A sample test")))
    order = factory.Sequence(lambda number: number)
    live = False


class GlossaryTermFactory(DraftFactory):
    """A term that is ready to be submitted."""

    class Meta:
        model = GlossaryTerm

    term = factory.Sequence(lambda number: f"sample term {number}")
    definition = factory.LazyAttribute(lambda term: f"<p>What {term.term} means.</p>")
    live = False
