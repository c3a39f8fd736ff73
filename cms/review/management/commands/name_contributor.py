"""`manage.py name_contributor OBJECT_ID --by USERNAME`: who it was that changed a text without being known."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from cms.ledger.chain import append, lock_head
from cms.people.models import User
from cms.review.contributions import UNKNOWN
from cms.review.models import Contribution, actor


class Command(BaseCommand):
    """A text that somebody unknown changed cannot be approved. This names the person, who then cannot approve it."""

    help = "Record which account stands behind the unknown changes of a page, part, source, profile or image."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("object_id", help="for example page:12, metastasis_site:3, source:4 or image:9")
        parser.add_argument("--by", required=True, metavar="USERNAME", help="the account that answers for the changes")

    @transaction.atomic
    def handle(self, *args: Any, object_id: str, by: str, **options: Any) -> None:
        person = User.objects.filter(username=by, is_active=True).first()
        if person is None:
            raise CommandError(f"There is no active account named {by}.")
        lock_head()
        unknown = Contribution.objects.filter(object_id=object_id, person_id=UNKNOWN)
        if not unknown.exists():
            raise CommandError(f"Nothing in {object_id} was changed by somebody unknown.")
        who = actor(person)
        count = unknown.update(person_id=who.id, person=who.name)
        append("name_contributor", object_id, who, timezone.now(), {"contributions": count})
        self.stdout.write(f"{who.name} now stands behind {count} change(s) of {object_id}, and may not approve it.")
