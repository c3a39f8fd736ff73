"""The sites, their signs, and the signs that cannot wait."""

from cms.content.sample.blocks import callout, emergency, heading, paragraph, site_group

COMMON = ("bone", "lung", "liver", "brain")
LESS_COMMON = (
    "bone-marrow",
    "digestive-tract",
    "heart",
    "pancreas",
    "peritoneum",
    "pleura",
    "skin",
)

WHERE = (
    heading("Where it can spread"),
    callout(
        "These signs can have other causes",
        "Many everyday illnesses cause the very same signs. Having one of them, or several, "
        "does not show that cancer has spread. Tell your care team about any sign that is "
        "new or stays, and ask them how soon they would like to hear from you.",
    ),
    site_group(
        "Common sites",
        "Bone, lung, liver and brain are the four places that are named most often. When "
        "spread is first found, bone is the most common of them, and brain the least.",
        "common",
        COMMON,
    ),
    site_group(
        "The spine",
        "The spine is made of bones, so spread to the spine is a part of spread to bone. It "
        "has its own place here because one of its problems is an emergency.",
        "common",
        ("spine",),
    ),
    emergency(
        "Signs of pressure on the spinal cord: get help now",
        "Cancer in the spine can press on the nerves inside it (spinal cord compression). "
        "Do not wait to see if it gets better. Call your local emergency number, or the "
        "emergency line of your care team.",
        (
            "New back pain, or back pain that gets worse",
            "Pain that goes round your body like a band",
            "Weak arms or legs",
            "Numbness",
            "Trouble walking",
            "A change in how your bladder or bowel works",
        ),
    ),
    paragraph(
        "National guidance for England from 2023 says that a person with these signs should "
        "have an MRI scan of the whole spine within 24 hours.",
        "nice-ng234",
    ),
    site_group(
        "Less common sites",
        "Breast cancer can reach other places too. Doctors hear of these less often. Some "
        "have names that are new to most people, so each one is explained.",
        "less_common",
        LESS_COMMON,
    ),
)
