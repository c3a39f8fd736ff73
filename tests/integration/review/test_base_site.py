"""What every database has before the first page comes back whatever was emptied, and comes once."""

import pytest
from wagtail.models import Collection, Locale, Page, Task, Workflow

from cms.review.base import ensure_base_site
from cms.review.models import KindWorkflow
from cms.review.policy import KINDS

pytestmark = pytest.mark.django_db


def test_an_emptied_database_has_roots_again_and_takes_uploads() -> None:
    Collection.objects.all().delete()
    Page.objects.all().delete()
    ensure_base_site()
    assert Page.get_first_root_node().depth == 1
    root = Collection.get_first_root_node()
    assert (root.path, root.depth, root.numchild) == ("0001", 1, 0)
    assert root.add_child(name="Sample").depth == 2


def test_twice_is_once() -> None:
    def counts() -> list[int]:
        return [model.objects.count() for model in (Collection, KindWorkflow, Locale, Page, Task, Workflow)]

    ensure_base_site()
    before = counts()
    ensure_base_site()
    assert counts() == before
    assert set(KindWorkflow.objects.values_list("kind", flat=True)) == set(KINDS)
