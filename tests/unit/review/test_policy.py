"""The law as pure rules: every way to be refused, and that reasons come all at once."""

from dataclasses import replace
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.review import policy
from cms.review.policy import (
    APPROVE,
    EDITORIAL,
    KINDS,
    MEDICAL,
    REAFFIRM,
    REQUEST_CHANGES,
    SECOND_EDITOR,
    Facts,
    may_decide,
    may_release,
    may_withdraw,
)

GOOD = Facts(
    step=EDITORIAL,
    person="7",
    active=True,
    has_role=True,
    submission_open=True,
    needed=(EDITORIAL, MEDICAL),
    approved=(),
    digest_shown="d",
    digest_submitted="d",
    digest_now="d",
    submitted_by="1",
    contributors=frozenset({"1", "2"}),
)
GOOD_MEDICAL = replace(GOOD, step=MEDICAL, approved=(EDITORIAL,), deciders=frozenset({"6"}), credential=True)

# One change of the facts, the words it must be refused with, and whether it also keeps one from requesting changes.
FAULTS: list[tuple[dict[str, Any], str, bool]] = [
    ({"active": False}, "not active", True),
    ({"has_role": False}, "not in a group", True),
    ({"submission_open": False}, "no longer open", True),
    ({"needed": (SECOND_EDITOR,)}, "needs no", True),
    ({"digest_shown": "other"}, "What you were shown is not what was submitted", True),
    ({"digest_now": "other"}, "has changed since it was submitted", True),
    ({"contributors": frozenset({""})}, "Somebody unknown contributed", False),
    ({"contributors": frozenset({"7"})}, "You contributed", False),
    ({"submitted_by": "7"}, "You submitted", False),
    ({"deciders": frozenset({"7"})}, "You gave an earlier step", False),
    ({"problems": ("A box is unticked.",)}, "A box is unticked.", False),
]
MEDICAL_FAULTS: list[tuple[dict[str, Any], str, bool]] = [
    ({"credential": False}, "no credential that is valid today", False),
    ({"conflicts": ("Paid by a maker.",)}, "Paid by a maker.", False),
    ({"approved": ()}, "The editorial check comes first.", True),
    ({"approved": (EDITORIAL, MEDICAL)}, "was already given", True),
]


@pytest.mark.parametrize("facts", [GOOD, GOOD_MEDICAL])
@pytest.mark.parametrize("verdict", [APPROVE, REQUEST_CHANGES, REAFFIRM])
def test_nothing_stands_in_the_way_of_the_right_person(facts: Facts, verdict: str) -> None:
    assert may_decide(facts, verdict).reasons == ()
    assert may_decide(facts, verdict).allowed


@pytest.mark.parametrize(
    ("facts", "fault"),
    [*product([GOOD, GOOD_MEDICAL], FAULTS), *product([GOOD_MEDICAL], MEDICAL_FAULTS)],
)
def test_each_fault_alone_refuses_with_its_own_reason(facts: Facts, fault: tuple[dict[str, Any], str, bool]) -> None:
    change, words, also_changes = fault
    refused = may_decide(replace(facts, **change), APPROVE)
    assert not refused.allowed
    assert len(refused.reasons) == 1
    assert words in refused.reasons[0]
    assert may_decide(replace(facts, **change), REQUEST_CHANGES).allowed is not also_changes


@pytest.mark.parametrize("pair", list(combinations([f for f in FAULTS + MEDICAL_FAULTS if "needed" not in f[0]], 2)))
def test_two_faults_give_two_reasons(pair: tuple[Any, Any]) -> None:
    (first, words, _), (second, more_words, _) = pair
    change = {**first, **second}
    if len(change) < len(first) + len(second):
        change["contributors"] = frozenset().union(*(f.get("contributors", frozenset()) for f in (first, second)))
    text = " ".join(may_decide(replace(GOOD_MEDICAL, **change), APPROVE).reasons)
    closed = {"submission_open", "approved"}
    if closed <= set(change) or [*first, *second] == ["approved", "approved"]:
        return  # a closed submission has no order of steps to speak of
    assert words in text
    assert more_words in text


def test_a_check_asks_for_no_credential() -> None:
    assert may_decide(replace(GOOD, credential=False, conflicts=("Paid by a maker.",)), APPROVE).allowed


PEOPLE = st.sampled_from(["", "1", "2", "3"])


