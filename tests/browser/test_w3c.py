"""Every type of page passes the W3C's own checker.

It is a Java program. Set VNU_JAR to the path of vnu.jar (from npm's vnu-jar, for example); without it, or without
Java, this is skipped, and with REQUIRE_W3C=1 it fails instead.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.test import Client

from tests.browser.exhibits import hang


def checker() -> list[str]:
    """The command, or no test."""
    jar, java = os.environ.get("VNU_JAR", ""), shutil.which("java")
    if java and Path(jar).is_file():
        return [java, "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always"]
    reason = "needs java, and VNU_JAR=/path/to/vnu.jar"
    if os.environ.get("REQUIRE_W3C", "").lower() in ("1", "true", "yes"):
        pytest.fail(f"{reason} (required here, so not skipped)", pytrace=False)
    pytest.skip(reason)


@pytest.mark.django_db
@pytest.mark.usefixtures("media_root")
def test_every_page_passes_the_w3c_checker(tmp_path: Path) -> None:
    command = checker()
    for number, address in enumerate(hang()):
        (tmp_path / f"{number}{address.replace('/', '-')}.html").write_bytes(Client().get(address).content)
    pages = sorted(tmp_path.glob("*.html"))
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, check=True, timeout=120)
    complaints = json.loads(done.stdout)["messages"]
    assert [f"{c['url'].rpartition('/')[2]}: {c['message']} {c.get('extract', '')}" for c in complaints] == []
