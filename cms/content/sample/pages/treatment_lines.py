"""Treatment types, one plain line each: no advice on any regimen."""

TREATMENT_LINES: tuple[tuple[str, str], ...] = (
    (
        "Hormone treatment (endocrine therapy)",
        "Keeps hormones from helping the cancer to grow; for cancers with hormone receptors.",
    ),
    (
        "Targeted medicines",
        "Aim at one thing that cancer cells need; CDK4/6 inhibitors, given with hormone treatment, are an example.",
    ),
    (
        "HER2 treatment",
        "Aims at HER2-positive cancer; some medicines carry chemotherapy to the cell (antibody-drug conjugates).",
    ),
    ("Chemotherapy", "Medicines that kill cells which are growing."),
    (
        "Immunotherapy",
        "Helps the body's own defences; for some people with triple-negative breast cancer.",
    ),
    (
        "PARP inhibitors",
        "For people who were born with a change in a BRCA gene.",
    ),
    (
        "Bone-strengthening medicines",
        "Zoledronate or denosumab, to protect bones that the cancer has reached.",
    ),
    ("Radiotherapy", "Strong rays, aimed at one place."),
    ("Surgery", "An operation, in selected cases."),
    ("Drains", "Let out fluid that has gathered, such as round the lungs or in the belly."),
    (
        "Supportive and palliative care",
        "Helps with pain, tiredness and worry. It is for everyone, from the start.",
    ),
    ("Clinical trials", "Studies of new treatments that people can choose to join."),
)
