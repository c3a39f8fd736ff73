"""Write doors: copies, aliases, translations, moves, other addresses, and going back to an earlier text."""

from typing import Any

from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page

from tests.doors.browsing import edit, page_address, send, why
from tests.doors.registry import door
from tests.doors.stage import SENTINEL, Stage, checked, revised
from tests.factories import topic_page
from tests.factories.releases import edited, released, submitted

BY_REVIEW = "submit it for review"
PUBLISH = {"action-publish": "action-publish"}


def copy_form(stage: Stage, **more: Any) -> dict[str, Any]:
    parent = stage.get("section").pk
    return {"new_title": SENTINEL, "new_slug": SENTINEL.lower(), "new_parent_page": parent, **more}


@door(kept="new")
def copy(stage: Stage) -> str:
    return send(stage.as_("admin"), page_address("copy", stage.page.pk), copy_form(stage))


@door(kept="new")
def copy_and_keep_live(stage: Stage) -> str:
    revised(stage.page)
    return send(stage.as_("admin"), page_address("copy", stage.page.pk), copy_form(stage, publish_copies="on"))


@door(kept="draft")
def copy_a_whole_section_and_keep_it_live(stage: Stage) -> str:
    revised(stage.get("draft"))
    form = {**copy_form(stage), "new_parent_page": stage.get("home").pk, "copy_subpages": "on", "publish_copies": "on"}
    return send(stage.as_("admin"), page_address("copy", stage.get("section").pk), form)


@door(kept="new")
def copy_and_keep_live_in_the_shell(stage: Stage) -> None:
    revised(stage.page)
    attributes = {"slug": SENTINEL.lower(), "title": SENTINEL}
    new = stage.page.copy(update_attrs=attributes, keep_live=True, user=stage.user("admin"))
    assert not Page.objects.get(pk=new.pk).live


@door(refused="takes no alias")
def alias_by_the_copy_form(stage: Stage) -> str:
    revised(stage.page)
    return send(stage.as_("admin"), page_address("copy", stage.page.pk), copy_form(stage, alias="on"))


@door(refused="takes no alias")
def alias_in_the_shell(stage: Stage) -> str:
    return why(CreatePageAliasAction(stage.page, update_slug=SENTINEL.lower(), user=None).execute)


def forced_alias(stage: Stage) -> Page:
    """A page made an alias behind everybody's back."""
    other = topic_page(stage.get("section"), slug=SENTINEL.lower(), title=SENTINEL)
    Page.objects.filter(pk=other.pk).update(alias_of=stage.page.pk, live=True)
    return Page.objects.get(pk=other.pk).specific


@door()
def alias_forced_in_the_database(stage: Stage) -> None:
    forced_alias(stage)
    revised(stage.page)
    why(stage.page.latest_revision.publish)
    why(stage.page.update_aliases, revision=stage.page.latest_revision)


@door()
def alias_of_a_scheduled_page(stage: Stage) -> None:
    from tests.doors.write_schedule import scheduler_runs, tomorrow

    released(edited(stage.page, go_live_at=tomorrow(), lead="Evergreen tomorrow."))
    forced_alias(stage)
    stage.later(days=2)
    scheduler_runs()


@door()
def alias_converted_to_a_page(stage: Stage) -> None:
    alias = forced_alias(stage)
    send(stage.as_("admin"), page_address("convert_alias", alias.pk))
    alias = forced_alias_again(stage, alias)
    why(ConvertAliasPageAction(alias, user=stage.user("admin")).execute, skip_permission_checks=True)


def forced_alias_again(stage: Stage, alias: Page) -> Any:
    Page.objects.filter(pk=alias.pk).update(alias_of=stage.page.pk, live=True, title=SENTINEL)
    return Page.objects.get(pk=alias.pk).specific


@door(kept="new")
def copy_for_translation(stage: Stage) -> None:
    """A second language; its parents would come along as aliases, which are refused."""
    other, _ = Locale.objects.get_or_create(language_code="de")
    revised(stage.page)
    assert "takes no alias" in why(stage.page.copy_for_translation, other, copy_parents=True)
    stage.get("home").copy_for_translation(other)
    new = revised(Page.objects.latest("pk").specific)
    assert not new.live


@door(kept="page")
def move_under_another_parent(stage: Stage) -> str:
    revised(stage.page)
    home = stage.get("home").pk
    return send(stage.as_("admin"), page_address("move_confirm", stage.page.pk, home))


@door(kept="page")
def move_under_a_hidden_parent(stage: Stage) -> str:
    revised(stage.page)
    return send(stage.as_("admin"), page_address("move_confirm", stage.page.pk, stage.get("closed").pk))


@door(kept="draft")
def move_a_draft_under_a_public_page(stage: Stage) -> str:
    revised(stage.get("draft"), title=SENTINEL, lead=SENTINEL)
    return send(stage.as_("admin"), page_address("move_confirm", stage.get("draft").pk, stage.get("home").pk))


@door(refused="address was not changed", kept="page")
def slug_changed_in_the_editor(stage: Stage) -> str:
    return edit(stage.as_("editor"), page_address("edit", stage.page.pk), slug=SENTINEL.lower(), title=SENTINEL)


@door(kept="page")
def slug_changed_by_its_own_button(stage: Stage) -> str:
    """An address is not content: it changes at once, and brings nothing of the draft with it."""
    from django.urls import reverse

    revised(stage.page)
    return send(stage.as_("admin"), reverse("review_address", args=[stage.page.pk]), {"slug": "another"})


@door(kept="page")
def reorder(stage: Stage) -> str:
    revised(stage.page)
    return send(stage.as_("admin"), page_address("set_page_position", stage.page.pk) + "?position=0")


@door(refused=BY_REVIEW, kept="page")
def revert_to_an_unapproved_text_and_publish(stage: Stage) -> str:
    old = revised(stage.page).latest_revision_id
    edited(stage.page, lead="Something else.")
    address = page_address("revisions_revert", stage.page.pk, old)
    opened = stage.as_("admin").get(address)
    from tests.factories.posting import posted

    data = {**posted(opened.context["form"]), "revision": old, **PUBLISH}
    return send(stage.as_("admin"), page_address("edit", stage.page.pk), data)


@door(refused=BY_REVIEW)
def revert_to_an_older_approved_text_in_the_shell(stage: Stage) -> str:
    """What was approved once was approved to be replaced: it needs its approval again."""
    old = revised(stage.page).latest_revision
    released(stage.page)
    released(edited(stage.page, lead="Evergreen again."))
    return why(old.publish, user=stage.user("admin"))


@door(refused="You contributed to this text")
def revert_brings_back_its_author(stage: Stage) -> str:
    """Who restores a text is not its only author: the one who wrote it may not approve it."""
    author = stage.user("reviewer")
    old = revised(stage.page, by=author).latest_revision
    released(edited(stage.page, lead="Evergreen again."))
    restored = old.as_object()
    restored.save_revision(user=stage.user("editor"), previous_revision=old)
    submission = checked(submitted(stage.page))
    from tests.doors.write_workflow import approve

    return approve(stage, author, submission)


@door(refused="You contributed to this text")
def a_copy_brings_its_author_along(stage: Stage) -> str:
    author = stage.user("reviewer")
    revised(stage.get("draft"), by=author, title=SENTINEL, lead=SENTINEL)
    copied = stage.get("draft").copy(
        update_attrs={"slug": "copied"}, user=stage.user("editor"), copy_revisions=False
    )  # fmt: skip
    submission = checked(submitted(copied))
    from tests.doors.write_workflow import approve

    return approve(stage, author, submission, page=copied)
