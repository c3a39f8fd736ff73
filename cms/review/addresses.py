"""Addresses of pages: where a draft would stand, and moving what is public. Not content, but logged."""

from typing import Any

from django.core.validators import validate_slug
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import LogContext, get_active_log_context
from wagtail.models import Page, Site

from cms.editions.models import Publication
from cms.editions.states import state
from cms.ledger.chain import append, lock_head
from cms.review.drafts import lock_rows
from cms.review.models import actor
from cms.review.refusals import Refused


def from_url_path(url_path: str) -> str:
    """Wagtail's path of a page (/home/about/) as a public address (/about/): the home page's own slug is left out."""
    names = [name for name in url_path.split("/") if name][1:]
    return "/" + "".join(f"{name}/" for name in names)


def draft_address(draft: Any) -> str | None:
    """Where a page would stand, by its place in the tree and its draft's slug; None for parts and unsaved pages."""
    if not isinstance(draft, Page) or not draft.path:
        return None
    parent = draft.get_parent()
    return from_url_path(f"{parent.url_path if parent else '/'}{draft.slug}/")


# Where the web server answers before any page could.
RESERVED = frozenset(["/admin/", "/files/", "/static/", "/healthz/"])


def taken_by_the_site(draft: Any) -> bool:
    """Whether a page could never be reached where it would stand."""
    return draft_address(draft) in RESERVED


def kept_slug(page: Page) -> str | None:
    """The slug in the tree of a page that has a public address; None if it has none yet, so that any will do."""
    if not Publication.objects.filter(object_id=f"page:{page.pk}", address__isnull=False).exists():
        return None
    return Page.objects.filter(pk=page.pk).values_list("slug", flat=True).first()


