"""The sample accounts: known to everybody, and therefore only for a site that listens on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from cms.people.models import Credential, User
from cms.review.groups import CHECKERS, EDITORS, REVIEWERS

VALID_FOR = timedelta(days=5 * 365)


@dataclass(frozen=True)
class Accounts:
    """Who does what on the sample site."""

    editor: User
    checker: User
    reviewer: User
    admin: User


@dataclass(frozen=True)
class Role:
    """A sample account: its groups, and what a newcomer can try with it."""

    username: str
    groups: tuple[str, ...]
    may: str

    @property
    def password(self) -> str:
        """The password that the command prints."""
        return f"sample-{self.username}"


ROLES: tuple[Role, ...] = (
    Role("editor", (EDITORS,), "writes drafts and submits them"),
    Role("checker", (CHECKERS,), "makes the editorial check, and is the second editor"),
    Role("reviewer", (REVIEWERS,), "makes the medical review"),
    Role("admin", (), "administers; may not approve either"),
)


def ensure_accounts() -> Accounts:
    """Return the sample accounts, making those that are missing; existing ones are left as they are."""
    accounts = Accounts(**{role.username: _account(role) for role in ROLES})
    if not accounts.reviewer.credentials.exists():
        Credential.objects.create(
            user=accounts.reviewer,
            kind="physician",
            letters="MD",
            number="SAMPLE",
            issuer="Sample board",
            valid_until=timezone.now().date() + VALID_FOR,
        )
    return accounts


def lines() -> Iterator[str]:
    """Yield one line an account: name, password and purpose."""
    for role in ROLES:
        yield f"{role.username:<10} password {role.password:<16} {role.may}"


def _account(role: Role) -> User:
    users = get_user_model().objects
    found = users.filter(username=role.username).first()
    if found is not None:
        return found
    user = users.create_user(
        role.username,
        password=role.password,
        first_name="Sample",
        last_name=role.username.capitalize(),
        is_staff=role.username == "admin",
        is_superuser=role.username == "admin",
    )
    user.groups.set([Group.objects.get(name=name) for name in role.groups])
    return user
