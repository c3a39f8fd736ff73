"""The three bolts that keep the sample site, with its well-known passwords, on its own machine."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from site_app import sample_guard

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = ["127.0.0.1", "127.8.9.10", "::1", "[::1]", "localhost", "LOCALHOST", "::ffff:127.0.0.1"]
ELSEWHERE = [
    "",
    "0.0.0.0",
    "::",
    "[::]",
    "10.0.0.5",
    "192.0.2.1",
    "::ffff:192.0.2.1",
    "www.example.org",
    "localhost.example.org",
]


@pytest.mark.parametrize("host", LOOPBACK)
def test_this_machine_is_known_by_its_names(host: str) -> None:
    assert sample_guard.is_loopback(host)


@pytest.mark.parametrize("host", ELSEWHERE)
def test_everything_else_is_elsewhere(host: str) -> None:
    assert not sample_guard.is_loopback(host)


# --- Commands


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["migrate"],
        ["runserver"],
        ["runserver", "8001"],
        ["runserver", "127.0.0.1:8001"],
        ["runserver", "--noreload"],
    ],
)
def test_commands_that_stay_here_run(words: list[str]) -> None:
    sample_guard.refuse_open_command(["manage.py", *words])


@pytest.mark.parametrize("address", ["0.0.0.0:8000", "0:8000", "[::]:8000", "192.0.2.1:80", "www.example.org:8000"])
def test_runserver_elsewhere_is_refused(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="loopback only"):
        sample_guard.refuse_open_command(["manage.py", "runserver", "--noreload", address])


def sample_environment(tmp_path: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "ENV_FILE": "", "SAMPLE_SITE": "1", "DATA_DIR": str(tmp_path)}


def test_manage_py_uses_the_bolt(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "manage.py", "runserver", "0.0.0.0:0"],
        cwd=ROOT,
        env=sample_environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == 1
    assert "loopback only" in result.stderr


# --- Sockets


@pytest.fixture
def listening() -> Iterable[Callable[[str], None]]:
    opened: list[socket.socket] = []

    def listen(host: str) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        server = socket.socket(family)
        server.bind((host, 0))
        server.listen()
        opened.append(server)

    yield listen
    for server in opened:
        server.close()


def test_a_socket_on_loopback_is_fine(listening: Callable[[str], None]) -> None:
    listening("127.0.0.1")
    assert "127.0.0.1" in set(sample_guard.listening_hosts())
    sample_guard.refuse_open_sockets()


def test_a_socket_on_every_address_is_refused_whoever_opened_it(listening: Callable[[str], None]) -> None:
    listening("0.0.0.0")
    with pytest.raises(ImproperlyConfigured, match=r"not on 0\.0\.0\.0"):
        sample_guard.refuse_open_sockets()


def test_a_socket_that_only_talks_is_none_that_listens() -> None:
    with socket.socket(socket.AF_INET) as bound:
        bound.bind(("0.0.0.0", 0))
        assert "0.0.0.0" not in set(sample_guard.listening_hosts())


def test_looking_leaves_the_descriptors_as_they_were(listening: Callable[[str], None]) -> None:
    listening("127.0.0.1")
    before = set(os.listdir("/dev/fd"))
    list(sample_guard.listening_hosts())
    assert set(os.listdir("/dev/fd")) == before


@pytest.mark.parametrize("given", [["--bind", "0.0.0.0:0"], ["--bind", "[::]:0"]])
def test_gunicorn_on_another_address_does_not_come_up(tmp_path: Path, given: list[str]) -> None:
    gunicorn = Path(sys.executable).with_name("gunicorn")
    result = subprocess.run(
        [gunicorn, "site_app.wsgi", "--no-control-socket", *given],
        cwd=ROOT,
        env=sample_environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert result.returncode != 0
    assert "loopback only" in result.stderr


# --- Requests


def ask(**environ: Any) -> tuple[str, bytes]:
    said: list[str] = []

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [b"a page"]

    body = b"".join(sample_guard.local_only(application)(environ, lambda status, headers: said.append(status)))
    return said[0], body


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_a_request_from_here_is_answered(address: str) -> None:
    assert ask(REMOTE_ADDR=address) == ("200 OK", b"a page")


@pytest.mark.parametrize("address", ["192.0.2.1", "10.0.0.5", "", "::ffff:192.0.2.1"])
def test_a_request_from_elsewhere_is_not(address: str) -> None:
    status, body = ask(REMOTE_ADDR=address)
    assert status.startswith("403")
    assert b"a page" not in body


def test_a_request_without_an_address_is_not() -> None:
    assert ask()[0].startswith("403")


@pytest.mark.parametrize("header", sample_guard.FORWARDED)
def test_a_request_that_came_through_a_proxy_or_tunnel_is_not(header: str) -> None:
    assert ask(REMOTE_ADDR="127.0.0.1", **{header: "192.0.2.1"})[0].startswith("403")
