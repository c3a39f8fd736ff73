"""Less common sites in the thin linings of belly, chest and heart."""

from cms.content.sample.sites.records import SiteText

LININGS: tuple[SiteText, ...] = (
    SiteText(
        key="peritoneum",
        name="Peritoneal metastasis",
        plain_name="Lining of the belly (peritoneum)",
        body_part="peritoneum",
        how_common="less_common",
        what_it_is=(
            "The peritoneum is a thin lining on the inside of the belly. Fluid with cancer "
            "cells in it can gather there. Doctors call this malignant ascites. It is mainly "
            "lobular breast cancer that spreads here.",
        ),
        symptoms=("A swollen belly", "Belly pain"),
        tests=(
            "CT scan or ultrasound",
            "Looking for cancer cells in the fluid (cytology)",
            "Biopsy",
        ),
        cites=("beniey-2019",),
    ),
    SiteText(
        key="pleura",
        name="Pleural metastasis",
        plain_name="Lining of the lungs (pleura)",
        body_part="pleura",
        how_common="less_common",
        what_it_is=(
            "The pleura is a thin lining round the lungs. Cancer here can make fluid gather "
            "between lung and chest wall. Doctors call this malignant pleural effusion, and "
            "breast cancer is one of its main causes. The fluid can be drained.",
            "Some lists call this place rare. Studies done after death suggest that it is not.",
        ),
        symptoms=("Being short of breath", "A cough", "Chest pain"),
        tests=(
            "X-ray, ultrasound or CT scan",
            "Looking for cancer cells in the fluid (cytology)",
            "A thin camera put into the chest (thoracoscopy)",
        ),
        cites=("pleura-2024", "pleura-2017", "cummings-2014"),
    ),
    SiteText(
        key="heart",
        name="Heart and pericardial metastasis",
        plain_name="Heart and its lining",
        body_part="heart",
        how_common="rare",
        what_it_is=(
            "When breast cancer affects the heart, it is mostly the thin bag round it (the "
            "pericardium). Fluid can gather inside the bag.",
        ),
        symptoms=("Being short of breath", "Chest pain", "Swelling"),
        tests=(
            "Ultrasound of the heart (echocardiogram)",
            "CT scan or MRI scan",
            "Testing the fluid",
        ),
        emergency_note=(
            "If fluid squeezes the heart so that it cannot pump well (tamponade), it is an "
            "emergency. Call your local emergency number if you have chest pain or suddenly "
            "find it hard to breathe."
        ),
        cites=("heart-2024", "buck-1987"),
    ),
)
