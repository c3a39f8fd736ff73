"""The main topic page of the sample: where breast cancer spreads."""

from cms.content.sample.pages.records import PageText
from cms.content.sample.pages.where_it_spreads.coming_back import COMING_BACK
from cms.content.sample.pages.where_it_spreads.how import HOW
from cms.content.sample.pages.where_it_spreads.numbers import NUMBERS
from cms.content.sample.pages.where_it_spreads.still_breast_cancer import STILL_BREAST_CANCER
from cms.content.sample.pages.where_it_spreads.treating import TREATING
from cms.content.sample.pages.where_it_spreads.where import WHERE

WHERE_IT_SPREADS = PageText(
    key="where-breast-cancer-spreads",
    kind="topic_page",
    parent="metastatic",
    title="Where breast cancer spreads",
    lead=(
        "Breast cancer can travel to other parts of the body. This page explains how that "
        "happens, where it may go, what signs to look out for, and what can be done."
    ),
    body=(*HOW, *WHERE, *NUMBERS, *STILL_BREAST_CANCER, *COMING_BACK, *TREATING),
    related=("de-novo", "treatments", "how-we-review"),
)
