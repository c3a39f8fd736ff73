"""How a factory makes a draft: a row, and a revision by the account that wrote it."""

from typing import Any

import factory
from django.db.models import Model


class DraftFactory(factory.django.DjangoModelFactory):
    """A snippet in draft. `by=` is the account that wrote it; a new editor if nobody is named."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: type[Model], *args: Any, **fields: Any) -> Model:
        from tests.factories.people import editor

        by = fields.pop("by", None) or editor()
        draft = super()._create(model_class, *args, **fields)
        draft.save_revision(user=by)
        draft.refresh_from_db()
        return draft
