"""Recurrence, with the conditions of the study that is most often quoted."""

from cms.content.sample.blocks import heading, paragraph, table

COMING_BACK = (
    heading("When breast cancer comes back"),
    paragraph(
        "Breast cancer that returns after treatment is called a recurrence. If it returns "
        "far from the breast, it is a distant recurrence, and that is metastatic breast "
        "cancer. On 1 January 2017, an estimated 154,794 women in the United States were "
        "living with it. Three in four of them had first been told they had stage I, II or III.",
        "mariotto-2017",
    ),
    heading("What a large study found", "3"),
    paragraph(
        "A study published in 2017 put 88 trials together, with 62,923 women. It is about "
        "some women only. All had ER-positive breast cancer. The tumour was no larger than 5 "
        "cm and no more than 9 lymph nodes had cancer in them. All took hormone treatment "
        "(endocrine therapy) for five years, stopped then, and had no sign of cancer at that "
        "time.",
        "pan-2017",
    ),
    paragraph(
        "The study counted distant recurrence from year 5 to year 20. How often it happened "
        "depended on the size of the first tumour, the lymph nodes and the grade. By size and "
        "nodes it ran from 13% "
        "for women with a T1 tumour and no cancer in lymph nodes to 41% for women with a T2 "
        "tumour and 4 to 9 such nodes. T1 means 2 cm or less; T2 means more than 2 cm and up "
        "to 5 cm.",
        "pan-2017",
    ),
    table(
        "Distant recurrence in years 5 to 20, ER-positive breast cancer, after five years of "
        "endocrine therapy (EBCTCG study published in 2017)",
        ("Lymph nodes with cancer", "First tumour T1", "First tumour T2"),
        (("None", "13%", "19%"), ("1 to 3", "20%", "26%"), ("4 to 9", "34%", "41%")),
    ),
    paragraph(
        "These figures are not the risk of any one person. A newer study, published in 2024, "
        "found about a fifth fewer distant recurrences since 2000, after allowing for "
        "differences between the groups. Hormone treatment for longer than five years has "
        "been studied as well. Ask your care team what that means for you.",
        "ebctcg-2024",
        "ebctcg-2025",
    ),
    paragraph(
        "Other kinds follow a different course. Women with triple-negative breast cancer "
        "whose cancer has not come back after 5 years have a low risk later on.",
        "triple-negative-late",
    ),
)
