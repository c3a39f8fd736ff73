"""The four sites that are named most often, and the spine, which is part of the bones."""

from cms.content.sample.sites.records import SiteText

COMMON: tuple[SiteText, ...] = (
    SiteText(
        key="bone",
        name="Bone metastasis",
        plain_name="Bones",
        body_part="bone",
        how_common="common",
        what_it_is=(
            "When breast cancer is found to have spread, bone is the most common place. The "
            "cancer can make a bone weaker, so that it hurts or breaks.",
        ),
        symptoms=(
            "New pain in a bone that does not go away",
            "A bone that breaks (fracture)",
            "Thirst, constipation or confusion: these can come from too much calcium in the blood",
        ),
        tests=(
            "Bone scan",
            "X-ray, CT scan, PET-CT scan or MRI scan",
            "Blood test for calcium",
            "Taking a small piece to look at (biopsy)",
        ),
        emergency_note=(
            "Cancer in the bones of the back can press on the spinal cord. This is an "
            "emergency. The signs are listed under the spine."
        ),
        cites=("gong-2018", "ju-2014", "bone-imaging"),
    ),
    SiteText(
        key="lung",
        name="Lung metastasis",
        plain_name="Lungs",
        body_part="lung",
        how_common="common",
        what_it_is=(
            "A spot on a lung scan is not always breast cancer that has spread. It can be a "
            "new cancer of the lung, or nothing harmful. This is why doctors often want to "
            "take a small piece (a biopsy). It also lets them test the receptors again.",
            "A study published in 2018 looked at 53 lung spots (nodules) in people who had "
            "had breast cancer before. Of these, 47% were breast cancer, 40% were a new lung "
            "cancer and 13% were not cancer. In 45 of the 53, the answer came from surgery.",
        ),
        symptoms=(
            "Often no signs at all",
            "Being short of breath",
            "A cough",
            "Coughing up blood",
            "Chest pain",
        ),
        tests=(
            "CT scan or PET scan",
            "Biopsy with a needle, guided by a CT scan",
            "A thin camera put down into the airways (bronchoscopy), sometimes with ultrasound (EBUS)",
            "Keyhole surgery to take a small piece",
        ),
        cites=("matsuura-2018",),
    ),
    SiteText(
        key="liver",
        name="Liver metastasis",
        plain_name="Liver",
        body_part="liver",
        how_common="common",
        what_it_is=(
            "The liver is a large organ at the top right of the belly. Breast cancer in the "
            "liver often gives no signs at first. Scans and blood tests look for it.",
        ),
        symptoms=(
            "Often no signs at all",
            "Feeling very tired",
            "Not feeling hungry",
            "Pain at the top right of the belly",
            "A swollen belly",
            "Yellow skin or eyes (jaundice)",
            "Itching",
        ),
        tests=(
            "Blood tests of how the liver works",
            "Ultrasound, CT scan or MRI scan",
            "PET scan",
            "Biopsy",
        ),
        cites=("bcna-liver",),
    ),
    SiteText(
        key="brain",
        name="Brain metastasis",
        plain_name="Brain",
        body_part="brain",
        how_common="common",
        what_it_is=(
            "When spread is first found, the brain is the least common of the four places that "
            "are named most often. How often it happens depends on the kind of breast cancer.",
            "A review of studies published in 2021 looked at people with metastatic breast "
            "cancer and counted brain spread found at any time. It was found in 31% with "
            "HER2-positive cancer, 32% with triple-negative cancer, and 15% with cancer that "
            "was hormone receptor-positive and HER2-negative.",
        ),
        symptoms=(
            "Headache",
            "A seizure (fit)",
            "Weakness",
            "A change in speech or sight",
            "Trouble with balance",
            "A change in how a person acts or feels (personality)",
        ),
        tests=("MRI scan with contrast (a dye put into a vein)", "Biopsy, but only seldom"),
        cites=("kuksis-2021", "wang-2019"),
    ),
    SiteText(
        key="spine",
        name="Spine metastasis",
        plain_name="Spine (part of the bones)",
        body_part="spine",
        how_common="common",
        what_it_is=(
            "The spine is the row of bones in the back. A review published in 2014 reports "
            "that about two in three deposits of cancer in bone are in the spine. The spinal "
            "cord, a thick bundle of nerves, runs inside it.",
        ),
        symptoms=(
            "New back pain, or back pain that gets worse",
            "Pain that goes round the body like a band",
            "Weak arms or legs",
            "Numbness",
            "Trouble walking",
            "A change in how the bladder or bowel works",
        ),
        tests=("MRI scan of the whole spine",),
        emergency_note=(
            "If cancer presses on the spinal cord (spinal cord compression), help is needed "
            "the same day. Call your local emergency number if you have weakness, numbness, "
            "trouble walking, a bladder or bowel change, or new or worse back pain."
        ),
        cites=("ju-2014", "nice-ng234"),
    ),
)
