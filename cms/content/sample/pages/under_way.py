"""Pages that are still on the way: two in review, one a draft."""

from cms.content.sample.blocks import NOTICE, heading, paragraph, questions, terms, urgent
from cms.content.sample.pages.records import PageText
from cms.content.sample.writing import link

BONE_HEALTH = PageText(
    key="bone-health-during-treatment",
    kind="topic_page",
    parent="metastatic",
    title="Bone health during treatment",
    lead="Medicines and simple checks can help to look after bones that cancer has reached.",
    body=(
        NOTICE,
        heading("Why bones need care"),
        paragraph(
            "When breast cancer is found to have spread, bone is the most common place. See "
            + link("where-breast-cancer-spreads", "where breast cancer spreads")
            + ". Bones with cancer in them can hurt or break.",
            "wang-2019",
            "ju-2014",
        ),
        heading("What can help"),
        paragraph(
            "Zoledronate and denosumab are medicines that make bones stronger. Radiotherapy "
            "can be aimed at one bone. An operation is used in selected cases.",
            "esmo-2021",
        ),
        urgent(
            "Call your care team today",
            "Too much calcium in the blood can make you unwell. A blood test shows it.",
            ("Being very thirsty", "Constipation", "Confusion"),
        ),
        questions(
            "Questions for your care team",
            (
                "Would a bone-strengthening medicine help me?",
                "Which kinds of pain should I tell you about at once?",
            ),
        ),
        terms("Words explained", ("metastasis", "spinal-cord-compression")),
    ),
    related=("where-breast-cancer-spreads",),
    stage="medical_review",
)

UNCERTAINTY = PageText(
    key="living-with-uncertainty",
    kind="topic_page",
    parent="metastatic",
    title="Living with uncertainty",
    lead="Not knowing what comes next can be the hardest part. You do not have to carry it alone.",
    body=(
        NOTICE,
        heading("Why nobody can say for sure"),
        paragraph(
            "Studies count what happened to many people. They give chances. They cannot say "
            "what will happen to you. Ask how old a study is and who took part in it."
        ),
        heading("Who can help"),
        paragraph(
            "Help with worry is part of supportive and palliative care, which is for everyone "
            "from the start. You can ask for it at any visit.",
            "esmo-2021",
        ),
        questions(
            "Questions for your care team",
            (
                "Who can I talk to about being afraid?",
                "May I bring somebody with me, or record what you say?",
            ),
        ),
    ),
    related=("where-breast-cancer-spreads",),
    stage="editorial_check",
)

CLINICAL_TRIALS = PageText(
    key="clinical-trials",
    kind="topic_page",
    parent="metastatic",
    title="Clinical trials",
    lead="A draft that an editor is still writing.",
    body=(
        NOTICE,
        heading("What a trial is"),
        paragraph(
            "A clinical trial is a study of a treatment in which people choose to take part. "
            "This page is not finished yet."
        ),
    ),
    related=("treatments",),
    stage="draft",
)

UNDER_WAY = (BONE_HEALTH, UNCERTAINTY, CLINICAL_TRIALS)
