"""The places in the body that lists of metastasis sites name, and how to tell one at the start of a line."""

import re
from dataclasses import dataclass

# In this order: a longer name goes before a shorter one that it begins with.
_PLACES: tuple[tuple[str, str], ...] = (
    ("bone_marrow", r"bone marrow|marrow"),
    ("lymph_nodes", r"(?:distant )?lymph (?:nodes?|glands?)"),
    ("spine", r"spinal (?:cord|column)|spine|backbone|vertebrae"),
    ("bone", r"bones?|skeleton"),
    ("liver", r"livers?"),
    ("pleura", r"pleural? (?:space|cavity|lining)|pleura|lining of the lungs?"),
    ("lung", r"lungs?"),
    ("brain", r"brain"),
    (
        "digestive_tract",
        r"(?:gastro-?intestinal|digestive)(?: \(GI\))? (?:tract|system)|GI tract|gut|stomach|bowels?|intestines?|colon",
    ),
    ("peritoneum", r"peritoneal (?:cavity|lining|space)|peritoneum|lining of the (?:belly|abdomen)|abdominal lining"),
    ("pancreas", r"pancreas"),
    ("heart", r"heart(?: lining)?|pericardium|lining of the heart"),
    ("skin", r"skin"),
    (
        "other",
        r"adrenal glands?|ovary|ovaries|kidneys?|thyroid(?: gland)?|eyes?|meninges|leptomeninges|uterus|womb|bladder"
        r"|spleen|chest wall|gallbladder|oesophagus|esophagus|gullet|breast",
    ),
)
_AT_START = tuple(
    (body_part, re.compile(rf"(?i)(?:the\s+)?(?P<name>{pattern})(?![\w-])")) for body_part, pattern in _PLACES
)
_PLURAL = {"bones": "Bone", "lungs": "Lung", "livers": "Liver"}


@dataclass(frozen=True)
class Place:
    """A place in the body named at the start of a text: its name, its kind, and where the name ends."""

    name: str
    body_part: str
    start: int
    end: int


def place_at_start(text: str) -> Place | None:
    """The place in the body that a text begins with, if it begins with one."""
    for body_part, pattern in _AT_START:
        found = pattern.match(text)
        if found:
            words = found["name"]
            name = _PLURAL.get(words.lower(), words[0].upper() + words[1:])
            return Place(name, body_part, found.start("name"), found.end("name"))
    return None
