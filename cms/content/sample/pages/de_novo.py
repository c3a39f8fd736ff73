"""The short page on de novo metastatic breast cancer."""

from cms.content.sample.blocks import NOTICE, bullets, heading, paragraph, questions, terms
from cms.content.sample.pages.records import PageText
from cms.content.sample.writing import link

DE_NOVO = PageText(
    key="de-novo",
    kind="topic_page",
    parent="metastatic",
    title="De novo metastatic breast cancer",
    lead=(
        "Some people learn that they have breast cancer and that it has spread, both at the "
        "same time. This page explains what doctors call it and what comes next."
    ),
    body=(
        NOTICE,
        heading("What the words mean"),
        paragraph(
            "De novo is Latin for “from new”. The cancer was metastatic (stage IV) when it "
            "was first found. There was no breast cancer before that anyone knew of.",
            "nci-dictionary",
        ),
        heading("How common it is"),
        paragraph(
            "In high-income countries, 3% to 6% of new breast cancer diagnoses are de novo "
            "metastatic, by a study published in 2021. More often, an earlier stage came "
            "first: that was so for three in four of the women who were living with "
            "metastatic breast cancer in the United States on 1 January 2017.",
            "de-novo-2021",
            "mariotto-2017",
        ),
        heading("Finding out more"),
        paragraph("Your care team will want to know two things before treatment starts:"),
        bullets(
            (
                "<b>Where the cancer is.</b> Scans show this. Read about "
                + link("where-breast-cancer-spreads", "where breast cancer spreads")
                + ".",
                "<b>What kind it is.</b> A small piece is taken (a biopsy) and tested for "
                "oestrogen receptors, progesterone receptors and HER2.",
            ),
            "esmo-2021",
        ),
        heading("What can be done"),
        paragraph(
            "There are "
            + link("treatments", "treatments for metastatic breast cancer")
            + ". The plan is made for each person, and follows from what the tests show.",
            "esmo-2021",
        ),
        questions(
            "Questions for your care team",
            (
                "Which tests do I need before treatment starts?",
                "What did the receptor tests show?",
                "Who can I talk to about how I feel?",
            ),
        ),
        terms("Words explained", ("biopsy", "de-novo", "metastasis", "receptor")),
    ),
    related=("where-breast-cancer-spreads", "treatments"),
)
