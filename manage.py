#!/usr/bin/env python
"""Imprimatur's command line: everything that an operator or a developer does to the site starts here."""

import os
import sys


def main() -> None:
    """Run one Django management command, after the sample site's own refusals."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_app.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError as error:
        raise SystemExit("Django is not installed here. Run `make run`, or use .venv/bin/python manage.py …") from error
    from django.conf import settings

    from site_app import sample_guard

    try:
        if settings.SAMPLE_SITE:
            sample_guard.refuse_open_command(sys.argv)
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        raise SystemExit(f"Imprimatur will not start:\n{error}") from None


if __name__ == "__main__":
    main()
