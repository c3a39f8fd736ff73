"""Things that a snapshot copies by value: sources, profiles, images."""

import io
from typing import Any

import factory
from django.core.files.base import ContentFile
from PIL import Image

from cms.content.models import GovernedImage, Profile
from cms.sources.models import Source
from tests.factories.drafts import DraftFactory


class SourceFactory(DraftFactory):
    """A journal article."""

    class Meta:
        model = Source

    kind = "article"
    title = factory.Sequence(lambda number: f"Sample study {number}")
    authors = "Sample A, Sample B"
    publication = "Journal of Samples"
    year = 2020
    volume = "1"
    issue = "2"
    pages = "3-9"
    doi = factory.Sequence(lambda number: f"10.5555/sample.{number}")


class ProfileFactory(DraftFactory):
    """An author."""

    class Meta:
        model = Profile

    name = factory.Sequence(lambda number: f"Sample Author {number}")
    credentials = "RN"
    role = "Medical writer"


def png(colour: str = "teal", size: tuple[int, int] = (8, 6)) -> bytes:
    """The bytes of a small picture."""
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, "PNG")
    return target.getvalue()


class ImageFactory(factory.django.DjangoModelFactory):
    """A small picture of one colour. `by=` is the account that uploaded it."""

    class Meta:
        model = GovernedImage

    class Params:
        colour = "teal"

    title = factory.Sequence(lambda number: f"Sample picture {number}")
    credit = "Sample Studio"
    file = factory.LazyAttribute(lambda image: ContentFile(png(image.colour), name="sample.png"))

    @classmethod
    def _create(cls, model_class: type[GovernedImage], *args: Any, **fields: Any) -> GovernedImage:
        by = fields.pop("by", None)
        return super()._create(model_class, *args, uploaded_by_user=by, **fields)
