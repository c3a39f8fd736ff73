"""All write doors: importing this module fills registry.WRITE_DOORS."""

from tests.doors import (
    write_buttons,
    write_code,
    write_copies,
    write_parts,
    write_schedule,
    write_site,
    write_workflow,
)

__all__ = [
    "write_buttons",
    "write_code",
    "write_copies",
    "write_parts",
    "write_schedule",
    "write_site",
    "write_workflow",
]
