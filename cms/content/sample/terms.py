"""The glossary terms of the sample."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TermText:
    """A word that readers may not know, and what it means."""

    key: str
    term: str
    definition: str
    also_called: str = ""


TERMS: tuple[TermText, ...] = (
    TermText(
        "ascites",
        "Ascites",
        "Fluid that gathers in the belly. If there are cancer cells in the fluid, it is called malignant ascites.",
    ),
    TermText(
        "biopsy",
        "Biopsy",
        "Taking out a small piece of the body, so that someone can look at it under a microscope and test it.",
        also_called="Tissue sample",
    ),
    TermText(
        "de-novo",
        "De novo",
        "Latin for “from new”. De novo metastatic breast cancer has already spread to a far "
        "part of the body when it is first found.",
    ),
    TermText(
        "endocrine-therapy",
        "Endocrine therapy",
        "Medicine that keeps hormones from helping a cancer to grow. It is used for cancers "
        "that have hormone receptors.",
        also_called="Hormone treatment, hormone therapy",
    ),
    TermText(
        "lymph-node",
        "Lymph node",
        "A small gland of the lymph system. There are many in the armpit, and others all through the body.",
        also_called="Lymph gland",
    ),
    TermText(
        "lymphatic-system",
        "Lymphatic system",
        "Thin tubes and small glands that carry a clear fluid (lymph) through the body and help it to fight germs.",
        also_called="Lymph system",
    ),
    TermText(
        "metastasis",
        "Metastasis",
        "Cancer that has travelled from where it began and grows in another place. More than "
        "one are called metastases.",
        also_called="Secondary cancer, spread",
    ),
    TermText(
        "peritoneum",
        "Peritoneum",
        "The thin lining on the inside of the belly.",
        also_called="Lining of the belly",
    ),
    TermText(
        "pleura",
        "Pleura",
        "The thin lining round the lungs.",
        also_called="Lining of the lungs",
    ),
    TermText(
        "receptor",
        "Receptor",
        "A part of a cell that a hormone or other signal can fasten to. Doctors test breast "
        "cancer for three: oestrogen (ER), progesterone (PR) and HER2.",
    ),
    TermText(
        "recurrence",
        "Recurrence",
        "Cancer that comes back after treatment. A distant recurrence comes back in a part of "
        "the body far from the breast.",
    ),
    TermText(
        "spinal-cord-compression",
        "Spinal cord compression",
        "Something, such as cancer, pressing on the bundle of nerves inside the spine. It is an emergency.",
    ),
)
