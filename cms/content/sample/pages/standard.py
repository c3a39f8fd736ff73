"""The pages about the site itself."""

from cms.content.sample.blocks import NOTICE, bullets, heading, paragraph
from cms.content.sample.pages.records import PageText
from cms.content.sample.writing import link

HOW_WE_REVIEW = PageText(
    key="how-we-review",
    kind="standard_page",
    parent="home",
    title="How we review",
    lead="What happens to a text before you can read it here.",
    body=(
        NOTICE,
        heading("The way of a text"),
        bullets(
            (
                "<b>An editor writes a draft</b> and names the sources.",
                "<b>An editorial checker reads it</b>: is it clear, and do the sources say so?",
                "<b>A medical reviewer reads it.</b> The reviewer needs a credential that is valid that day.",
                "<b>Exactly that text goes out.</b> If one word changes, it is reviewed again.",
            )
        ),
        paragraph(
            "Nobody may approve a text that they helped to write. Pages about the site, such "
            "as this one, are approved by a second editor."
        ),
        heading("What the dates mean"),
        paragraph(
            "“Last reviewed” is the day on which a medical reviewer approved the text that "
            "you see. “Next review due” is the day by which it should be looked at again. "
            "When that day has passed, the page says so."
        ),
        heading("About this sample"),
        paragraph(
            "The people named as reviewers here are made up for the sample, and so are their "
            "credentials. The steps are real: the sample text went through them as any text "
            "would. But no clinician has read it."
        ),
    ),
)

ABOUT_US = PageText(
    key="about-us",
    kind="standard_page",
    parent="home",
    title="About us",
    lead="Who is behind this site.",
    body=(
        NOTICE,
        paragraph(
            "This is a sample site. It comes with Imprimatur, a system for publishing text "
            "about health. There is no clinic, charity or company behind it. When you set up "
            "a site of your own, say here who you are and who pays for it."
        ),
        paragraph("See also " + link("how-we-review", "how we review") + "."),
    ),
)

PRIVACY = PageText(
    key="privacy",
    kind="standard_page",
    parent="home",
    title="Privacy",
    lead="What this site knows about you.",
    body=(
        NOTICE,
        paragraph(
            "This sample site runs on one computer, for the person who started it. Its public "
            "pages have no sign-in, no adverts and no trackers. People who sign in to write "
            "or review have their name kept with what they did."
        ),
        paragraph("A real site has to say here what it keeps, why, for how long, and whom to ask."),
    ),
)

CONTACT = PageText(
    key="contact",
    kind="standard_page",
    parent="home",
    title="Contact",
    lead="How to reach us, once there is somebody to reach.",
    body=(
        NOTICE,
        paragraph(
            "Nobody answers messages for this sample site. If you are worried about your "
            "health, call your care team. In an emergency, call your local emergency number."
        ),
        paragraph("A real site gives an address here, and says how soon it will answer."),
    ),
)

STANDARD = (HOW_WE_REVIEW, ABOUT_US, PRIVACY, CONTACT)
