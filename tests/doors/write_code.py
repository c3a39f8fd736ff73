"""Write doors: the shell, fixtures and the database itself."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core import serializers
from django.core.management import call_command
from django.db import connection
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from cms.content.models import MetastasisSite, TopicPage
from tests.doors.browsing import why
from tests.doors.registry import door
from tests.doors.stage import SENTINEL, Stage, revised
from tests.factories import MetastasisSiteFactory

BY_REVIEW = "submit it for review"


@door(refused=BY_REVIEW, kept="page")
def publish_a_revision_with_no_user(stage: Stage) -> str:
    return why(revised(stage.page).latest_revision.publish)


@door(refused=BY_REVIEW, kept="draft")
def publish_a_draft_with_no_user(stage: Stage) -> str:
    return why(revised(stage.get("draft")).latest_revision.publish)


@door(refused=BY_REVIEW, kept="site")
def publish_a_part_with_no_user(stage: Stage) -> str:
    return why(revised(stage.site, name=SENTINEL).latest_revision.publish)


@door(refused=BY_REVIEW, kept="page")
def the_publish_action_itself(stage: Stage) -> str:
    action = PublishPageRevisionAction(revised(stage.page).latest_revision, user=stage.user("admin"))
    return why(action.execute, skip_permission_checks=True)


@door(refused=BY_REVIEW)
def save_a_live_page(stage: Stage) -> str:
    page = stage.page
    page.lead = page.title = SENTINEL
    return why(page.save)


@door(refused=BY_REVIEW)
def save_a_draft_as_live(stage: Stage) -> str:
    page = stage.get("draft")
    page.live, page.title = True, SENTINEL
    return why(page.save)


@door(refused=BY_REVIEW)
def save_a_base_page_as_live(stage: Stage) -> str:
    page = Page.objects.get(pk=stage.get("draft").pk)
    page.live, page.title = True, SENTINEL
    return why(page.save)


@door(refused=BY_REVIEW)
def save_a_part_as_live(stage: Stage) -> str:
    site = stage.site
    site.name = SENTINEL
    return why(site.save)


@door()
def a_page_born_live(stage: Stage) -> None:
    page = TopicPage(title=SENTINEL, slug=SENTINEL.lower(), lead=SENTINEL, live=True)
    stage.get("section").add_child(instance=page)
    assert not Page.objects.get(pk=page.pk).live


@door()
def update_of_a_queryset(stage: Stage) -> None:
    TopicPage.objects.all().update(live=True, lead=SENTINEL, title=SENTINEL, draft_title=SENTINEL)
    MetastasisSite.objects.all().update(live=True, name=SENTINEL, what_it_is=SENTINEL)


@door()
def raw_sql_on_the_draft_side(stage: Stage) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET live = %s, title = %s, seo_title = %s", [True, SENTINEL, SENTINEL])
        cursor.execute("UPDATE content_topicpage SET lead = %s", [SENTINEL])
        cursor.execute("UPDATE content_metastasissite SET live = %s, name = %s", [True, SENTINEL])
        cursor.execute("UPDATE content_glossaryterm SET definition = %s", [SENTINEL])


@door()
def raw_sql_on_slugs_and_tree(stage: Stage) -> None:
    """Addresses and places come from publications, never from the tree."""
    with connection.cursor() as cursor:
        swap = [SENTINEL.lower(), f"/home/{SENTINEL.lower()}/", stage.page.pk]
        cursor.execute("UPDATE wagtailcore_page SET slug = %s, url_path = %s WHERE id = %s", swap)
        near = [f"/home/about/spread/", stage.get("draft").pk]  # noqa: F541
        cursor.execute("UPDATE wagtailcore_page SET live = true, url_path = %s WHERE id = %s", near)


def load(*objects: Any, **changes: Any) -> str:
    """Load a fixture made of these objects with some fields changed."""
    rows = json.loads(serializers.serialize("json", objects))
    for row in rows:
        row["fields"].update({name: value for name, value in changes.items() if name in row["fields"]})
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pages.json"
        path.write_text(json.dumps(rows))
        return why(call_command, "loaddata", str(path), verbosity=0)


@door(refused=BY_REVIEW)
def loaddata_of_a_live_page(stage: Stage) -> str:
    page = stage.page
    return load(Page.objects.get(pk=page.pk), page, title=SENTINEL, lead=SENTINEL, live=True)


@door(refused=BY_REVIEW)
def loaddata_of_a_draft_made_live(stage: Stage) -> str:
    page = stage.get("draft")
    return load(Page.objects.get(pk=page.pk), page, title=SENTINEL, lead=SENTINEL, live=True)


@door(refused=BY_REVIEW)
def loaddata_of_a_part(stage: Stage) -> str:
    return load(stage.site, name=SENTINEL, what_it_is=SENTINEL, live=True)


@door(refused=BY_REVIEW)
def loaddata_of_a_new_part(stage: Stage) -> str:
    new = MetastasisSiteFactory(name=SENTINEL)
    return load(new, live=True, name=f"{SENTINEL} more")


@door()
def purge_of_revisions(stage: Stage) -> None:
    """Evidence does not hang on revisions."""
    revised(stage.page)
    revised(stage.page, lead=f"{SENTINEL} again")
    call_command("purge_revisions")


@door(refused="Withdraw it first")
def delete_in_the_shell(stage: Stage) -> str:
    return why(stage.page.delete)


@door()
def the_page_is_gone_from_the_tree(stage: Stage) -> None:
    """The edition survives whatever happens to the page."""
    Page.objects.filter(pk=stage.page.pk).delete()
    assert stage.page is None
    call_command("publish_scheduled")


@door()
def all_accounts_are_gone(stage: Stage) -> None:
    from cms.people.models import User

    for user in User.objects.all():
        user.delete()
