"""How breast cancer spreads, and what makes that more or less likely."""

from cms.content.sample.blocks import NOTICE, bullets, heading, paragraph

HOW = (
    NOTICE,
    heading("How breast cancer spreads"),
    paragraph(
        "Sometimes cells come loose from the first tumour in the breast and travel. If they "
        "settle and grow far from the breast, that is called metastatic breast cancer. You "
        "may also hear “secondary breast cancer” or “stage IV”. A place where it grows is "
        "called a metastasis.",
        "nci-dictionary",
        "nccn-booklet",
    ),
    paragraph("There are two main ways for cells to travel:"),
    bullets(
        (
            "<b>By the lymph system</b> (lymphatic system). This is a net of thin tubes and "
            "small glands, the lymph nodes. A clear fluid runs through it, which helps the "
            "body to deal with germs.",
            "<b>By the blood</b> (bloodstream). Blood goes everywhere in the body, and can take loose cells with it.",
        ),
        "nci-dictionary",
    ),
    heading("What makes spread more or less likely"),
    paragraph(
        "Nobody can tell for sure whether one person's cancer will spread or come back. "
        "Doctors can speak of chances only. Nothing in this list is anyone's fault."
    ),
    bullets(
        (
            "<b>The size of the first tumour.</b> In a large study of ER-positive breast "
            "cancer, larger tumours came back far from the breast more often.",
            "<b>Lymph nodes.</b> In the same study, so did cancers that had been found in more lymph nodes.",
            "<b>Grade.</b> This says how different cancer cells look from normal ones. It counts too.",
            "<b>Receptors.</b> When ER-negative breast cancer comes back, it is mostly in the "
            "first five years. With ER-positive breast cancer the chance stays much the same "
            "for longer.",
            "<b>The kind of breast cancer.</b> Lobular breast cancer is the kind that mainly "
            "reaches the lining of the belly.",
        ),
        "pan-2017",
        "ebctcg-2024",
        "beniey-2019",
    ),
    paragraph(
        "There is good news as well. A study published in 2024 looked at 155,746 women. "
        "After allowing for differences between the groups, distant recurrence was "
        "about a fifth lower for women in the years since 2000 than before.",
        "ebctcg-2024",
    ),
)
