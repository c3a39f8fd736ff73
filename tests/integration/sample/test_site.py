"""The sample site comes in through the review itself, once, and picks up where it was interrupted."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from cms.content.models import MetastasisSite, TopicPage
from cms.content.sample import loader, way
from cms.content.sample.accounts import ROLES, ensure_accounts
from cms.content.sample.blocks import NOTICE_TITLE
from cms.content.sample.pages import PAGES, PageText
from cms.editions.models import Edition, Publication
from cms.editions.publications import resolve
from cms.people.models import User
from cms.review.contributions import own_digest
from cms.review.groups import CHECKERS, EDITORS, REVIEWERS
from cms.review.models import Decision, Submission
from cms.review.refusals import Refused
from cms.sources.models import Source

MAIN = "/about-breast-cancer/types-of-breast-cancer/metastatic/where-breast-cancer-spreads/"


def address_of(text: PageText) -> str:
    """The address at which readers should find a sample page."""
    if text.parent is None:
        return "/"
    parent = next(page for page in PAGES if page.key == text.parent)
    return f"{address_of(parent)}{text.key}/"


def run(settings: Any) -> str:
    settings.SAMPLE_SITE = True
    said = StringIO()
    call_command("sample_site", stdout=said)
    return said.getvalue()


@pytest.mark.django_db
def test_it_is_refused_outside_the_sample_site(settings: Any) -> None:
    settings.SAMPLE_SITE = False
    with pytest.raises(CommandError, match="SAMPLE_SITE=1"):
        call_command("sample_site", stdout=StringIO())
    assert not User.objects.filter(username__in=[role.username for role in ROLES]).exists()
    assert not Publication.objects.exists()


@pytest.mark.django_db
def test_it_brings_in_the_whole_site_and_keeps_it(settings: Any, django_assert_num_queries: Any) -> None:
    said = run(settings)
    _every_account_is_told_of(said)
    _public_pages_are_at_their_addresses_and_the_others_are_not()
    _public_text_has_the_notice_and_its_reviewer()
    _pages_wait_where_they_should()
    _the_admin_would_not_change_a_digest_by_saving()

    before = _counts()
    with django_assert_num_queries(1):
        again = run(settings)
    assert "here already" in again
    _every_account_is_told_of(again)
    assert _counts() == before


def _counts() -> list[int]:
    models = (User, Edition, Publication, Submission, Decision, TopicPage, MetastasisSite, Source)
    return [model.objects.count() for model in models]


def _every_account_is_told_of(said: str) -> None:
    for role in ROLES:
        assert role.username in said
        assert role.password in said
        assert User.objects.get(username=role.username).check_password(role.password)


def _public_pages_are_at_their_addresses_and_the_others_are_not() -> None:
    now = timezone.now()
    for text in PAGES:
        found = resolve(address_of(text), now)
        assert (found is not None) == (text.stage == "public"), text.key
        if found is not None and found.edition is not None:
            assert found.edition.title == text.title


def _public_text_has_the_notice_and_its_reviewer() -> None:
    now = timezone.now()
    for text in PAGES:
        found = resolve(address_of(text), now)
        if found is None or found.edition is None:
            continue
        assert found.edition.snapshot["fields"]["body"][0]["value"]["title"] == NOTICE_TITLE
        assert (found.review_line is not None) == (text.kind == "topic_page")
    main = resolve(MAIN, now)
    assert main is not None
    assert main.edition is not None
    assert main.review_line is not None
    assert [(one.name, one.credentials) for one in main.review_line.reviewers] == [("Sample Reviewer", "MD")]
    parts = main.edition.snapshot["parts"]
    assert len([part for part in parts if part.startswith("metastasis_site:")]) == 12


def _pages_wait_where_they_should() -> None:
    steps = {"editorial_check": [], "medical_review": ["editorial"]}
    waiting = {
        submission.title: list(submission.decisions.values_list("step", flat=True))
        for submission in Submission.objects.filter(status=Submission.OPEN)
    }
    assert waiting == {text.title: steps[text.stage] for text in PAGES if text.stage in steps}
    draft = next(text for text in PAGES if text.stage == "draft")
    page = TopicPage.objects.get(slug=draft.key)
    assert page.latest_revision is not None
    assert not Submission.objects.filter(object_id=page.object_id).exists()
    assert not TopicPage.objects.filter(slug=draft.key, live=True).exists()


def _the_admin_would_not_change_a_digest_by_saving() -> None:
    editor = User.objects.get(username="editor")
    page = TopicPage.objects.get(slug="where-breast-cancer-spreads").get_latest_revision_as_object()
    before = own_digest(page)
    page.save_revision(user=editor)
    assert own_digest(page.get_latest_revision_as_object()) == before


@pytest.mark.django_db
def test_an_interrupted_run_is_picked_up(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = way._approve
    given: list[User] = []

    def fails_at_the_fourth(submission: Submission, person: User) -> None:
        if len(given) == 4:
            raise KeyboardInterrupt
        given.append(person)
        plain(submission, person)

    monkeypatch.setattr(way, "_approve", fails_at_the_fourth)
    with pytest.raises(KeyboardInterrupt):
        run(settings)
    assert not loader.is_loaded()
    editions = set(Edition.objects.values_list("object_id", "number"))
    assert editions

    monkeypatch.setattr(way, "_approve", plain)
    run(settings)
    assert loader.is_loaded()
    assert set(Edition.objects.values_list("object_id", "number")) >= editions
    assert set(Edition.objects.values_list("number", flat=True)) == {1}
    assert TopicPage.objects.filter(slug="de-novo").count() == 1


@pytest.mark.django_db
def test_the_accounts_hold_one_role_each_and_are_plainly_samples() -> None:
    accounts = ensure_accounts()
    assert ensure_accounts() == accounts
    assert _groups(accounts.editor) == {EDITORS}
    assert CHECKERS in _groups(accounts.checker)
    assert REVIEWERS not in _groups(accounts.checker)
    assert _groups(accounts.reviewer) == {REVIEWERS}
    assert accounts.admin.is_superuser
    for user in (accounts.editor, accounts.checker, accounts.reviewer, accounts.admin):
        assert user.display_name.startswith("Sample ")
    credential = accounts.reviewer.credentials.get()
    assert (credential.letters, credential.issuer) == ("MD", "Sample board")


@pytest.mark.django_db
def test_an_account_that_somebody_changed_is_left_alone() -> None:
    accounts = ensure_accounts()
    accounts.editor.set_password("another-password")
    accounts.editor.save()
    assert ensure_accounts().editor.check_password("another-password")


@pytest.mark.django_db
def test_a_refusal_is_passed_on_with_its_reasons(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise Refused(["The first reason.", "The second reason."])

    monkeypatch.setattr(way, "take_along", refuse)
    with pytest.raises(CommandError) as refused:
        run(settings)
    assert "The first reason." in str(refused.value)
    assert "The second reason." in str(refused.value)


def _groups(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))
