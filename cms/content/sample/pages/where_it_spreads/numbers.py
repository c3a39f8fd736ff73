"""What is known about how often each site is reached, with what was counted and when."""

from cms.content.sample.blocks import bullets, heading, paragraph

NUMBERS = (
    heading("How often each place is reached"),
    paragraph(
        "You do not need numbers to understand your own cancer. If you would like them, look "
        "at what was counted. Some studies count what doctors find at the first diagnosis. "
        "Others count what is found after a person has died. The two must not be mixed."
    ),
    heading("When the cancer is first found", "3"),
    paragraph(
        "A study from the United States counted 18,322 people whose breast cancer was "
        "already stage IV at diagnosis, from 2010 to 2015. The cancer had spread to:",
        "wang-2019",
    ),
    bullets(
        (
            "bone only: 39.8%",
            "more than one place: 33.1%",
            "lung only: 10.9%",
            "liver only: 7.3%",
            "other places: 7.3%",
            "brain only: 1.5%",
        ),
        "wang-2019",
    ),
    paragraph(
        "A study published in 2018 counted bone together with other places. Among people "
        "whose breast cancer was metastatic at diagnosis, it had reached bone in 65.1%.",
        "gong-2018",
    ),
    heading("In studies done after death (autopsy)", "3"),
    paragraph(
        "A study published in 2014 looked at 197 women who had died with breast cancer. These "
        "are figures at autopsy, so they say nothing about how common a site is in a person's "
        "life. Lung or its lining had been reached in 80%, bone in 74%, and liver in 71%.",
        "cummings-2014",
    ),
    paragraph(
        "In the same 197 women, cancer had reached lymph nodes away from the armpit in 55%, "
        "also at autopsy. Lists of “the four common sites” mostly leave lymph nodes out. "
        "Nodes far from the breast do count as distant spread.",
        "cummings-2014",
    ),
)
