"""Write doors: the editor's own buttons, pressed by those who are allowed most."""

from django.contrib.auth.models import Permission
from wagtail.models import GroupPagePermission, Page

from cms.content.models import MetastasisSite
from tests.doors.browsing import bulk, edit, page_address, part_address, send
from tests.doors.registry import door
from tests.doors.stage import SENTINEL, Stage, revised
from tests.factories.releases import submitted

BY_REVIEW = "submit it for review"
PUBLISH = {"action-publish": "action-publish"}


def _may_publish(stage: Stage, name: str) -> None:
    """An administrator gave a role what it should not have."""
    group = stage.user(name).groups.get()
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=permission)
    group.permissions.add(*Permission.objects.filter(content_type__app_label="content"))


@door(refused=BY_REVIEW, kept="new")
def create_and_publish_as_superuser(stage: Stage) -> str:
    address = page_address("add", "content", "topicpage", stage.get("section").pk)
    return edit(stage.as_("admin"), address, title=SENTINEL, slug=SENTINEL.lower(), lead=SENTINEL, **PUBLISH)


@door(refused=BY_REVIEW, kept="new")
def create_and_publish_as_editor_with_the_permission(stage: Stage) -> str:
    _may_publish(stage, "editor")
    address = page_address("add", "content", "topicpage", stage.get("section").pk)
    return edit(stage.as_("editor"), address, title=SENTINEL, slug=SENTINEL.lower(), lead=SENTINEL, **PUBLISH)


@door(kept="new")
def create_and_publish_as_editor(stage: Stage) -> str:
    address = page_address("add", "content", "topicpage", stage.get("section").pk)
    return edit(stage.as_("editor"), address, title=SENTINEL, slug=SENTINEL.lower(), lead=SENTINEL, **PUBLISH)


@door(refused=BY_REVIEW, kept="page")
def edit_and_publish_as_superuser(stage: Stage) -> str:
    address = page_address("edit", stage.page.pk)
    return edit(stage.as_("admin"), address, title=SENTINEL, slug=SENTINEL.lower(), lead=SENTINEL, **PUBLISH)


@door(refused=BY_REVIEW, kept="page")
def edit_and_publish_as_editor_with_the_permission(stage: Stage) -> str:
    _may_publish(stage, "editor")
    return edit(stage.as_("editor"), page_address("edit", stage.page.pk), lead=SENTINEL, **PUBLISH)


@door(kept="page")
def edit_and_publish_as_editor(stage: Stage) -> str:
    return edit(stage.as_("editor"), page_address("edit", stage.page.pk), lead=SENTINEL, **PUBLISH)


@door(kept="page")
def edit_and_save_slug_and_titles(stage: Stage) -> str:
    changes = {"title": SENTINEL, "slug": SENTINEL.lower(), "seo_title": SENTINEL, "search_description": SENTINEL}
    return edit(stage.as_("admin"), page_address("edit", stage.page.pk), **changes)


@door(refused="locked")
def publish_while_in_workflow(stage: Stage) -> str:
    submitted(revised(stage.page))
    text = edit(stage.as_("admin"), page_address("edit", stage.page.pk), lead=f"{SENTINEL} again", **PUBLISH)
    assert f"{SENTINEL} again" in text, "what was typed is lost"
    return text


@door(kept="page")
def cancel_the_workflow_and_publish(stage: Stage) -> str:
    submitted(revised(stage.page))
    client = stage.as_("admin")
    send(client, page_address("confirm_workflow_cancellation", stage.page.pk))
    address = page_address("edit", stage.page.pk)
    edit(client, address, **{"action-cancel-workflow": "true"})
    return edit(client, address, lead=SENTINEL, **PUBLISH)


@door(refused=BY_REVIEW, kept="draft")
def bulk_publish_with_descendants(stage: Stage) -> str:
    revised(stage.get("draft"))
    return bulk(stage.as_("admin"), "publish", stage.get("section"), include_descendants="on")


@door(kept="page")
def bulk_move(stage: Stage) -> None:
    revised(stage.page)
    bulk(stage.as_("admin"), "move", stage.page, stage.get("draft"), chooser=stage.get("home").pk)


@door(refused="Withdraw it first", kept="page")
def bulk_delete(stage: Stage) -> str:
    revised(stage.page)
    return bulk(stage.as_("admin"), "delete", stage.page, stage.get("section"))


@door(refused="Unpublishing is withdrawing", kept="page")
def bulk_unpublish(stage: Stage) -> str:
    revised(stage.page)
    return bulk(stage.as_("admin"), "unpublish", stage.page, include_descendants="on")


@door(refused="Withdraw it first", kept="page")
def delete(stage: Stage) -> str:
    revised(stage.page)
    return send(stage.as_("admin"), page_address("delete", stage.page.pk))


@door(refused="Reason", kept="page")
def unpublish(stage: Stage) -> str:
    revised(stage.page)
    return send(stage.as_("admin"), page_address("unpublish", stage.page.pk))


@door(refused=BY_REVIEW)
def create_and_publish_a_part(stage: Stage) -> str:
    address = part_address(stage.site, "add")
    text = edit(stage.as_("admin"), address, name=SENTINEL, plain_name=SENTINEL, **PUBLISH)
    assert MetastasisSite.objects.filter(name=SENTINEL, live=False).exists(), "what was typed is lost"
    return text


@door(refused=BY_REVIEW, kept="site")
def edit_and_publish_a_part(stage: Stage) -> str:
    return edit(stage.as_("admin"), part_address(stage.site, "edit", stage.site.pk), name=SENTINEL, **PUBLISH)


@door(refused="Reason", kept="site")
def unpublish_a_part(stage: Stage) -> str:
    revised(stage.site, plain_name=SENTINEL)
    return send(stage.as_("admin"), part_address(stage.site, "unpublish", stage.site.pk))


@door(refused="Withdraw it first")
def delete_a_part(stage: Stage) -> str:
    return send(stage.as_("admin"), part_address(stage.site, "delete", stage.site.pk))


@door(refused="Withdraw it first")
def bulk_delete_parts(stage: Stage) -> str:
    return bulk(stage.as_("admin"), "delete", stage.site, app="content", model="metastasissite")
