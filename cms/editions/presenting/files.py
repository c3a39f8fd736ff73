"""Where readers find a kept file: under the hash of its bytes, so that no file can change behind an edition."""

from typing import Any


def file_address(value: dict[str, Any]) -> str:
    """The address of a file that a snapshot names by value."""
    return f"/files/{value['sha256']}.{value['extension'].lower()}"
