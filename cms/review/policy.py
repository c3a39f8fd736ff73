"""The law, as a table and pure rules: facts in, a verdict with all its reasons out. No database, no clock.

The table is the project's own policy; the longest interval of 36 months follows the NHS standard for creating health
content, which asks for a review at least every three years.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

EDITORIAL, MEDICAL, SECOND_EDITOR = "editorial", "medical", "second_editor"
STEP_NAMES = {EDITORIAL: "editorial check", MEDICAL: "medical review", SECOND_EDITOR: "second editor's check"}
APPROVE, REQUEST_CHANGES, REAFFIRM = "approve", "request_changes", "reaffirm"


@dataclass(frozen=True)
class KindPolicy:
    """What one kind needs before the public sees it. Intervals in months; 0 where no review date is shown."""

    steps: tuple[str, ...]
    default_months: int = 0
    longest_months: int = 0

    @property
    def reviewed(self) -> bool:
        """Whether readers see 'last reviewed'."""
        return MEDICAL in self.steps


_CLINICAL = (EDITORIAL, MEDICAL)
KINDS: dict[str, KindPolicy] = {
    "topic_page": KindPolicy(_CLINICAL, 24, 36),
    "metastasis_site": KindPolicy(_CLINICAL, 24, 36),
    "glossary_term": KindPolicy(_CLINICAL, 36, 36),
    "newsletter_issue": KindPolicy(_CLINICAL, 24, 36),
    "home_page": KindPolicy((SECOND_EDITOR,)),
    "section_page": KindPolicy((SECOND_EDITOR,)),
    "standard_page": KindPolicy((SECOND_EDITOR,)),
    "profile": KindPolicy((SECOND_EDITOR,)),
}


def steps_for(kinds: Iterable[str]) -> tuple[str, ...]:
    """The steps that a submission of these kinds needs, in order. Raises KeyError for a kind without a policy."""
    needed = {step for kind in kinds for step in KINDS[kind].steps}
    if MEDICAL in needed:
        # The editorial check is a second editor's check, and more.
        needed.discard(SECOND_EDITOR)
    return tuple(step for step in (SECOND_EDITOR, EDITORIAL, MEDICAL) if step in needed)


def months_for(kind: str, chosen: int | None) -> int:
    """The review interval in months: the page's own, within the policy's longest; the default if none is chosen."""
    policy = KINDS[kind]
    return min(chosen or policy.default_months, policy.longest_months)


@dataclass(frozen=True)
class Verdict:
    """Allowed, or refused with every reason at once, in words that the person can act on."""

    reasons: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        return not self.reasons


@dataclass(frozen=True)
class Facts:
    """What is true at the moment of a decision.

    `contributors` are account ids since the last edition; an empty id stands for somebody unknown.
    `conflicts` are the statements of interests that apply today; `credential` says whether one is valid today.
    """

    step: str
    person: str
    active: bool
    has_role: bool
    submission_open: bool
    needed: tuple[str, ...]
    approved: tuple[str, ...]
    digest_shown: str
    digest_submitted: str
    digest_now: str
    submitted_by: str
    contributors: frozenset[str]
    deciders: frozenset[str] = frozenset()
    credential: bool = False
    conflicts: tuple[str, ...] = ()
    problems: tuple[str, ...] = field(default=())


def may_decide(facts: Facts, verdict: str) -> Verdict:
    """Whether this person may give this verdict on this submission now."""
    reasons = [*_standing(facts), *_exactness(facts)]
    if verdict == APPROVE:
        reasons += [*_four_eyes(facts), *_qualification(facts), *_readiness(facts)]
    return Verdict(tuple(reasons))


def _standing(facts: Facts) -> Iterable[str]:
    if not facts.active:
        yield "Your account is not active."
    if not facts.has_role:
        yield f"You are not in a group that gives the {STEP_NAMES.get(facts.step, facts.step)}."
    if not facts.submission_open:
        yield "This submission is no longer open: it was decided, cancelled or replaced."
    elif facts.step not in facts.needed:
        yield f"This submission needs no {STEP_NAMES.get(facts.step, facts.step)}."
    elif facts.step in facts.approved:
        yield f"The {STEP_NAMES[facts.step]} of this submission was already given."
    else:
        before = facts.needed[: facts.needed.index(facts.step)]
        for step in before:
            if step not in facts.approved:
                yield f"The {STEP_NAMES[step]} comes first."


def _exactness(facts: Facts) -> Iterable[str]:
    if facts.digest_shown != facts.digest_submitted:
        yield "What you were shown is not what was submitted: open it again and look at what is new."
    if facts.digest_now != facts.digest_submitted:
        yield "The text has changed since it was submitted: it must be submitted again."


def _four_eyes(facts: Facts) -> Iterable[str]:
    if "" in facts.contributors:
        yield "Somebody unknown contributed to this text: an administrator has to record who (name_contributor)."
    if facts.person in facts.contributors:
        yield "You contributed to this text: somebody else has to approve it."
    if facts.person == facts.submitted_by:
        yield "You submitted this text: somebody else has to approve it."
    if facts.person in facts.deciders:
        yield "You gave an earlier step of this submission: a second person has to give this one."


def _qualification(facts: Facts) -> Iterable[str]:
    if facts.step == MEDICAL:
        yield from _qualified(facts.credential, facts.conflicts)


def _qualified(credential: bool, conflicts: tuple[str, ...]) -> Iterable[str]:
    if not credential:
        yield "You have no credential that is valid today: ask an administrator to record it."
    for statement in conflicts:
        yield f"You declared an interest that concerns this text: {statement}"


def _readiness(facts: Facts) -> Iterable[str]:
    yield from facts.problems


def may_release(needed: tuple[str, ...], approvals: dict[str, str]) -> Verdict:
    """Whether the approvals (step → person) suffice: every step given, and by as many people."""
    reasons = [f"The {STEP_NAMES[step]} is missing." for step in needed if step not in approvals]
    given = [approvals[step] for step in needed if step in approvals]
    if len(set(given)) < len(given):
        reasons.append("Each step has to be given by another person.")
    if not needed:
        reasons.append("No policy says which steps this needs.")
    return Verdict(tuple(reasons))


@dataclass(frozen=True)
class ReaffirmFacts:
    """What is true when a person says of a public text: reviewed again, no change needed."""

    kind: str
    person: str
    active: bool
    has_role: bool
    public: bool
    digest_shown: str
    digest_now: str
    contributors: frozenset[str]
    credential: bool
    conflicts: tuple[str, ...]
    sources: frozenset[str]
    rechecked: frozenset[str]
    statement: str


def may_reaffirm(facts: ReaffirmFacts) -> Verdict:
    """Whether this person may reaffirm this edition: as qualified as for an approval, on what they were shown."""
    reasons = []
    if not KINDS[facts.kind].reviewed:
        reasons.append("This kind of text shows no review date, so there is nothing to reaffirm.")
    if not facts.active:
        reasons.append("Your account is not active.")
    if not facts.has_role:
        reasons.append(f"You are not in a group that gives the {STEP_NAMES[MEDICAL]}.")
    if not facts.public:
        reasons.append("Readers cannot see this text, so there is nothing to reaffirm: submit its draft instead.")
    if facts.digest_shown != facts.digest_now:
        reasons.append("What you were shown is no longer what readers see: open it again.")
    if facts.person in facts.contributors:
        reasons.append("You contributed to this text: somebody else has to reaffirm it.")
    reasons += _qualified(facts.credential, facts.conflicts)
    if facts.sources and not facts.rechecked:
        reasons.append("Say which sources you checked again: a review without its evidence is only a new date.")
    if facts.rechecked - facts.sources:
        reasons.append("You named a source that this text does not cite.")
    if not facts.statement.strip():
        reasons.append("Sign the statement: say in a sentence what you reviewed.")
    return Verdict(tuple(reasons))


def may_withdraw(*, has_role: bool, active: bool, reason: str) -> Verdict:
    """Whether this person may take an object out of public at once."""
    reasons = []
    if not active:
        reasons.append("Your account is not active.")
    if not has_role:
        reasons.append("Only editors, checkers and reviewers may withdraw.")
    if not reason.strip():
        reasons.append("Give a reason: readers' trust and the record depend on it.")
    return Verdict(tuple(reasons))
