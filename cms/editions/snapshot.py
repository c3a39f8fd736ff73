"""From a draft to plain JSON: an object's own content, fully expanded, its parts pinned.

Fields are governed by default: whatever a model adds is in the snapshot unless it is named in HOUSEKEEPING, so that
forgetting to list a field can only make the law stricter. A type with no place in a snapshot is an error, not a gap.
"""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Protocol, runtime_checkable

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

from cms.ledger.canonical import digest

FORMAT = 1
Json = Any

HOUSEKEEPING = frozenset(
    [
        # identity and place in the tree: addresses belong to the surroundings, not to the text
        *("id", "page_ptr", "path", "depth", "numchild", "slug", "url_path", "translation_key", "locale"),
        *("content_type", "alias_of", "owner", "lineage"),
        # the title is given on its own; draft_title repeats it
        *("title", "draft_title"),
        # Wagtail's own state, none of it text
        *("live", "has_unpublished_changes", "first_published_at", "last_published_at", "live_revision"),
        *("latest_revision", "latest_revision_created_at", "go_live_at", "expire_at", "expired"),
        *("locked", "locked_at", "locked_by"),
    ]
)
# What Draftail saves for a field that was left empty.
EMPTY = frozenset(["<p></p>", "<p/>", "<p><br/></p>"])
BLOCK_KEY = re.compile(r'\s+data-block-key="[^"]*"')


@runtime_checkable
class ByValue(Protocol):
    """A thing whose text is copied into snapshots: a source, a person, an image."""

    @property
    def value_id(self) -> str: ...
    def snapshot_value(self) -> dict[str, Json]: ...


@runtime_checkable
class Part(Protocol):
    """A draft whose text readers see inside pages, with editions of its own."""

    is_part: bool

    @property
    def object_id(self) -> str: ...


# A pin is {"digest": …, "snapshot": …} or {"withdrawn": True}.
Pin = dict[str, Json]
Pinning = Callable[[Any], Pin]


def rich_text(html: str) -> str:
    """Wagtail's database HTML without Draftail's keys, which are new on each conversion; no words are no text."""
    text = BLOCK_KEY.sub("", html or "")
    return "" if text in EMPTY else text


class Builder:
    """Builds one snapshot and collects, as it goes, the parts and the values that the object refers to."""

    def __init__(self, pinning: Pinning) -> None:
        self.pinning = pinning
        self.parts: dict[str, Pin] = {}
        self.values: dict[str, Json] = {}

    def reference(self, target: Any) -> Json:
        """A part is pinned, a value is copied, a page is named by id."""
        if target is None:
            return None
        if isinstance(target, Page):
            return {"page": f"page:{target.pk}"}
        if isinstance(target, Part) and target.is_part:
            if target.object_id not in self.parts:
                self.parts[target.object_id] = self.pinning(target)
            return {"ref": target.object_id}
        if isinstance(target, ByValue):
            self.values[target.value_id] = target.snapshot_value()
            return {"ref": target.value_id}
        raise TypeError(f"{type(target).__name__} has no place in a snapshot: make it a part or copy it by value.")

    def block(self, block: blocks.Block, value: Any) -> Json:
        """The plain form of one StreamField block's value."""
        if isinstance(block, TypedTableBlock):
            return self.table(value)
        if isinstance(block, blocks.StreamBlock):
            return [{"type": child.block_type, "value": self.block(child.block, child.value)} for child in value]
        if isinstance(block, blocks.ListBlock):
            return [self.block(block.child_block, item) for item in value]
        if isinstance(block, blocks.StructBlock):
            return {name: self.block(child, value.get(name)) for name, child in block.child_blocks.items()}
        if isinstance(block, blocks.RichTextBlock):
            return rich_text(value.source if isinstance(value, RichText) else value or "")
        if isinstance(block, blocks.ChooserBlock):
            return self.reference(value)
        return self.plain(block.get_prep_value(value))

    def table(self, value: Any) -> Json:
        """A typed table as caption, columns and rows."""
        if not value:
            return {"caption": "", "columns": [], "rows": []}
        columns = [{"type": c["block"].name, "heading": c["heading"]} for c in value.columns]
        cells = [c["block"] for c in value.columns]
        rows = [
            [self.block(block, cell) for block, cell in zip(cells, row["values"], strict=True)]
            for row in value.row_data
        ]
        return {"caption": value.caption or "", "columns": columns, "rows": rows}

    def plain(self, value: Any) -> Json:
        """A scalar as JSON without floats: numbers that are not whole, dates and times become text."""
        if value is None or isinstance(value, bool | int | str):
            return value
        if isinstance(value, float | Decimal):
            return str(Decimal(str(value)).normalize())
        if isinstance(value, datetime.datetime | datetime.date | datetime.time):
            return value.isoformat()
        if isinstance(value, list | tuple):
            return [self.plain(item) for item in value]
        if isinstance(value, dict):
            return {str(key): self.plain(item) for key, item in value.items()}
        return str(value)

    def field(self, obj: models.Model, field: models.Field) -> Json:
        """The plain form of one model field."""
        if isinstance(field, StreamField):
            stream = getattr(obj, field.name)
            return self.block(stream.stream_block, stream)
        if isinstance(field, models.ForeignKey):
            return self.reference(getattr(obj, field.name))
        if isinstance(field, RichTextField):
            return rich_text(getattr(obj, field.name))
        return self.plain(field.value_from_object(obj))

    def fields(self, obj: models.Model) -> dict[str, Json]:
        """All governed fields of an object, its ordered children and many-to-many relations included."""
        out: dict[str, Json] = {}
        for field in obj._meta.get_fields():
            if field.name in HOUSEKEEPING or isinstance(field, ParentalKey):
                continue
            if isinstance(field, models.ManyToManyField):
                out[field.name] = [self.reference(item) for item in getattr(obj, field.name).order_by("pk")]
            elif isinstance(field, models.Field) and field.concrete:
                out[field.name] = self.field(obj, field)
        for relation in get_all_child_relations(obj):
            name = relation.get_accessor_name()
            # Wagtail's own children (comments, workflow, form submissions) are talk about a page, not its text.
            if relation.related_model._meta.app_label.startswith("wagtail"):
                continue
            children = sorted(getattr(obj, name).all(), key=lambda child: getattr(child, "sort_order", 0) or 0)
            out[name] = [self.child(child) for child in children]
        return out

    def child(self, child: models.Model) -> dict[str, Json]:
        """An inline child's governed fields."""
        skip = HOUSEKEEPING | {"sort_order"}
        return {
            f.name: self.field(child, f)
            for f in child._meta.concrete_fields
            if f.name not in skip and not isinstance(f, ParentalKey)
        }