def after_move(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Receiver of Wagtail's post_page_move: its one word that the tree has changed, whoever moved the page."""
    follow_tree(instance, get_active_log_context().user)


def tree_place(page: Page) -> tuple[str, str]:
    """A page's parent as object id ("" at the top) and its sort key among its siblings."""
    parent = page.get_parent()
    return (f"page:{parent.pk}" if parent and parent.depth > 1 else ""), page.path


def _redirect(old: str, object_id: str) -> None:
    site = Site.objects.filter(is_default_site=True).first()
    Redirect.objects.update_or_create(
        old_path=Redirect.normalise_path(old),
        site=site,
        defaults={
            "redirect_page_id": int(object_id.partition(":")[2]),
            "is_permanent": True,
            "automatically_created": True,
        },
    )


@transaction.atomic
def follow_tree(page: Page, user: Any) -> int:
    """Bring the public addresses of a page and everything below it to where the tree now has them.

    Called after a move, a reordering or a change of slug; redirects from the old addresses are kept. Returns how
    many addresses changed. Raises Refused if another public page stands at a new address.
    """
    lock_head()
    below = {f"page:{p.pk}": p for p in Page.objects.filter(path__startswith=page.path)}
    rows = {
        p.object_id: p for p in Publication.objects.filter(object_id__in=below).select_related("current", "pending")
    }
    new = {object_id: from_url_path(below[object_id].url_path) for object_id in rows}
    _make_room(set(new.values()), set(rows), page)
    changed = {object_id: row.address for object_id, row in rows.items() if row.address != new[object_id]}
    before = {object_id: (row.address, row.parent_id, row.position) for object_id, row in rows.items()}
    if changed:
        Publication.objects.filter(object_id__in=changed).update(address=None)
    for object_id, row in rows.items():
        row.address = new[object_id]
        row.parent_id, row.position = tree_place(below[object_id])
    touched = [
        row for object_id, row in rows.items() if before[object_id] != (row.address, row.parent_id, row.position)
    ]
    if not touched:
        return 0
    Publication.objects.bulk_update(touched, ["address", "parent_id", "position"], batch_size=200)
    for object_id, old in changed.items():
        if old:
            Redirect.objects.filter(old_path=Redirect.normalise_path(new[object_id])).delete()
            _redirect(old, object_id)
    data = {"publications": [state(row) for row in touched]}
    append("move", f"page:{page.pk}", actor(user), timezone.now(), data)
    return len(changed)


def _make_room(wanted: set[str], own: set[str], page: Page) -> None:
    """Free the addresses that deleted pages left behind. Raises Refused for one that a page still has."""
    from cms.review.withdrawing import give_up_address

    at = timezone.now()
    standing = Publication.objects.select_related("current", "pending").filter(address__in=wanted)
    others = standing.exclude(object_id__in=own)
    kept = [other for other in others if Page.objects.filter(pk=other.object_id.partition(":")[2]).exists()]
    if kept:
        raise Refused([f"Another page already stands at {other.address}." for other in kept], about=page)
    for other in others:
        give_up_address(other, at)


@transaction.atomic
def change_slug(page: Page, slug: str, user: Any) -> str:
    """Give a page another slug: its row, its draft, everything below it, its public addresses and redirects at once.

    Returns the new address. Raises Refused for a slug that a sibling has, ValidationError for one that is no slug.
    """
    slug = slug.lower()
    validate_slug(slug)
    # Locked before it is read and in the order of every act: a draft saved meanwhile must get the new slug too.
    lock_head()
    lock_rows([f"page:{page.pk}"])
    row = Page.objects.get(pk=page.pk).specific
    if row.get_siblings(inclusive=False).filter(slug=slug).exists():
        raise Refused([f"Another page here already has the address “{slug}”."], about=row)
    old_path = row.url_path
    parent = row.get_parent()
    new_path = f"{parent.url_path}{slug}/"
    if from_url_path(new_path) in RESERVED:
        raise Refused(
            [f"The address {from_url_path(new_path)} belongs to the website itself: choose another."], about=row
        )
    Page.objects.filter(pk=row.pk).update(slug=slug, url_path=new_path)
    for child in Page.objects.filter(path__startswith=row.path).exclude(pk=row.pk):
        Page.objects.filter(pk=child.pk).update(url_path=new_path + child.url_path[len(old_path) :])
    for revision in row.revisions.filter(Q(pk=row.latest_revision_id) | Q(approved_go_live_at__isnull=False)):
        revision.content = {**revision.content, "slug": slug, "url_path": new_path}
        revision.save(update_fields=["content"])
    follow_tree(Page.objects.get(pk=row.pk), user)
    return from_url_path(new_path)


def standing_at(address: str) -> Page | None:
    """The page of the tree, a draft or not, that has an address; None where there is none."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return None
    return Page.objects.filter(
        url_path=site.root_page.url_path + address.strip("/") + "/" * bool(address.strip("/"))
    ).first()


@transaction.atomic
def move_page(page: Page, parent: Page, user: Any) -> str:
    """Move a page, with everything below it, under another: the tree, the public addresses and redirects at once.

    Wagtail's own move changes the tree first and asks afterwards, and asks for the right to publish, which nobody
    has. Returns the new address. Raises Refused, and then nothing has moved.
    """
    lock_head()
    lock_rows([f"page:{page.pk}", f"page:{parent.pk}"])
    row, place = Page.objects.get(pk=page.pk).specific, Page.objects.get(pk=parent.pk).specific
    reasons = []
    if place.pk == row.pk or place.is_descendant_of(row):
        reasons.append("A page cannot stand under itself.")
    elif not row.can_move_to(place):
        reasons.append(f"A {row.get_verbose_name().lower()} cannot stand under “{place.title}”.")
    if place.get_children().filter(slug=row.slug).exclude(pk=row.pk).exists():
        reasons.append(f"Another page under “{place.title}” already has the address “{row.slug}”.")
    if reasons:
        raise Refused(reasons, about=row)
    with LogContext(user=user):
        row.move(place, pos="last-child")
    return from_url_path(Page.objects.get(pk=row.pk).url_path)
