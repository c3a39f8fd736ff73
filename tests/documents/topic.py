"""A topic in our own words with the parts that a real page has. Sample text: no clinician has checked it."""

from dataclasses import dataclass, field

TITLE = "Where breast cancer can travel"
BREADCRUMB = f"About breast cancer > Types > Metastatic > {TITLE}"
LEAD = "This sample page names the places that breast cancer reaches most. No clinician has checked it."


@dataclass(frozen=True)
class Part:
    """One part of the document: ``kind`` is p, h2, h3, ul, ol or table."""

    kind: str
    text: str = ""
    rows: tuple[str, ...] = field(default=())


COMMON = (
    "Bones are reached more often than any other place far from the breast. A new pain that stays, or a break after"
    " a small knock, can be a symptom. A bone scan, CT or MRI shows where the cancer is.",
    "Liver: a large organ under the right ribs. Many people feel no symptoms, while others are tired, itch or turn"
    " yellow. Blood tests and an ultrasound come first.",
    "Lungs take up air. Breathlessness and a cough that stays are the usual symptoms. A CT scan shows spots, and a"
    " biopsy tells whether they are from the breast or a new lung cancer.",
    "Brain. It steers everything that we do. Headache, seizures and weakness on one side are symptoms. MRI with"
    " contrast is the test that shows most.",
)
LESS_COMMON = (
    "Bone marrow, the soft inside of bones where blood is made. Symptoms are tiredness and bruises. A blood count and"
    " a marrow biopsy are the tests.",
    "Digestive tract, which runs from the gullet to the rectum. Pain, nausea and early fullness are symptoms."
    " Endoscopy with a biopsy finds it.",
    "Heart. Mostly its lining is reached, where fluid gathers; this is rare. Breathlessness and swelling are symptoms."
    " An echocardiogram is the first test.",
    "Pancreas, a gland behind the stomach. Jaundice, pain and weight loss are symptoms. CT and endoscopic ultrasound"
    " are the tests.",
    "Peritoneum, the lining of the belly. Fluid there is called malignant ascites. A swollen belly and pain are"
    " symptoms. A fluid sample is looked at in the laboratory.",
    "Pleura, the lining around the lungs. Breathlessness, cough and chest pain are symptoms. An X-ray and a fluid"
    " sample are the tests.",
    "Skin. The chest is reached most. Firm lumps that do not itch are a symptom. A punch biopsy is the test.",
    "Spine, a part of the skeleton with an emergency of its own. New pain like a band, weak legs or numbness are"
    " symptoms that cannot wait. An MRI of the whole spine is the test.",
)
PARTS = (
    Part("p", "Cells can leave the breast through lymph vessels and through blood vessels. Few of them settle."),
    Part("p", "How likely that is depends on things such as:"),
    Part("ul", rows=("the size and grade of the tumour", "how many lymph nodes it has reached", "its receptors")),
    Part("h2", "Places it reaches"),
    Part("p", "Metastasis is found most often in four places. These are the common ones:"),
    Part("ul", rows=COMMON),
    Part("p", "Less common places that cancer can spread to:"),
    Part("ul", rows=LESS_COMMON),
    Part("h2", "It is still breast cancer"),
    Part("p", "Cells from the breast stay breast cells wherever they settle, so the treatment is for breast cancer."),
    Part("h3", "Testing the receptors again"),
    Part("p", "Receptors change in about one of five people, so a sample is tested again where that can be done."),
    Part("table", rows=("Receptor|Lost in|Gained in", "ER|22.5%|21.5%", "HER2|21.3%|9.5%")),
    Part("h3", "Found at the first diagnosis"),
    Part("p", "In three to six of a hundred people it has spread already when it is first found."),
    Part("h2", "What can be done"),
    Part("ol", rows=("Ask which treatment is meant, and why.", "Ask what it should do for you.")),
    Part("h2", "Stay connected"),
    Part("p", "Sign up for letters about this sample."),
    Part("p", "Reviewed by: Sample Reviewer, MD"),
    Part("p", "Was this page helpful?"),
)
SITES = 12


def every_text() -> list[str]:
    """Each heading, paragraph, list item and cell of the document."""
    texts = [BREADCRUMB, TITLE, LEAD]
    for part in PARTS:
        rows = [cell for row in part.rows for cell in row.split("|")]
        texts += [part.text, *rows]
    return [text for text in texts if text]