@given(
    st.builds(
        Facts,
        step=st.sampled_from([EDITORIAL, MEDICAL, SECOND_EDITOR]),
        person=PEOPLE,
        active=st.booleans(),
        has_role=st.booleans(),
        submission_open=st.booleans(),
        needed=st.sampled_from([(EDITORIAL, MEDICAL), (SECOND_EDITOR,)]),
        approved=st.sampled_from([(), (EDITORIAL,), (EDITORIAL, MEDICAL), (SECOND_EDITOR,)]),
        digest_shown=st.sampled_from("ab"),
        digest_submitted=st.sampled_from("ab"),
        digest_now=st.sampled_from("ab"),
        submitted_by=PEOPLE,
        contributors=st.frozensets(PEOPLE),
        deciders=st.frozensets(PEOPLE),
        credential=st.booleans(),
        conflicts=st.lists(st.text(min_size=1), max_size=2).map(tuple),
    )
)
def test_whatever_the_facts_an_approval_means_that_the_law_holds(facts: Facts) -> None:
    verdict = may_decide(facts, APPROVE)
    assert len(set(verdict.reasons)) == len(verdict.reasons) or len(set(facts.conflicts)) < len(facts.conflicts)
    assert all(reason.strip() for reason in verdict.reasons)
    if verdict.allowed:
        assert facts.active and facts.has_role and facts.submission_open
        assert facts.person not in facts.contributors | facts.deciders | {facts.submitted_by}
        assert "" not in facts.contributors
        assert facts.digest_shown == facts.digest_submitted == facts.digest_now
        assert facts.needed[len([s for s in facts.needed if s in facts.approved])] == facts.step
        assert facts.step != MEDICAL or (facts.credential and not facts.conflicts)
        assert may_decide(facts, REQUEST_CHANGES).allowed


@pytest.mark.parametrize(
    ("needed", "given_by", "words"),
    [
        ((EDITORIAL, MEDICAL), {EDITORIAL: "1", MEDICAL: "2"}, None),
        ((SECOND_EDITOR,), {SECOND_EDITOR: "1"}, None),
        ((EDITORIAL, MEDICAL), {EDITORIAL: "1"}, "The medical review is missing."),
        ((EDITORIAL, MEDICAL), {MEDICAL: "1"}, "The editorial check is missing."),
        ((EDITORIAL, MEDICAL), {EDITORIAL: "1", MEDICAL: "1"}, "another person"),
        ((SECOND_EDITOR,), {EDITORIAL: "1", MEDICAL: "2"}, "The second editor's check is missing."),
        ((), {EDITORIAL: "1"}, "No policy says"),
    ],
)
def test_a_release_needs_every_step_by_another_person(
    needed: tuple[str, ...], given_by: dict[str, str], words: str | None
) -> None:
    verdict = may_release(needed, given_by)
    assert verdict.allowed is (words is None)
    assert words is None or any(words in reason for reason in verdict.reasons)


def test_all_that_a_release_lacks_is_told_at_once() -> None:
    assert len(may_release((EDITORIAL, MEDICAL), {}).reasons) == 2


@pytest.mark.parametrize("reason", ["A mistake.", " ", ""])
@pytest.mark.parametrize("active", [True, False])
@pytest.mark.parametrize("has_role", [True, False])
def test_a_withdrawal_needs_a_role_an_account_and_a_reason(has_role: bool, active: bool, reason: str) -> None:
    verdict = may_withdraw(has_role=has_role, active=active, reason=reason)
    assert verdict.allowed is (has_role and active and bool(reason.strip()))
    assert len(verdict.reasons) == (not has_role) + (not active) + (not reason.strip())


class TestTable:
    @pytest.mark.parametrize("kind", ["topic_page", "metastasis_site", "glossary_term", "newsletter_issue"])
    def test_medical_kinds_take_both_steps_and_a_review_date(self, kind: str) -> None:
        assert KINDS[kind].steps == (EDITORIAL, MEDICAL)
        assert KINDS[kind].reviewed
        assert 0 < KINDS[kind].default_months <= KINDS[kind].longest_months <= 36

    @pytest.mark.parametrize("kind", ["home_page", "section_page", "standard_page", "profile"])
    def test_the_others_take_a_second_editor_and_no_date(self, kind: str) -> None:
        assert KINDS[kind].steps == (SECOND_EDITOR,)
        assert not KINDS[kind].reviewed

    def test_a_submission_needs_the_steps_of_all_its_members(self) -> None:
        assert policy.steps_for(["home_page"]) == (SECOND_EDITOR,)
        assert policy.steps_for(["metastasis_site", "topic_page"]) == (EDITORIAL, MEDICAL)
        assert policy.steps_for(["standard_page", "glossary_term"]) == (EDITORIAL, MEDICAL)
        assert policy.steps_for([]) == ()
        with pytest.raises(KeyError):
            policy.steps_for(["unheard_of"])

    @given(st.sampled_from(sorted(KINDS)), st.none() | st.integers(0, 1000))
    def test_no_interval_is_longer_than_the_policys(self, kind: str, chosen: int | None) -> None:
        months = policy.months_for(kind, chosen)
        assert 0 <= months <= KINDS[kind].longest_months
        if chosen and chosen <= KINDS[kind].longest_months:
            assert months == chosen
        if not chosen:
            assert months == KINDS[kind].default_months
