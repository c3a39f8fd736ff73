"""Wagtail's welcome page becomes our home page, as a draft."""

from django.db import migrations

STEP = 4


def make_home(apps, schema_editor):
    HomePage = apps.get_model("content", "HomePage")
    if HomePage.objects.exists():
        return
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="content", model="homepage"
    )
    Page = apps.get_model("wagtailcore", "Page")
    page = (
        Page.objects.filter(depth=2, numchild=0, slug="home")
        .filter(content_type__app_label="wagtailcore", content_type__model="page")
        .first()
    )
    home = HomePage(page_ptr=page) if page else _beside_what_is_there(apps)
    if page:
        home.__dict__.update({name: value for name, value in page.__dict__.items() if name != "_state"})
    home.title = home.draft_title = "Home"
    home.content_type = content_type
    home.live = False
    home.has_unpublished_changes = True
    home.save()
    _serve_from(apps, home)


def _beside_what_is_there(apps):
    HomePage, Page = apps.get_model("content", "HomePage"), apps.get_model("wagtailcore", "Page")
    root = Page.objects.get(depth=1)
    taken = set(Page.objects.filter(depth=2).values_list("path", "slug"))
    paths, slugs = {path for path, slug in taken}, {slug for path, slug in taken}
    number = 1
    while (path := f"{root.path}{number:0{STEP}}") in paths:
        number += 1
    Page.objects.filter(pk=root.pk).update(numchild=len(paths) + 1)
    slug = "home" if "home" not in slugs else "home-page"
    return HomePage(path=path, depth=2, slug=slug, url_path=f"/{slug}/", locale=root.locale)


def _serve_from(apps, home):
    Site = apps.get_model("wagtailcore", "Site")
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        site = Site(hostname="localhost", is_default_site=True)
    site.root_page_id = home.pk
    site.save()


class Migration(migrations.Migration):
    dependencies = [("content", "0001_initial"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]

    operations = [migrations.RunPython(make_home, migrations.RunPython.noop)]
