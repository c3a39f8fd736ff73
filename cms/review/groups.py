"""The roles, as Wagtail groups. None of them holds a publish permission."""

EDITORS = "Editors"
CHECKERS = "Editorial checkers"
REVIEWERS = "Medical reviewers"

ALL = (EDITORS, CHECKERS, REVIEWERS)
