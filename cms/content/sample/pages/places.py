"""Home and the sections: places in the tree."""

from cms.content.sample.blocks import NOTICE, paragraph, related
from cms.content.sample.pages.records import PageText
from cms.content.sample.writing import link

HOME = PageText(
    key="home",
    kind="home_page",
    parent=None,
    title="Plain words about breast cancer",
    lead="Clear, calm pages about breast cancer. Each one names its sources.",
    body=(
        NOTICE,
        paragraph(
            "A text about health should be checked before people read it. On this site, no "
            "page about health goes out until two people have agreed to that exact text: an "
            "editorial checker and a medical reviewer. Read " + link("how-we-review", "how we review") + "."
        ),
        related(
            "Start here",
            ("about-breast-cancer", "where-breast-cancer-spreads", "how-we-review"),
        ),
    ),
)

ABOUT_BREAST_CANCER = PageText(
    key="about-breast-cancer",
    kind="section_page",
    parent="home",
    title="About breast cancer",
    lead="What breast cancer is, and the different forms that it takes.",
    body=(
        NOTICE,
        paragraph(
            "Breast cancer starts when cells in the breast grow in a way that the body can no "
            "longer control. It is not one single illness. Knowing which kind a person has "
            "helps the care team to choose treatment."
        ),
        related("In this part", ("types-of-breast-cancer",)),
    ),
)

TYPES = PageText(
    key="types-of-breast-cancer",
    kind="section_page",
    parent="about-breast-cancer",
    title="Types of breast cancer",
    lead="Doctors sort breast cancer by where it is and by what its cells look like.",
    body=(
        NOTICE,
        paragraph(
            "One way to sort breast cancer is by how far it has travelled. It may be in the "
            "breast only, in places close to the breast as well, or in parts of the body "
            "that are far from the breast. The last is called metastatic breast cancer."
        ),
        paragraph(
            "Another way is by receptors. These are parts of a cell that signals can fasten "
            "to. Doctors test for three: oestrogen (ER), progesterone (PR) and HER2.",
            "esmo-2021",
        ),
        related("In this part", ("metastatic",)),
    ),
)

METASTATIC = PageText(
    key="metastatic",
    kind="section_page",
    parent="types-of-breast-cancer",
    title="Metastatic",
    lead="Breast cancer that has travelled to a part of the body far from the breast.",
    body=(
        NOTICE,
        paragraph(
            "Metastatic breast cancer is also called secondary breast cancer or stage IV. "
            "These words can be hard to hear. You can read these pages in any order, stop at "
            "any time and come back later.",
            "nccn-booklet",
        ),
        related("In this part", ("where-breast-cancer-spreads", "de-novo", "treatments")),
    ),
)
