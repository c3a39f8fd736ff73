"""Brings a document (.docx, .html or .md) into a draft topic page."""

from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.content.importing.build import draft_of
from cms.content.importing.pieces import Remark
from cms.content.importing.read import read
from cms.content.importing.refusal import DocumentRefused
from cms.content.importing.report import report_of
from cms.content.importing.write import Written, page_at, write

NOBODY = "Without --by nobody is named as contributor, and what has an unknown contributor cannot be approved."


class Command(BaseCommand):
    """Makes a draft page and drafts of its metastasis sites, and reports where every line went."""

    help = "Bring a document (.docx, .html or .md) into a draft topic page; nothing becomes public."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, where to put it, and who brings it."""
        parser.add_argument("file", type=Path, help="the document: .docx, .html or .md, at most 20 MB")
        parser.add_argument("--parent", required=True, help="address of the page above, such as /about-breast-cancer/")
        parser.add_argument("--title", default="", help="title of the page, instead of the document's own")
        parser.add_argument("--by", default="", metavar="USERNAME", help="the editor who brings it")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, build, write, report. Raises CommandError, with nothing written, for whatever is wrong."""
        try:
            user, parent = _user(options["by"]), page_at(options["parent"])
            draft = draft_of(read(options["file"]), options["title"])
            written = write(draft, parent, user)
        except DocumentRefused as refused:
            raise CommandError("\n".join(["Nothing was written.", *refused.reasons])) from refused
        except ValidationError as invalid:
            raise CommandError("\n".join(["Nothing was written.", *invalid.messages])) from invalid
        remarks = (*draft.remarks, *written.remarks, *(() if user else (Remark(0, NOBODY),)))
        self.stdout.write("\n".join([*report_of(draft, remarks), *_made(written)]))


def _user(name: str) -> Any:
    if not name:
        return None
    user = get_user_model().objects.filter(username=name).first()
    if user is None or not user.is_active:
        raise DocumentRefused([f"There is no active account named {name!r}."])
    return user


def _made(written: Written) -> list[str]:
    sites = ", ".join(f"{site.name} ({site.object_id})" for site in written.sites)
    return [
        f"Draft page “{written.page.title}” ({written.page.object_id}): /admin/pages/{written.page.pk}/edit/",
        *([f"Draft sites: {sites}"] if sites else []),
        "Readers see none of it until it is approved.",
    ]
