"""Writes a draft page and drafts of its sites: all of it, or nothing."""

import json
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Site

from cms.content.importing.build import Draft
from cms.content.importing.pieces import Remark, SiteDraft
from cms.content.importing.place import Placer, site_drafts
from cms.content.importing.refusal import DocumentRefused
from cms.content.importing.rich import as_kept
from cms.content.models import MetastasisSite, TopicPage


@dataclass(frozen=True)
class Written:
    """What was made: drafts, none of them public."""

    page: TopicPage
    sites: tuple[MetastasisSite, ...]
    remarks: tuple[Remark, ...]


def page_at(address: str) -> Page:
    """The page at an address such as /about-breast-cancer/metastatic/, drafts included.

    Raises DocumentRefused when there is none, saying how far the address leads.
    """
    root = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if root is None:
        raise DocumentRefused(["There is no website yet: make its home page first."])
    page, reached = root.root_page, "/"
    for slug in address.strip().strip("/").split("/") if address.strip("/ ") else []:
        below = page.get_children().filter(slug=slug).first()
        if below is None:
            known = ", ".join(page.get_children().values_list("slug", flat=True)) or "nothing"
            raise DocumentRefused([f"There is no page at {address}: under {reached} there is {known}."])
        page, reached = below, f"{reached}{slug}/"
    return page.specific


def write(draft: Draft, parent: Page, user: Any = None) -> Written:
    """Make the drafts in one transaction; ``user`` becomes their contributor.

    A site of the same name is never touched: a second one is made, and the editor is told.
    Raises DocumentRefused when the parent takes no topic page.
    """
    if not TopicPage.can_create_at(parent):
        raise DocumentRefused([f"No topic page can be made under “{parent}”: choose a section."])
    placer = Placer(as_kept)
    with transaction.atomic():
        drafts = site_drafts(draft.pieces)
        remarks = tuple(_same_names(drafts))
        sites = tuple(_write_site(site, order, placer, user) for order, site in enumerate(drafts, start=1))
        body = placer.body(draft.pieces, [site.pk for site in sites])
        page = TopicPage(title=draft.front.title, lead=draft.front.lead, body=json.dumps(body), live=False, owner=user)
        parent.add_child(instance=page)
        _keep(page, user)
    return Written(page, sites, remarks)


def _same_names(sites: list[SiteDraft]) -> list[Remark]:
    return [
        Remark(site.line, f"A site named {site.name} exists: made a second draft, choose one and delete the other.")
        for site in sites
        if MetastasisSite.objects.filter(name__iexact=site.name).exists()
    ]


def _write_site(draft: SiteDraft, order: int, placer: Placer, user: Any) -> MetastasisSite:
    site = MetastasisSite(
        name=draft.name,
        body_part=draft.body_part,
        how_common=draft.how_common,
        what_it_is=as_kept(draft.what_it_is),
        emergency_note=as_kept(()),
        symptoms=json.dumps(placer.items(draft.symptoms)),
        tests=json.dumps(placer.items(draft.tests)),
        order=order,
        live=False,
    )
    site.full_clean()
    site.save()
    _keep(site, user)
    return site


def _keep(instance: TopicPage | MetastasisSite, user: Any) -> None:
    """Save the first revision, whose contributor is ``user``, and note the creation in the admin's log."""
    revision = instance.save_revision(user=user)
    log(instance=instance, action="wagtail.create", user=user, revision=revision, content_changed=True)
