"""Write doors: what pages are made of besides their own text. Parts, values, files."""

from django.core.files.base import ContentFile
from django.test import Client

from cms.content.models import Profile
from cms.review import decisions, withdrawing
from cms.review.models import Submission
from cms.sources.models import Source
from tests.doors.browsing import edit, part_address, why
from tests.doors.registry import door
from tests.doors.stage import SENTINEL, Stage, checked, revised
from tests.doors.write_workflow import approve
from tests.factories import GlossaryTermFactory, MetastasisSiteFactory, body, editor
from tests.factories.releases import edited, released, submitted
from tests.factories.values import png


def text_at(stage: Stage) -> str:
    return Client().get(stage.address()).content.decode()


@door(kept="site")
def an_edited_part_on_an_approved_page(stage: Stage) -> str:
    address = part_address(stage.site, "edit", stage.site.pk)
    return edit(stage.as_("admin"), address, name=SENTINEL, plain_name=SENTINEL)


@door()
def a_part_that_was_never_approved_forced_into_the_page(stage: Stage) -> None:
    """A new site chosen on the public page, in its row as in its draft."""
    new = MetastasisSiteFactory(name=SENTINEL, what_it_is=f"<p>{SENTINEL}</p>")
    page = edited(stage.page, body=body.stream(body.sites([new])))
    type(page).objects.filter(pk=page.pk).update(body=page.latest_revision.as_object().body, live=True)


@door()
def a_part_submitted_alone_and_not_yet_decided(stage: Stage) -> None:
    checked(submitted(revised(stage.site, name=SENTINEL)))


@door()
def a_withdrawn_part_on_a_current_edition(stage: Stage) -> None:
    """Its words, whatever they are, leave every page at once; the page says so."""
    released(revised(stage.site, name=SENTINEL, what_it_is=f"<p>{SENTINEL}</p>"))
    assert SENTINEL in text_at(stage)
    withdrawing.withdraw(stage.site.object_id, editor(), "A mistake was found.")
    assert "withdrawn" in text_at(stage)


@door()
def a_withdrawn_part_on_a_pending_edition(stage: Stage) -> None:
    from tests.doors.write_schedule import tomorrow

    released(revised(stage.site, name=SENTINEL, what_it_is=f"<p>{SENTINEL}</p>"))
    released(edited(stage.page, go_live_at=tomorrow(), seo_title="Tomorrow"))
    withdrawing.withdraw(stage.site.object_id, editor(), "A mistake was found.")
    stage.later(days=2)
    assert "withdrawn" in text_at(stage)


@door()
def a_withdrawn_part_that_is_edited_again(stage: Stage) -> None:
    """A newer draft of a withdrawn part does not come back with its host."""
    withdrawing.withdraw(stage.site.object_id, editor(), "A mistake was found.")
    revised(stage.site, name=SENTINEL)
    released(edited(stage.page, seo_title="Evergreen"))


@door(refused="has changed since it was submitted")
def a_part_released_between_submission_and_decision(stage: Stage) -> str:
    submission = checked(submitted(revised(stage.page)))
    released(edited(stage.site, what_it_is="<p>Newer words about bone.</p>"))
    assert "Newer words about bone." in text_at(stage)
    return approve(stage, "reviewer", submission)


@door()
def two_parts_of_one_host(stage: Stage) -> None:
    """One is released, the other only edited: the host changes by the first alone."""
    revised(stage.site, name=SENTINEL, what_it_is=f"<p>{SENTINEL}</p>")
    released(edited(stage.get("term"), definition="<p>Newer words about marrow.</p>"))
    assert "Newer words about marrow." in text_at(stage)


@door()
def an_edited_part_joins_its_host_only_by_a_decision(stage: Stage) -> None:
    revised(stage.site, name=SENTINEL)
    submission = submitted(edited(stage.page, seo_title="Evergreen"))
    assert stage.site.object_id in submission.members
    decisions.approve(submission, stage.user("checker"), digest=submission.digest)


@door()
def a_part_edited_while_its_host_waits(stage: Stage) -> None:
    submission = checked(submitted(edited(stage.page, seo_title="Evergreen")))
    revised(stage.site, name=SENTINEL)
    assert "has changed since it was submitted" in approve(stage, "reviewer", submission)
    assert Submission.objects.get(pk=submission.pk).status == Submission.OPEN


@door(refused="none. Schedule the pages")
def a_part_with_a_schedule(stage: Stage) -> str:
    from tests.doors.write_schedule import tomorrow

    new = GlossaryTermFactory(term=SENTINEL, go_live_at=tomorrow())
    return why(submitted, new)


@door()
def an_image_file_replaced_in_the_library(stage: Stage) -> str:
    image, before = stage.image, stage.image.sha256
    address = f"/admin/images/{image.pk}/"
    text = edit(stage.as_("admin"), address, title=SENTINEL, credit=SENTINEL, file=ContentFile(png("red"), "red.png"))
    assert stage.image.sha256 != before
    assert f"/files/{before}.png" in text_at(stage)
    kept = Client().get(f"/files/{before}.png")
    assert kept.status_code == 200
    assert b"".join(kept.streaming_content) == png("teal")
    assert Client().get(f"/files/{stage.image.sha256}.png").status_code == 404
    return text


@door()
def an_image_file_overwritten_on_the_disk(stage: Stage) -> None:
    from django.core.files.storage import default_storage

    image, before = stage.image, stage.image.sha256
    with default_storage.open(image.file.name, "wb") as opened:
        opened.write(png("red") + SENTINEL.encode())
    kept = Client().get(f"/files/{before}.png")
    assert b"".join(kept.streaming_content) == png("teal")
    with default_storage.open(image.file.name, "wb") as opened:
        opened.write(png("teal"))


@door()
def a_source_changed_in_place(stage: Stage) -> str:
    address = part_address(stage.source, "edit", stage.source.pk)
    text = edit(stage.as_("admin"), address, title=SENTINEL, authors=SENTINEL, url=f"https://example.org/{SENTINEL}")
    assert Source.objects.get(pk=stage.source.pk).title == SENTINEL
    return text


@door()
def an_author_changed_in_place(stage: Stage) -> str:
    profile = Profile.objects.get(pk=stage.ids["author"])
    text = edit(stage.as_("admin"), part_address(profile, "edit", profile.pk), name=SENTINEL, role=SENTINEL)
    assert Profile.objects.get(pk=profile.pk).name == SENTINEL
    return text


@door(refused="You contributed to this text")
def a_source_changed_by_the_reviewer(stage: Stage) -> str:
    """Who changes a copied value contributes to every page that would show it."""
    source = stage.source
    source.title = SENTINEL
    source.save()
    source.save_revision(user=stage.user("reviewer"))
    submission = checked(submitted(edited(stage.page, seo_title="Evergreen")))
    return approve(stage, "reviewer", submission)


@door(refused="has changed since it was submitted")
def a_source_changed_after_the_submission(stage: Stage) -> str:
    submission = checked(submitted(edited(stage.page, seo_title="Evergreen")))
    source = stage.source
    source.title = SENTINEL
    source.save()
    source.save_revision(user=editor())
    return approve(stage, "reviewer", submission)
