"""Keeps the sample site on the machine that it runs on.

The sample site has accounts whose passwords stand in the README, so it must never be reachable from elsewhere.
Three bolts, each enough by itself: no command may open a server on another address, no server process may
hold a socket that listens elsewhere, and no request from elsewhere is answered.
"""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.core.exceptions import ImproperlyConfigured

type_of_wsgi = Callable[..., Iterable[bytes]]
HIGHEST_DESCRIPTOR = 1024
FORWARDED = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_VIA")


def is_loopback(host: str) -> bool:
    """Whether `host`, a name or an address with or without brackets, is this machine itself."""
    bare = host.strip().removeprefix("[").removesuffix("]")
    if bare.lower() == "localhost":
        return True
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def refuse_open_command(argv: Sequence[str]) -> None:
    """Refuse `manage.py runserver` on anything but loopback. Raises ImproperlyConfigured."""
    if len(argv) < 2 or argv[1] != "runserver":
        return
    addresses = [word for word in argv[2:] if not word.startswith("-")]
    for address in addresses:
        host = address.rpartition(":")[0]
        if host and not is_loopback(host):
            raise _refusal(host)


def refuse_open_sockets() -> None:
    """Refuse to go on in a process that listens on anything but loopback. Raises ImproperlyConfigured."""
    for host in listening_hosts():
        if not is_loopback(host):
            raise _refusal(host)


def listening_hosts() -> Iterator[str]:
    """The addresses of the internet sockets on which this process listens, whichever server opened them."""
    for descriptor in range(HIGHEST_DESCRIPTOR):
        try:
            duplicate = os.dup(descriptor)
        except OSError:
            continue
        try:
            opened = socket.socket(fileno=duplicate)
        except OSError:
            os.close(duplicate)
            continue
        with opened:
            if opened.family in (socket.AF_INET, socket.AF_INET6) and _listens(opened):
                yield opened.getsockname()[0]


def _listens(opened: socket.socket) -> bool:
    try:
        return bool(opened.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
    except OSError:
        return False


def local_only(application: type_of_wsgi) -> type_of_wsgi:
    """Wrap a WSGI application: a request that is not from this machine, or came by a proxy, is refused (403)."""

    def guarded(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        forwarded = any(environ.get(name) for name in FORWARDED)
        if forwarded or not is_loopback(environ.get("REMOTE_ADDR", "")):
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"This is a sample site. It answers only to the machine that it runs on.\n"]
        return application(environ, start_response)

    return guarded


def _refusal(host: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"  - SAMPLE_SITE has accounts that everybody knows, so it listens on loopback only, not on {host}: "
        "use 127.0.0.1, or set up a real site without SAMPLE_SITE."
    )
