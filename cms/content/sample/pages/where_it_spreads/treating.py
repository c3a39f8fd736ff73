"""That it can be treated, what to ask, and the words explained."""

from cms.content.sample.blocks import heading, paragraph, questions, terms, treatments
from cms.content.sample.pages.treatment_lines import TREATMENT_LINES
from cms.content.sample.writing import link

TREATING = (
    heading("It can be treated"),
    paragraph(
        "There are many treatments for metastatic breast cancer, wherever in the body it is. "
        "Which of them suit you depends on the receptors and genes of the cancer, where it "
        "is, what you have had before, and what matters most to you.",
        "esmo-2021",
        "asco-2024",
    ),
    treatments(
        "These are the main types. There is more on the page "
        + link("treatments", "treatments for metastatic breast cancer")
        + ".",
        TREATMENT_LINES,
        "treatments",
    ),
    questions(
        "Questions for your care team",
        (
            "Where in my body is the cancer, and how do you know?",
            "Will a piece of it be tested again? For which receptors?",
            "Which signs should I tell you about, and how soon?",
            "Whom do I call at night or at the weekend?",
            "Which treatments could suit me, and what is each of them meant to do?",
            "Who can help me with pain, tiredness and worry?",
        ),
    ),
    terms(
        "Words explained",
        (
            "ascites",
            "biopsy",
            "de-novo",
            "endocrine-therapy",
            "lymph-node",
            "lymphatic-system",
            "metastasis",
            "peritoneum",
            "pleura",
            "receptor",
            "recurrence",
            "spinal-cord-compression",
        ),
    ),
)
