"""The home page that every copy of the website starts with."""

from wagtail.models import Page, Site

from cms.content.models import HomePage

TITLE = "Home"


def ensure_home() -> HomePage:
    """Give the home page; make it, as a draft, where there is none.

    Wagtail's own welcome page goes, and the website's root becomes the home page. Calling it again
    changes nothing. Needs the root of the page tree (`cms.review.base.ensure_base_site`).
    """
    home = HomePage.objects.first() or _new_home()
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", site_name="", root_page=home, is_default_site=True)
    elif site.root_page_id != home.pk:
        site.root_page = home
        site.save()
    _remove_welcome_page(home)
    return home


def _new_home() -> HomePage:
    root = Page.get_first_root_node()
    home = HomePage(title=TITLE, slug=_free_slug(root), live=False, has_unpublished_changes=True)
    root.add_child(instance=home)
    return home


def _free_slug(root: Page) -> str:
    taken = set(root.get_children().values_list("slug", flat=True))
    return "home" if "home" not in taken else "home-page"


def _remove_welcome_page(home: HomePage) -> None:
    for page in Page.objects.filter(depth=2, numchild=0).exclude(pk=home.pk):
        if page.specific_class is Page:
            page.delete()
