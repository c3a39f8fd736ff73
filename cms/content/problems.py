"""Everything unfinished in a draft, said at once and in words.

Saving a draft does not ask for finished blocks; submitting does, wherever the draft came from.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from wagtail import blocks
from wagtail.fields import StreamField


def unfinished_blocks(instance: Model) -> list[str]:
    """Clean every StreamField of ``instance``; give each problem with the place where it is."""
    found: list[str] = []
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            stream = field.stream_block
            try:
                stream.clean(getattr(instance, field.name))
            except ValidationError as error:
                name = str(field.verbose_name).capitalize()
                found += _words(stream, error, getattr(instance, field.name), name)
    return found


def _words(block: blocks.Block, error: ValidationError, value: Any, place: str) -> list[str]:
    inner = list(_inner(block, error, value, place))
    return inner + [f"{place}: {message}" for message in _own_messages(error, bool(inner))]


def _own_messages(error: ValidationError, has_inner: bool) -> list[str]:
    non_block = getattr(error, "non_block_errors", None)
    if non_block is not None:
        return [str(message) for message in non_block]
    if getattr(error, "cell_errors", None):
        return ["Some cells cannot be used."]
    return [] if has_inner else list(error.messages)


def _inner(block: blocks.Block, error: ValidationError, value: Any, place: str) -> Iterator[str]:
    for key, child_error in _by_key(getattr(error, "block_errors", None)):
        if isinstance(block, blocks.BaseStructBlock):
            child = block.child_blocks[key]
            yield from _words(child, child_error, value[key], f"{place}, {child.label}")
        elif isinstance(block, blocks.BaseStreamBlock):
            bound = value[key]
            spot = f"{place}, block {key + 1} ({bound.block.label})"
            yield from _words(bound.block, child_error, bound.value, spot)
        elif isinstance(block, blocks.ListBlock):
            spot = f"{place} {key + 1}"
            yield from _words(block.child_block, child_error, value[key], spot)


def _by_key(
    errors: Mapping[Any, ValidationError] | Sequence[ValidationError | None] | None,
) -> list[tuple[Any, ValidationError]]:
    if not errors:
        return []
    pairs = errors.items() if isinstance(errors, Mapping) else enumerate(errors)
    return [(key, error) for key, error in pairs if error is not None]
