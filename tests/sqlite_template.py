"""One migrated SQLite database, made once and copied into memory by every test process.

Running some 180 migrations takes longer than most of the tests. The template is kept under var/ by the hash of what
it is made from, so a changed migration or requirement makes a new one; Django still migrates on top of the copy.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3.creation import DatabaseCreation

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "tests"
# An in-memory database lives as long as somebody is connected to it.
_keepers: list[sqlite3.Connection] = []


def use() -> None:
    """From now on a new in-memory test database begins as a copy of the template."""
    plain: Callable[..., str] = DatabaseCreation._create_test_db  # type: ignore[attr-defined]

    def create(self: Any, verbosity: int, autoclobber: bool, keepdb: bool = False) -> str:
        name = plain(self, verbosity, autoclobber, keepdb)
        if self.is_in_memory_db(name) and name.startswith("file:"):
            _fill(name)
        return name

    DatabaseCreation._create_test_db = create  # type: ignore[attr-defined]


def _fill(name: str) -> None:
    keeper = sqlite3.connect(name, uri=True, check_same_thread=False)
    with sqlite3.connect(template()) as source:
        source.backup(keeper)
    source.close()
    _keepers.append(keeper)


def template() -> Path:
    """The path of the migrated database, made first if it is not there; other processes wait for it meanwhile."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{_key()}.sqlite3"
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            for old in FOLDER.glob("*.sqlite3*"):
                old.unlink(missing_ok=True)
            _migrate(path)
    return path


def _migrate(path: Path) -> None:
    unfinished = path.with_suffix(".sqlite3-unfinished")
    environment = {
        **os.environ,
        "TEST_DATABASE_URL": f"sqlite:///{unfinished}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    command = [sys.executable, str(ROOT / "manage.py"), "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    with sqlite3.connect(unfinished) as made:
        made.execute("PRAGMA journal_mode=DELETE")  # a copy in memory cannot have a write-ahead log
    made.close()
    unfinished.replace(path)


def _key() -> str:
    """The hash of the migrations, of what they call, and of the versions of everything that brings migrations."""
    made_from = [ROOT / "requirements.txt", *(ROOT / "cms").rglob("migrations/*.py")]
    made_from += [ROOT / "cms" / "review" / f"{name}.py" for name in ("base", "groups", "policy")]
    summary = hashlib.sha256(sqlite3.sqlite_version.encode())
    for path in sorted(made_from):
        summary.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes() + b"\0")
    return summary.hexdigest()[:16]
