"""What a browser sends when an editor saves a form without touching it."""

from collections.abc import Iterator
from typing import Any

from django.forms import Form
from wagtail import blocks
from wagtail.blocks.base import BlockField
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.rich_text import RichText

Pairs = Iterator[tuple[str, Any]]


def posted(form: Form) -> dict[str, Any]:
    """The data of `form` as it stands, in the names and shapes in which a browser sends it."""
    data: dict[str, Any] = {}
    for name, field in form.fields.items():
        value = form.get_initial_for_field(field, name)
        prefix = form.add_prefix(name)
        if isinstance(field, BlockField):
            data.update(_block(field.block, field.block.normalize(value), prefix))
        else:
            data.update(_widget(field, value, prefix))
    for formset in getattr(form, "formsets", {}).values():
        for hidden in formset.management_form:
            data[hidden.html_name] = hidden.value()
    return data


def _widget(field: Any, value: Any, prefix: str) -> Pairs:
    shown = field.widget.format_value(field.prepare_value(value))
    if isinstance(shown, list):
        shown = shown[0] if shown else ""
    if isinstance(value, bool):
        if value:
            yield prefix, "on"
        return
    yield prefix, "" if shown is None else _as_sent(shown)


def _as_sent(shown: Any) -> Any:
    return shown.replace("\n", "\r\n") if isinstance(shown, str) and not shown.startswith("{") else shown


def _block(block: blocks.Block, value: Any, prefix: str) -> Pairs:
    if isinstance(block, blocks.BaseStreamBlock):
        yield from _sequence([(one.block, one.value, one.id, one.block_type) for one in value], prefix)
    elif isinstance(block, blocks.ListBlock):
        bound = [(block.child_block, one.value, one.id, None) for one in value.bound_blocks]
        yield from _sequence(bound, prefix)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from _block(child, value[name], f"{prefix}-{name}")
    elif isinstance(block, BaseTypedTableBlock):
        yield from _table(block, value, prefix)
    else:
        yield from _field(block, value, prefix)


def _sequence(children: list[tuple[Any, Any, Any, str | None]], prefix: str) -> Pairs:
    yield f"{prefix}-count", str(len(children))
    for place, (block, value, block_id, kind) in enumerate(children):
        start = f"{prefix}-{place}"
        yield f"{start}-deleted", ""
        yield f"{start}-order", str(place)
        yield f"{start}-id", block_id or ""
        if kind is not None:
            yield f"{start}-type", kind
        yield from _block(block, value, f"{start}-value")


def _table(block: BaseTypedTableBlock, table: Any, prefix: str) -> Pairs:
    yield f"{prefix}-caption", table.caption
    yield f"{prefix}-column-count", str(len(table.columns))
    for place, column in enumerate(table.columns):
        yield f"{prefix}-column-{place}-type", column["block"].name
        yield f"{prefix}-column-{place}-order", str(place)
        yield f"{prefix}-column-{place}-deleted", ""
        yield f"{prefix}-column-{place}-heading", column["heading"]
    yield f"{prefix}-row-count", str(len(table.row_data))
    for row, data in enumerate(table.row_data):
        yield f"{prefix}-row-{row}-order", str(row)
        yield f"{prefix}-row-{row}-deleted", ""
        for place, column in enumerate(table.columns):
            yield from _block(column["block"], data["values"][place], f"{prefix}-cell-{row}-{place}")


def _field(block: Any, value: Any, prefix: str) -> Pairs:
    shown = block.value_for_form(value)
    if isinstance(shown, RichText):
        shown = shown.source
    if hasattr(shown, "pk"):
        shown = shown.pk
    yield from _widget(block.field, shown, prefix)
