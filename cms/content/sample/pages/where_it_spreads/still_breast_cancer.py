"""Why it is still breast cancer, why it is tested again, and what it is not."""

from cms.content.sample.blocks import heading, paragraph
from cms.content.sample.writing import link

STILL_BREAST_CANCER = (
    heading("It is still breast cancer"),
    paragraph(
        "Breast cancer that grows in a bone is made of breast cancer cells. It is not bone "
        "cancer. Doctors choose medicines that work on breast cancer, whichever part of the "
        "body it is in.",
        "bcna-metastatic",
    ),
    heading("Why the cancer is tested again", "3"),
    paragraph(
        "When spread is found for the first time, guidelines ask for a small piece of it to "
        "be taken (a biopsy), if that can be done. It is tested again for oestrogen "
        "receptors (ER), progesterone receptors (PR) and HER2. The result can be different "
        "from the first one, and the treatment may then change.",
        "esmo-2021",
        "asco-2015",
    ),
    paragraph(
        "A review published in 2018 put 39 studies together that compared the first tumour "
        "with a later metastasis. The result was different for ER in 19.3%, for PR in 30.9% "
        "and for HER2 in 10.3%.",
        "schrijver-2018",
    ),
    heading("Scans that show how far it has gone", "3"),
    paragraph(
        "European guidelines from 2021 ask for at least a CT scan of chest and belly and a "
        "bone scan. A PET-CT scan can take the place of both. The brain is scanned, by MRI, "
        "if there are signs that point to it.",
        "esmo-2021",
    ),
    heading("Locally advanced breast cancer is something else"),
    paragraph(
        "In locally advanced breast cancer (stage III), the cancer has reached the skin, the "
        "chest wall, or many lymph nodes near the breast, or nodes there that have become "
        "fixed in place. Nodes above the collarbone on the same side still count as near. "
        "None of this is metastatic. Metastatic (stage IV) means that the cancer is far from "
        "the breast.",
        "nccn-booklet",
        "nci-dictionary",
    ),
    heading("Inflammatory breast cancer", "3"),
    paragraph(
        "Inflammatory breast cancer is a form that breast cancer can take when it first "
        "shows itself. It is at least stage IIIB. It is not a kind of metastatic breast "
        "cancer. Only if it has also spread far from the breast is it stage IV.",
        "van-uden-2019",
        "inflammatory-2015",
    ),
    heading("Metastatic from the start: de novo"),
    paragraph(
        "For some people, the first breast cancer that is found has spread already. Doctors "
        "call this de novo. In high-income countries it is 3% to 6% of new breast cancer "
        "diagnoses, by a study published in 2021. There is a short page on it: "
        + link("de-novo", "de novo metastatic breast cancer")
        + ".",
        "de-novo-2021",
    ),
)
