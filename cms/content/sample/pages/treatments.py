"""The short page on treatments."""

from cms.content.sample.blocks import (
    NOTICE,
    bullets,
    heading,
    paragraph,
    questions,
    terms,
    treatments,
)
from cms.content.sample.pages.records import PageText
from cms.content.sample.pages.treatment_lines import TREATMENT_LINES
from cms.content.sample.writing import link

TREATMENTS = PageText(
    key="treatments",
    kind="topic_page",
    parent="metastatic",
    title="Treatments for metastatic breast cancer",
    lead=(
        "There are many kinds of treatment. This page says in a few words what each kind is, "
        "so that the names are not new when your care team uses them."
    ),
    body=(
        NOTICE,
        heading("How treatment is chosen"),
        paragraph(
            "Metastatic breast cancer is treated as breast cancer, in whichever part of the "
            "body it grows. See "
            + link("where-breast-cancer-spreads", "where breast cancer spreads")
            + ". The care team looks at:",
            "bcna-metastatic",
        ),
        bullets(
            (
                "the receptors: oestrogen (ER), progesterone (PR) and HER2, tested again on a "
                "new sample where that can be done",
                "changes in genes of the cancer, such as ESR1, PIK3CA, AKT1 and PTEN",
                "changes in genes that a person was born with: BRCA1, BRCA2 and PALB2",
                "markers that show if immunotherapy may help, such as PD-L1",
                "treatments that the person has had before, and what the person wants",
            ),
            "esmo-2021",
            "asco-2024",
        ),
        heading("Kinds of treatment"),
        treatments(
            "This is a list of kinds. It is not advice on what anyone should take.",
            TREATMENT_LINES,
            None,
        ),
        paragraph(
            "The list follows guidelines from Europe (2021), the United States (2024) and Spain (2022).",
            "esmo-2021",
            "asco-2024",
            "seom-2022",
        ),
        heading("Care from the start"),
        paragraph(
            "Supportive and palliative care means help with pain, tiredness, worry and daily "
            "life. It is given beside the treatment of the cancer, from the first day. It "
            "does not mean that treatment has ended.",
            "esmo-2021",
        ),
        questions(
            "Questions for your care team",
            (
                "What is this treatment meant to do?",
                "How will we know whether it works?",
                "What can I do about side effects, and whom do I call?",
                "Is there a trial that I could join?",
            ),
        ),
        terms("Words explained", ("biopsy", "endocrine-therapy", "receptor")),
    ),
    related=("where-breast-cancer-spreads", "de-novo"),
)
