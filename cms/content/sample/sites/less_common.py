"""Less common sites inside organs, bone marrow and skin."""

from cms.content.sample.sites.records import SiteText

LESS_COMMON: tuple[SiteText, ...] = (
    SiteText(
        key="bone-marrow",
        name="Bone marrow metastasis",
        plain_name="Bone marrow",
        body_part="bone_marrow",
        how_common="less_common",
        what_it_is=(
            "Bone marrow is the soft middle of a bone, where the body makes blood. Cancer in "
            "the marrow is not the same thing as cancer in the hard bone. It usually comes "
            "after spread to bone.",
        ),
        symptoms=(
            "Too few red blood cells (anaemia)",
            "Too few platelets, the part of blood that stops bleeding",
            "Too few of every kind of blood cell (pancytopenia)",
            "Fever",
        ),
        tests=(
            "Counting the blood cells, and looking at them under a microscope",
            "Taking a small piece of marrow (bone marrow biopsy)",
        ),
        cites=("niu-2023", "yang-2022"),
    ),
    SiteText(
        key="digestive-tract",
        name="Digestive tract metastasis",
        plain_name="Stomach and bowel",
        body_part="digestive_tract",
        how_common="less_common",
        what_it_is=(
            "The digestive tract is the long tube that food passes through, from the mouth to "
            "the anus. The stomach and both the small and the large bowel are parts of it.",
            "A study published in 2005 looked at people whose breast cancer had spread to "
            "the digestive tract. It was in the large bowel or rectum in 45%, the stomach in 28%, "
            "the small bowel in 19% and the food pipe (gullet) in 8%. The kind called lobular "
            "breast cancer made up 64%.",
        ),
        symptoms=(
            "Belly pain",
            "Feeling sick (nausea)",
            "Feeling full after a little food",
            "Bleeding",
            "A blocked bowel (obstruction)",
        ),
        tests=(
            "A camera put into the stomach or bowel (endoscopy or colonoscopy)",
            "Biopsy, with dyes (stains) that show where the cells came from",
            "CT scan",
        ),
        cites=("mclemore-2005", "xu-2017", "nci-dictionary"),
    ),
    SiteText(
        key="pancreas",
        name="Pancreatic metastasis",
        plain_name="Pancreas",
        body_part="pancreas",
        how_common="rare",
        what_it_is=(
            "The pancreas is a gland deep in the belly that helps the body use food. Breast "
            "cancer seldom spreads here. When it does, it is easily mistaken for a cancer "
            "that began in the pancreas.",
        ),
        symptoms=("Yellow skin or eyes (jaundice)", "Belly pain", "Losing weight"),
        tests=(
            "CT scan or MRI scan",
            "Ultrasound from inside the body (endoscopic ultrasound), with a needle to take some cells",
        ),
        cites=("pancreas-2014",),
    ),
    SiteText(
        key="skin",
        name="Skin metastasis",
        plain_name="Skin",
        body_part="skin",
        how_common="less_common",
        what_it_is=(
            "Breast cancer can grow in the skin, often the skin of the chest. Skin changes "
            "have many other causes, so a doctor has to look at them.",
        ),
        symptoms=(
            "Firm lumps in the skin (nodules)",
            "Firm, flat patches (plaques)",
        ),
        tests=(
            "Taking a small round piece of skin (punch biopsy)",
            "Testing the receptors of that piece",
        ),
        cites=("krathen-2003", "skin-2019"),
    ),
)
