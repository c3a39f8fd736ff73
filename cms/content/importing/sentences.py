"""Tells sentences apart, and which of them speak of symptoms and which of tests."""

import re
from typing import Literal

Subject = Literal["what_it_is", "symptoms", "tests"]

_END = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])|\n")
_NO_END = re.compile(r"(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|No|Fig|vs|approx|e\.g|i\.e|cf|ca|[A-Z])\.\s*$")
_TEST = re.compile(
    r"\btests?\b|\btest(?:ed|ing)\b|biops|\bimaging\b|\bscans?\b|\bMRI\b|\bCT\b|\bPET\b|x-?rays?\b|ultrasound|scopy\b|diagnos"
    r"|blood counts?\b|cytolog|echocardiogra|\bsamples?\b|laborator",
    re.IGNORECASE,
)
_SYMPTOM = re.compile(
    r"symptom|\bsigns? of\b|\bpain|\bach(?:e|es|ing)\b|headache|numb|tingl|fractur|breathless|short(?:ness)? of breath"
    r"|difficulty breathing|cough|swell|swollen|fatigue|tired|dizz|vomit|nausea|\bsick\b|constipat|jaundice|yellow|itch"
    r"|seizure|\bweak|bruis|bleed|blur|fever|weight loss|appetite|rash|\blumps?\b|confus|thirst|heartbeat|tightness",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:Or|Sometimes|They|These|Also|Others?|But|And)\b")


def sentence_ends(text: str) -> list[int]:
    """Where each sentence of a text ends, blanks after it included; the last is the text's length."""
    ends = [found.end() for found in _END.finditer(text) if not _NO_END.search(text[: found.end()])]
    return ends if ends and ends[-1] == len(text) else [*ends, len(text)]


def subject_of(sentence: str, before: Subject) -> Subject:
    """What a sentence of a site's text is about.

    Tests win over symptoms, because sentences on tests often name the symptom that leads to them. A
    sentence that only goes on from the one before ("Or, ...") keeps its subject.
    """
    if _TEST.search(sentence):
        return "tests"
    if _SYMPTOM.search(sentence):
        return "symptoms"
    return before if _GOES_ON.match(sentence.strip()) else "what_it_is"
