"""`manage.py verify_ledger [--expect COUNT:HASH]`: is the record whole?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.editions.verify import faults
from cms.ledger.models import Head


class Command(BaseCommand):
    """Checks the chain, recomputes every edition's digest and compares the publications with the ledger."""

    help = (
        "Check the ledger, every edition's digest and the publications. Prints the head, COUNT:HASH, to note elsewhere."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--expect", metavar="COUNT:HASH", help="a head noted earlier, outside this database")

    def handle(self, *args: Any, expect: str | None = None, **options: Any) -> None:
        found = list(faults(self.parsed(expect)))
        for fault in found[:100]:
            self.stderr.write(fault)
        if found:
            raise CommandError(f"{len(found)} fault(s); the first: {found[0]}")
        head = Head.objects.filter(pk=1).first()
        self.stdout.write(f"The record is whole. Head: {head.seq}:{head.hash}" if head else "The ledger is empty.")
        if not expect:
            self.stdout.write(
                "Without --expect this promises consistency only: note the head where nobody here can write."
            )

    def parsed(self, expect: str | None) -> tuple[int, str] | None:
        """The expected head. Raises CommandError for text that is not COUNT:HASH."""
        if expect is None:
            return None
        count, _, head_hash = expect.partition(":")
        if not count.isdigit() or len(head_hash) != 64:
            raise CommandError("--expect takes COUNT:HASH, as an earlier run printed it after 'Head:'.")
        return int(count), head_hash
