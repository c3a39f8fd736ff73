"""Accounts with their roles. The names are plainly those of samples."""

from datetime import timedelta
from typing import Any

import factory
from django.contrib.auth.models import Group
from django.utils import timezone

from cms.people.models import Credential, User
from cms.review import groups

PASSWORD = "a-password-for-tests"


class UserFactory(factory.django.DjangoModelFactory):
    """An account; `roles` are names of groups."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda number: f"account{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    first_name = "Sample"
    last_name = factory.Sequence(lambda number: f"Account {number}")
    password = factory.django.Password(PASSWORD)

    @factory.post_generation
    def roles(self, create: bool, names: Any, **kwargs: Any) -> None:
        for name in names or ():
            self.groups.add(Group.objects.get_or_create(name=name)[0])


class CredentialFactory(factory.django.DjangoModelFactory):
    """A credential that is valid for another year."""

    class Meta:
        model = Credential

    user = factory.SubFactory(UserFactory)
    kind = "physician"
    letters = "MD, MPH"
    number = factory.Sequence(lambda number: f"S-{number:05}")
    issuer = "Sample Board of Medicine"
    valid_until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=365))


def editor(**fields: Any) -> User:
    """Somebody who writes."""
    return UserFactory(roles=[groups.EDITORS], **fields)


def checker(**fields: Any) -> User:
    """Somebody who makes the editorial check."""
    return UserFactory(roles=[groups.CHECKERS], **fields)


def reviewer(*, qualified: bool = True, **fields: Any) -> User:
    """Somebody who makes the medical review; without a credential if not `qualified`."""
    user = UserFactory(roles=[groups.REVIEWERS], **fields)
    if qualified:
        CredentialFactory(user=user)
    return user


def administrator(**fields: Any) -> User:
    """A superuser."""
    return UserFactory(is_staff=True, is_superuser=True, **fields)
