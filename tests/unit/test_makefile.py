"""The two commands' front door: `make` alone says what there is, and refusals say what to do."""

import itertools
import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="no make here")


def make(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def test_make_alone_lists_each_command_in_one_line() -> None:
    lines = make().stdout.splitlines()
    listed = {line.split()[1]: line for line in lines}
    assert len(listed) == len(lines)
    assert {"run", "test", "lint", "types", "contract", "ci", "pins", "clean"} <= set(listed)
    assert all(len(line.split(maxsplit=2)) == 3 for line in lines), "each says what it does"


def test_every_command_of_the_makefile_is_listed_or_a_step_behind_one() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE)[0].split())
    listed = {line.split()[1] for line in make().stdout.splitlines()}
    assert phony - listed == {"port-is-free", "anew"}


def test_a_taken_port_is_said_before_anything_else_happens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = make("port-is-free", f"PORT={port}")
    assert result.returncode != 0
    assert f"Port {port} is taken" in result.stderr


def test_without_a_python_the_refusal_names_what_to_install() -> None:
    result = make("port-is-free", "PYTHON=")
    assert result.returncode != 0
    assert "needs Python 3.11" in result.stderr


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_a_version_and_a_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert pins
    assert all("==" in pin.splitlines()[0] and "--hash=sha256:" in pin for pin in pins)


def test_development_tests_with_exactly_what_production_runs() -> None:
    def pinned(name: str) -> set[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.removesuffix(" \\") for line in lines if re.match(r"[a-z].*==", line)}

    assert pinned("requirements.txt") <= pinned("requirements-dev.txt")


def test_each_requirement_says_why_it_is_there() -> None:
    for name in ("requirements.in", "requirements-dev.in"):
        lines = [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line]
        for before, line in itertools.pairwise(lines):
            assert line.startswith("#") or before.startswith("#"), f"{name}: {line}"
