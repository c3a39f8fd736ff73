"""One text for one meaning, whatever made it."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.ledger.canonical import NotCanonical, canonical, digest

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
SCALARS = st.none() | st.booleans() | st.integers() | TEXT
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4))


def backwards(value: Any) -> Any:
    """The same value with every object's keys in the opposite order."""
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    return [backwards(item) for item in value] if isinstance(value, list) else value


@given(JSON)
def test_the_order_of_keys_has_no_meaning(value: Any) -> None:
    assert canonical(backwards(value)) == canonical(value)


@given(JSON)
def test_it_comes_back_from_any_json_the_same(value: Any) -> None:
    """As a database may store it: with other spaces, or in ASCII."""
    assert json.loads(canonical(value)) == value
    for stored in (json.dumps(value), json.dumps(value, indent=3, ensure_ascii=False)):
        assert digest(json.loads(stored)) == digest(value)


@given(JSON, JSON)
def test_different_values_have_different_texts(one: Any, other: Any) -> None:
    assert (canonical(one) == canonical(other)) == (
        json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    )


@given(st.dictionaries(TEXT, JSON))
def test_a_digest_is_sixty_four_hexadecimal_characters(value: Any) -> None:
    assert len(digest(value)) == 64
    assert set(digest(value)) <= set("0123456789abcdef")


def test_the_text_itself_never_changes() -> None:
    """Digests are compared for ever: this one is from the first version."""
    value = {"b": [1, None, True], "a": {"ü": '☃ " \\ \n\u2028'}, "": -0}
    assert canonical(value) == '{"":0,"a":{"ü":"☃ \\" \\\\ \\n\u2028"},"b":[1,null,true]}'.encode()
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


BAD = [
    0.5, 1.0, math.nan, math.inf, "a\x00b", "\ud800", "\udfff", b"bytes", (1, 2), {1, 2}, 1j,
]  # fmt: skip


@pytest.mark.parametrize("bad", [*BAD, object()], ids=[*map(repr, BAD), "an object"])
def test_what_has_no_stable_text_is_refused_wherever_it_stands(bad: Any) -> None:
    for value in (bad, [1, bad], {"a": {"b": [bad]}}):
        with pytest.raises(NotCanonical):
            canonical(value)


@pytest.mark.parametrize("key", [1, None, True, ("a",), "a\x00", "\udc00"])
def test_keys_are_text_that_can_be_stored(key: Any) -> None:
    with pytest.raises(NotCanonical):
        canonical({"fine": {key: 1}})


def test_a_refusal_says_where() -> None:
    with pytest.raises(NotCanonical, match=r"\$\.fields\.body\[1\]: float"):
        canonical({"fields": {"body": ["fine", 1.5]}})
