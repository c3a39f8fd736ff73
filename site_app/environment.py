"""What the operator decides, read from the environment once and checked as a whole.

Every setting is described in .env.example. A mistake is never papered over: all problems are collected and
told at once, each in a line that says what to do.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
SHORTEST_SECRET = 50
SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"


@dataclass(frozen=True)
class Environment:
    """The operator's decisions, checked: what settings.py may rely on."""

    debug: bool
    sample_site: bool
    secret_key: str
    allowed_hosts: list[str]
    database: dict[str, Any]
    base_url: str
    time_zone: str
    email: dict[str, Any]
    mail_from: str
    behind_proxy: bool
    hsts_subdomains: bool
    log_level: str
    data_dir: Path

    @property
    def guarded(self) -> bool:
        """Whether this is a real site, reached over HTTPS: neither a developer's nor the sample."""
        return not self.debug and not self.sample_site


def read(base_dir: Path) -> Environment:
    """Read the environment, and `.env` under it, for the project at `base_dir`.

    The process environment wins over the file. Raises ImproperlyConfigured with one problem a line.
    """
    env_file = base_dir / os.environ.get("ENV_FILE", ".env")
    if env_file.is_file():
        environ.Env.read_env(env_file)
    reader = _Reader()
    debug, sample_site = reader.flag("DEBUG"), reader.flag("SAMPLE_SITE")
    if debug and sample_site:
        reader.problems.append("DEBUG and SAMPLE_SITE exclude each other: set one of them to 0.")
    data_dir = base_dir / reader.text("DATA_DIR", "var")
    allowed_hosts = _allowed_hosts(reader, debug=debug, sample_site=sample_site)
    read_environment = Environment(
        debug=debug,
        sample_site=sample_site,
        secret_key=_secret_key(reader, data_dir, own_key=debug or sample_site),
        allowed_hosts=allowed_hosts,
        database=_database(reader, base_dir, data_dir),
        base_url=_base_url(reader, allowed_hosts, local=debug or sample_site),
        time_zone=_time_zone(reader),
        email=_email(reader),
        mail_from=reader.text("MAIL_FROM", f"imprimatur@{_first_name(allowed_hosts)}"),
        behind_proxy=reader.flag("BEHIND_PROXY"),
        hsts_subdomains=reader.flag("HSTS_SUBDOMAINS"),
        log_level=_log_level(reader),
        data_dir=data_dir,
    )
    if reader.problems:
        raise ImproperlyConfigured("\n".join(f"  - {problem}" for problem in reader.problems))
    return read_environment


class _Reader:
    """Reads single settings and remembers every problem instead of stopping at the first."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def text(self, name: str, default: str = "") -> str:
        """A setting's text without blanks around it; an empty one counts as not set."""
        return os.environ.get(name, "").strip() or default

    def flag(self, name: str) -> bool:
        """A yes-or-no setting, off unless said; anything but a clear yes or no is a problem."""
        text = self.text(name).lower()
        if text in ("1", "true", "yes", "on"):
            return True
        if text not in ("", "0", "false", "no", "off"):
            self.problems.append(f"{name} is neither yes nor no: set it to 1 or 0.")
        return False


def _secret_key(reader: _Reader, data_dir: Path, *, own_key: bool) -> str:
    given = reader.text("SECRET_KEY")
    if own_key and not given:
        return _kept_secret(data_dir / "secret_key")
    how = "python3 -c 'import secrets; print(secrets.token_urlsafe(64))' makes one"
    if not given:
        reader.problems.append(f"SECRET_KEY is missing: set it to a long random text ({how}) and keep it secret.")
    elif len(given) < SHORTEST_SECRET or len(set(given)) < 5 or given.startswith("django-insecure-"):
        reader.problems.append(f"SECRET_KEY can be guessed: use at least {SHORTEST_SECRET} random characters ({how}).")
    return given


