"""Write doors: settings of the site, redirects, privacy, embeds and documents, none of which has a draft state."""

from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.embeds.models import Embed
from wagtail.models import PageViewRestriction, Site

from tests.doors.browsing import page_address, send
from tests.doors.registry import door
from tests.doors.stage import SENTINEL, Stage, revised
from tests.factories import body
from tests.factories.releases import edited, released


@door()
def an_embed_whose_provider_changed_the_answer(stage: Stage) -> None:
    """Embeds are no part of rich text here: even one that was forced into an approved text shows nothing."""
    url = "https://video.example/1"
    Embed.objects.create(url=url, hash="0" * 32, type="rich", html=f"<b>{SENTINEL}</b>", title=SENTINEL)
    text = f'<p>Evergreen.</p><embed embedtype="media" url="{url}"/><p>More.</p>'
    released(edited(stage.page, body=body.stream(body.paragraph(text))))
    Embed.objects.update(html=f"<script>{SENTINEL}</script>")


@door()
def a_document_in_the_library(stage: Stage) -> None:
    model = get_document_model()
    document = model.objects.create(title=SENTINEL, file=ContentFile(SENTINEL.encode(), name=f"{SENTINEL}.pdf"))
    for address in (f"/documents/{document.pk}/{document.filename}", f"/media/{document.file.name}"):
        assert Client().get(address).status_code == 404
    text = f'<p>Evergreen <a linktype="document" id="{document.pk}">leaflet</a>.</p>'
    released(edited(stage.page, body=body.stream(body.paragraph(text))))


@door()
def the_sites_own_name(stage: Stage) -> None:
    Site.objects.update(site_name=SENTINEL)


@door()
def another_root_of_the_site(stage: Stage) -> None:
    revised(stage.get("draft"))
    site = Site.objects.get(is_default_site=True)
    site.root_page = stage.get("draft")
    site.save()


@door()
def another_root_by_the_admins_form(stage: Stage) -> str:
    site = Site.objects.get(is_default_site=True)
    form = {"hostname": "testserver", "port": 80, "site_name": SENTINEL, "root_page": stage.get("closed").pk}
    return send(stage.as_("admin"), reverse("wagtailsites:edit", args=[site.pk]), {**form, "is_default_site": "on"})


@door()
def a_second_site(stage: Stage) -> None:
    revised(stage.get("closed"))
    Site.objects.create(hostname="testserver", port=80, site_name=SENTINEL, root_page=stage.get("closed"))


def privacy(stage: Stage, name: str) -> str:
    address = page_address("set_privacy", stage.get(name).pk)
    form = {"restriction_type": "password", "password": SENTINEL}
    return send(stage.as_("admin"), address, form)


@door()
def privacy_of_the_page(stage: Stage) -> str:
    return privacy(stage, "page")


@door()
def privacy_of_an_ancestor(stage: Stage) -> str:
    return privacy(stage, "section")


@door()
def privacy_forced_in_the_database(stage: Stage) -> None:
    """What is approved is public: a restriction neither hides it nor opens what is not."""
    for name in ("page", "section", "draft"):
        PageViewRestriction.objects.create(page=stage.get(name), restriction_type="login")


@door()
def a_redirect_from_a_public_address(stage: Stage) -> None:
    old = Redirect.normalise_path(stage.address())
    Redirect.add_redirect(old, redirect_to=stage.get("draft"), is_permanent=True)
    Redirect.add_redirect("/short", redirect_to=stage.get("draft"), is_permanent=False)
    for address in ("/short", "/short/"):
        assert Client().get(address).status_code == 404


@door()
def a_redirect_to_another_website(stage: Stage) -> None:
    Redirect.add_redirect("/short", redirect_to=f"https://example.org/{SENTINEL}", is_permanent=False)
    Redirect.add_redirect("/old", redirect_to=f"//example.org/{SENTINEL}", is_permanent=False)


@door()
def a_redirect_by_the_admins_form(stage: Stage) -> str:
    form = {"old_path": stage.address(), "redirect_link": f"https://example.org/{SENTINEL}", "site": ""}
    return send(stage.as_("admin"), reverse("wagtailredirects:add"), form)