def build(obj: Any, pinning: Pinning) -> dict[str, Json]:
    """The snapshot of a governed object (a page or a part), its parts pinned as `pinning` says.

    Returns plain JSON of format `FORMAT`. Raises TypeError for a field or reference that has no place in one.
    """
    builder = Builder(pinning)
    fields = builder.fields(obj)
    snapshot: dict[str, Json] = {
        "format": FORMAT,
        "kind": obj.kind,
        "object_id": obj.object_id,
        "locale": obj.locale_code,
        "title": obj.edition_title,
        "fields": fields,
        "parts": builder.parts,
        "values": builder.values,
    }
    essential = [fields[name]["ref"] for name in obj.essential_fields if fields.get(name)]
    if essential:
        snapshot["essential"] = essential
    return snapshot


def digest_of(snapshot: dict[str, Json]) -> str:
    """The SHA-256 that decisions carry. It covers parts and values, since the snapshot holds them."""
    return digest(snapshot)


def repin(snapshot: dict[str, Json], object_id: str, pin: Pin) -> dict[str, Json]:
    """A copy of a host's snapshot with one part pinned anew, also where the part stands inside another part."""
    parts: dict[str, Pin] = {}
    for part_id, old in snapshot["parts"].items():
        if part_id == object_id:
            parts[part_id] = pin
        elif "snapshot" in old and object_id in all_parts(old["snapshot"]):
            inner = repin(old["snapshot"], object_id, pin)
            parts[part_id] = {"digest": digest_of(inner), "snapshot": inner}
        else:
            parts[part_id] = old
    return {**snapshot, "parts": parts}


def all_parts(snapshot: dict[str, Json]) -> set[str]:
    """The ids of every part that a snapshot shows, parts of parts included."""
    found: set[str] = set()
    for part_id, pin in snapshot["parts"].items():
        found.add(part_id)
        if "snapshot" in pin:
            found |= all_parts(pin["snapshot"])
    return found


def all_values(snapshot: dict[str, Json]) -> dict[str, Json]:
    """Everything that a snapshot copied by value (sources, people, images), its parts' copies included."""
    found = dict(snapshot["values"])
    for pin in snapshot["parts"].values():
        if "snapshot" in pin:
            found |= all_values(pin["snapshot"])
    return found


def files_of(snapshot: dict[str, Json]) -> dict[str, Json]:
    """The files that a snapshot shows, by SHA-256, those of its parts included."""
    return {value["sha256"]: value for value in all_values(snapshot).values() if "sha256" in value}


def shown_in(snapshot: dict[str, Json]) -> set[str]:
    """What an edition of this snapshot shows, as the index of hosts names it: part ids, and files by their SHA-256."""
    return all_parts(snapshot) | {f"file:{sha}" for sha in files_of(snapshot)}
