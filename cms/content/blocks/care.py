"""What a reader can do: care cards, treatments, questions to ask."""

from wagtail import blocks

from cms.content.blocks.base import CheckedBlock, Line, Prose, has_words

URGENCIES = [
    ("non_urgent", "Tell the care team at the next visit"),
    ("urgent", "Get help soon: today"),
    ("emergency", "Get help now: call an ambulance"),
]


class CareCardBlock(CheckedBlock):
    """When to get help, and how quickly."""

    urgency = blocks.ChoiceBlock(choices=URGENCIES, default="non_urgent", label="How urgent")
    title = Line(label="Title", max_length=160, help_text="What to do, for example: Call your care team today if")
    text = Prose(required=False, label="Text")
    items = blocks.ListBlock(
        Line(max_length=300),
        default=[],
        label="Signs",
        help_text="One sign in each item, in words that a worried reader takes in at once.",
    )

    def problems(self, value: blocks.StructValue) -> dict[str, str]:
        if not has_words(value["text"]) and not len(value["items"]):
            return {"items": "A care card needs a text or at least one sign."}
        return {}

    class Meta:
        icon = "warning"
        label = "Care card"
        label_format = "{urgency}: {title}"


class TreatmentBlock(blocks.StructBlock):
    """One type of treatment: its name, one line, and a page with more."""

    name = Line(label="Treatment", max_length=120)
    line = Line(required=False, label="In one line", max_length=300)
    page = blocks.PageChooserBlock(required=False, label="Page with more about it")

    class Meta:
        icon = "list-ul"
        label = "Treatment"
        label_format = "{name}"


class TreatmentsBlock(CheckedBlock):
    """The types of treatment that may be used."""

    introduction = Prose(required=False, label="Introduction")
    treatments = blocks.ListBlock(TreatmentBlock(), label="Treatments")

    def problems(self, value: blocks.StructValue) -> dict[str, str]:
        if not len(value["treatments"]):
            return {"treatments": "Add at least one treatment, or remove this block."}
        return {}

    class Meta:
        icon = "list-ul"
        label = "Treatments"


class QuestionsBlock(CheckedBlock):
    """Questions that a reader may want to take to an appointment."""

    heading = Line(required=False, label="Heading", max_length=160)
    questions = blocks.ListBlock(Line(max_length=300), label="Questions")

    def problems(self, value: blocks.StructValue) -> dict[str, str]:
        if not len(value["questions"]):
            return {"questions": "Add at least one question, or remove this block."}
        return {}

    class Meta:
        icon = "help"
        label = "Questions for the care team"
        label_format = "{heading}"
