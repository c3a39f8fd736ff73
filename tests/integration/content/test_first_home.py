"""The data migration that gives a new website its home page."""

from importlib import import_module

import pytest
from django.apps import apps
from wagtail.models import Page, Site

from cms.content.models import HomePage, SectionPage

pytestmark = pytest.mark.django_db

make_home = import_module("cms.content.migrations.0002_home").make_home


@pytest.fixture
def bare_tree() -> Page:
    """A tree with nothing but its root."""
    Site.objects.all().delete()
    root = Page.get_first_root_node()
    root.get_children().delete()
    root.refresh_from_db()
    return root


def the_home() -> HomePage:
    home = HomePage.objects.get()
    assert (home.title, home.live, home.depth) == ("Home", False, 2)
    assert home.specific_class is HomePage
    assert Site.objects.get(is_default_site=True).root_page_id == home.pk
    assert Page.find_problems() == ([], [], [], [], [])
    return home


def test_the_welcome_page_becomes_the_home_page(bare_tree: Page) -> None:
    welcome = bare_tree.add_child(instance=Page(title="Welcome", slug="home"))
    Site.objects.create(hostname="example.org", port=443, root_page=welcome, is_default_site=True)
    make_home(apps, None)
    assert the_home().pk == welcome.pk
    assert Site.objects.get().hostname == "example.org"


def test_without_a_welcome_page_one_is_made(bare_tree: Page) -> None:
    make_home(apps, None)
    assert the_home().url_path == "/home/"


def test_what_stands_there_already_stays(bare_tree: Page) -> None:
    other = bare_tree.add_child(instance=SectionPage(title="Older", slug="home"))
    make_home(apps, None)
    home = the_home()
    assert home.slug == "home-page" and home.path > other.path
    bare_tree.refresh_from_db()
    assert bare_tree.numchild == 2


def test_a_second_time_changes_nothing() -> None:
    before = HomePage.objects.get().pk
    make_home(apps, None)
    assert the_home().pk == before