def _kept_secret(path: Path) -> str:
    """A key of this copy's own, made at the first start and readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        kept = path.read_text(encoding="ascii").strip()
        if len(kept) >= SHORTEST_SECRET:
            return kept
        path.unlink()
        return _kept_secret(path)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        made = secrets.token_urlsafe(64)
        file.write(made)
    return made


def _allowed_hosts(reader: _Reader, *, debug: bool, sample_site: bool) -> list[str]:
    hosts = [host.strip() for host in reader.text("ALLOWED_HOSTS").split(",") if host.strip()]
    if sample_site:
        strangers = [host for host in hosts if host not in LOOPBACK_HOSTS]
        if strangers:
            reader.problems.append(
                f"SAMPLE_SITE has accounts that everybody knows, so it answers to no name but "
                f"{', '.join(LOOPBACK_HOSTS)}: take {', '.join(strangers)} out of ALLOWED_HOSTS, or unset SAMPLE_SITE."
            )
        return list(LOOPBACK_HOSTS)
    if debug:
        return hosts or list(LOOPBACK_HOSTS)
    if not hosts:
        reader.problems.append("ALLOWED_HOSTS is missing: set it to the site's host names, separated by commas.")
    if "*" in hosts:
        reader.problems.append("ALLOWED_HOSTS may not be *: name the hosts, or anybody can forge links in our e-mails.")
    return hosts


def _database(reader: _Reader, base_dir: Path, data_dir: Path) -> dict[str, Any]:
    url = reader.text("DATABASE_URL")
    scheme = url.partition("://")[0]
    if not url:
        return _sqlite({"ENGINE": SQLITE, "NAME": str(data_dir / "db.sqlite3")}, base_dir)
    if scheme == "sqlite":
        return _sqlite(environ.Env.db_url_config(url), base_dir)
    if scheme in ("postgres", "postgresql"):
        # Each thread of the web server keeps its connection for a minute, and looks whether it still works.
        return {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, **environ.Env.db_url_config(url, engine=POSTGRESQL)}
    reader.problems.append(
        "DATABASE_URL names no database that Imprimatur supports: "
        "use sqlite:///path/to/file or postgres://USER:PASSWORD@HOST:5432/NAME."
    )
    return {}


def _sqlite(database: dict[str, Any], base_dir: Path) -> dict[str, Any]:
    """SQLite as a server needs it: writers queue from their first statement, readers never wait for them."""
    if database["NAME"] != ":memory:":
        path = base_dir / database["NAME"]
        path.parent.mkdir(parents=True, exist_ok=True)
        database["NAME"] = str(path)
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": "PRAGMA journal_mode=WAL"}
    return {**database, "OPTIONS": {**options, **database.get("OPTIONS", {})}}


def _base_url(reader: _Reader, allowed_hosts: list[str], *, local: bool) -> str:
    default = f"http://127.0.0.1:{reader.text('PORT', '8000')}" if local else f"https://{_first_name(allowed_hosts)}"
    return reader.text("BASE_URL", default).rstrip("/")


def _first_name(allowed_hosts: list[str]) -> str:
    return allowed_hosts[0].removeprefix(".") if allowed_hosts else "localhost"


def _time_zone(reader: _Reader) -> str:
    name = reader.text("TIME_ZONE", "UTC")
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        reader.problems.append(f"TIME_ZONE {name!r} is unknown: use a name such as UTC or Europe/London.")
    return name


def _email(reader: _Reader) -> dict[str, Any]:
    try:
        return dict(environ.Env.email_url_config(reader.text("EMAIL_URL", "consolemail://")))
    except (environ.ImproperlyConfigured, KeyError, ValueError):
        reader.problems.append("EMAIL_URL cannot be read: use smtp+tls://USER:PASSWORD@HOST:587 or consolemail://.")
        return {}


def _log_level(reader: _Reader) -> str:
    level = reader.text("LOG_LEVEL", "INFO").upper()
    if level not in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"):
        reader.problems.append("LOG_LEVEL is unknown: use DEBUG, INFO, WARNING, ERROR or CRITICAL.")
    return level
