"""The operator's decisions: what is refused, what is said then, and what a kind of site switches on."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from site_app import environment

ROOT = Path(__file__).resolve().parents[2]
GOOD_KEY = "k3y-" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2
REAL_SITE = {"SECRET_KEY": GOOD_KEY, "ALLOWED_HOSTS": "www.example.org"}
NAMES = [
    *("DEBUG", "SAMPLE_SITE", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "BASE_URL", "TIME_ZONE", "EMAIL_URL"),
    *(
        "MAIL_FROM",
        "BEHIND_PROXY",
        "HSTS_SUBDOMAINS",
        "LOG_LEVEL",
        "DATA_DIR",
        "ENV_FILE",
        "PORT",
        "DJANGO_SETTINGS_MODULE",
    ),
]


@pytest.fixture
def operator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Read the settings of an operator who set exactly the given names, in an empty project folder."""

    def read(**values: str) -> environment.Environment:
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        return environment.read(tmp_path)

    return read


def problems(operator: Any, **values: str) -> list[str]:
    with pytest.raises(ImproperlyConfigured) as refusal:
        operator(**values)
    return str(refusal.value).splitlines()


def run(code: str, **values: str) -> subprocess.CompletedProcess[str]:
    """A new Python in the project's folder with nothing of this environment but the path."""
    clean = {"PATH": os.environ["PATH"], "ENV_FILE": "", "PYTHONWARNINGS": "ignore", **values}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=clean, capture_output=True, text=True, check=False
    )


def settings_of(tmp_path: Path, *names: str, **values: str) -> dict[str, Any]:
    code = (
        f"import json, site_app.settings as s; print(json.dumps({{n: getattr(s, n) for n in {names!r}}}, default=str))"
    )
    result = run(code, DATA_DIR=str(tmp_path), **values)
    assert result.returncode == 0, result.stderr
    return dict(json.loads(result.stdout))


# --- Refusals


def test_a_real_site_without_its_two_settings_is_told_both_at_once(operator: Any) -> None:
    told = problems(operator)
    assert len(told) == 2
    assert any("SECRET_KEY is missing" in line and "secrets.token_urlsafe" in line for line in told)
    assert any("ALLOWED_HOSTS is missing" in line and "host names" in line for line in told)


def test_every_problem_is_told_in_one_go_one_a_line(operator: Any) -> None:
    told = problems(
        operator,
        DEBUG="perhaps",
        SECRET_KEY="short",
        ALLOWED_HOSTS="*",
        DATABASE_URL="mysql://somewhere/else",
        TIME_ZONE="Moon/Tycho",
        EMAIL_URL="pigeon://roof",
        LOG_LEVEL="chatty",
    )
    named = ["DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "TIME_ZONE", "EMAIL_URL", "LOG_LEVEL"]
    assert len(told) == len(named)
    for name in named:
        assert sum(f"- {name} " in line for line in told) == 1, name


@pytest.mark.parametrize("key", ["x" * 80, "short-but-random-4f9a", "django-insecure-" + GOOD_KEY])
def test_a_key_that_can_be_guessed_is_refused_and_not_repeated(operator: Any, key: str) -> None:
    (told,) = problems(operator, SECRET_KEY=key, ALLOWED_HOSTS="www.example.org")
    assert "can be guessed" in told
    assert key not in told


@pytest.mark.parametrize("url", ["mysql://h/n", "nonsense", "oracle://u:secret-word@h/n"])
def test_an_unsupported_database_is_refused_without_repeating_its_password(operator: Any, url: str) -> None:
    (told,) = problems(operator, **REAL_SITE, DATABASE_URL=url)
    assert "DATABASE_URL" in told
    assert "secret-word" not in told


def test_manage_py_tells_it_without_a_traceback() -> None:
    clean = {"PATH": os.environ["PATH"], "ENV_FILE": ""}
    result = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=clean, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "SECRET_KEY is missing" in result.stderr
    assert "ALLOWED_HOSTS is missing" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_web_server_refuses_too() -> None:
    result = run("import site_app.wsgi")
    assert result.returncode != 0
    assert "SECRET_KEY is missing" in result.stderr


# --- Where values come from


def test_the_file_is_read_and_the_environment_wins(operator: Any, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"SECRET_KEY={GOOD_KEY}\nALLOWED_HOSTS=file.example.org\nTIME_ZONE=Europe/London\n")
    read = operator(ALLOWED_HOSTS="environment.example.org")
    assert read.allowed_hosts == ["environment.example.org"]
    assert read.time_zone == "Europe/London"
    assert read.secret_key == GOOD_KEY


def test_an_empty_setting_counts_as_not_set(operator: Any) -> None:
    read = operator(**REAL_SITE, TIME_ZONE="", LOG_LEVEL=" ", DATABASE_URL="", EMAIL_URL="", BASE_URL="", DEBUG="")
    assert (read.time_zone, read.log_level, read.debug) == ("UTC", "INFO", False)
    assert read.database["ENGINE"].endswith("sqlite3")
    assert read.base_url == "https://www.example.org"


@pytest.mark.parametrize(("said", "meant"), [("1", True), ("yes", True), ("TRUE", True), ("0", False), ("off", False)])
def test_yes_and_no_have_several_words(operator: Any, said: str, meant: bool) -> None:
    assert operator(**REAL_SITE, BEHIND_PROXY=said).behind_proxy is meant


def test_hosts_may_have_blanks_between_them(operator: Any) -> None:
    read = operator(SECRET_KEY=GOOD_KEY, ALLOWED_HOSTS=" one.example.org , .two.example.org,")
    assert read.allowed_hosts == ["one.example.org", ".two.example.org"]
    assert read.mail_from == "imprimatur@one.example.org"


# --- Databases


def test_sqlite_lets_writers_queue_and_waits_for_them(operator: Any, tmp_path: Path) -> None:
    database = operator(**REAL_SITE).database
    assert database["NAME"] == str(tmp_path / "var" / "db.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 20
    assert "WAL" in database["OPTIONS"]["init_command"]


def test_a_relative_sqlite_path_is_relative_to_the_project(operator: Any, tmp_path: Path) -> None:
    assert operator(**REAL_SITE, DATABASE_URL="sqlite:///here/x.db").database["NAME"] == str(tmp_path / "here" / "x.db")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_is_chosen_by_its_url(operator: Any, scheme: str) -> None:
    database = operator(**REAL_SITE, DATABASE_URL=f"{scheme}://u:p%40ss@db:5433/name").database
    assert database["ENGINE"] == "django.db.backends.postgresql"
    chosen = (database["USER"], database["PASSWORD"], database["HOST"], database["PORT"], database["NAME"])
    assert chosen == ("u", "p@ss", "db", 5433, "name")
    assert database["CONN_HEALTH_CHECKS"] is True


# --- The sample site


def test_the_sample_site_needs_nothing_and_answers_to_loopback_only(operator: Any) -> None:
    read = operator(SAMPLE_SITE="1")
    assert (read.debug, read.sample_site, read.guarded) == (False, True, False)
    assert read.allowed_hosts == ["localhost", "127.0.0.1", "[::1]"]


def test_the_sample_site_refuses_any_other_name(operator: Any) -> None:
    (told,) = problems(operator, SAMPLE_SITE="1", ALLOWED_HOSTS="localhost,www.example.org")
    assert "www.example.org" in told
    assert "SAMPLE_SITE" in told


def test_the_sample_site_is_not_for_debugging(operator: Any) -> None:
    (told,) = problems(operator, SAMPLE_SITE="1", DEBUG="1")
    assert "DEBUG and SAMPLE_SITE" in told


def test_the_sample_sites_key_is_its_own_is_kept_and_only_its_owner_reads_it(operator: Any, tmp_path: Path) -> None:
    first = operator(SAMPLE_SITE="1").secret_key
    kept = tmp_path / "var" / "secret_key"
    assert len(first) >= environment.SHORTEST_SECRET
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert operator(SAMPLE_SITE="1").secret_key == first
    assert operator(SAMPLE_SITE="1", DATA_DIR="elsewhere").secret_key != first


def test_a_key_file_that_was_cut_short_is_made_anew(operator: Any, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "secret_key").write_text("cut")
    assert len(operator(SAMPLE_SITE="1").secret_key) >= environment.SHORTEST_SECRET


def test_debugging_needs_no_settings_and_stays_local(operator: Any) -> None:
    read = operator(DEBUG="1")
    assert read.debug
    assert not read.guarded
    assert read.allowed_hosts == ["localhost", "127.0.0.1", "[::1]"]
    assert read.base_url == "http://127.0.0.1:8000"


# --- What each kind of site switches on

SAFETY = ("DEBUG", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS")


def test_a_real_site_is_https_only(tmp_path: Path) -> None:
    read = settings_of(tmp_path, *SAFETY, "SECURE_PROXY_SSL_HEADER", "SECURE_HSTS_PRELOAD", "STORAGES", **REAL_SITE)
    assert read["DEBUG"] is False
    assert all(read[name] for name in SAFETY[1:])
    assert read["SECURE_PROXY_SSL_HEADER"] is None, "a visitor could claim HTTPS"
    assert read["SECURE_HSTS_PRELOAD"] is False, "the owner of the domain decides that"
    assert "CompressedManifest" in read["STORAGES"]["staticfiles"]["BACKEND"]


def test_a_proxy_is_believed_only_when_the_operator_says_so(tmp_path: Path) -> None:
    read = settings_of(tmp_path, "SECURE_PROXY_SSL_HEADER", **REAL_SITE, BEHIND_PROXY="1")
    assert read["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_the_sample_site_speaks_plain_http_but_shows_no_debug_pages(tmp_path: Path) -> None:
    read = settings_of(tmp_path, *SAFETY, "STORAGES", SAMPLE_SITE="1")
    assert not any(read[name] for name in SAFETY)
    assert "CompressedManifest" in read["STORAGES"]["staticfiles"]["BACKEND"]


def test_the_review_cannot_be_gone_around_by_settings(tmp_path: Path) -> None:
    read = settings_of(
        tmp_path,
        *(
            "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT",
            "WAGTAIL_FINISH_WORKFLOW_ACTION",
            "INSTALLED_APPS",
            "MIDDLEWARE",
        ),
        **REAL_SITE,
    )
    assert read["WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT"] is True
    assert read["WAGTAIL_FINISH_WORKFLOW_ACTION"].startswith("cms.review."), "not Wagtail's own, which publishes"
    apps = read["INSTALLED_APPS"]
    assert all(apps.index("cms.review") < apps.index(app) for app in apps if app.startswith("wagtail"))
    assert not [name for name in apps if name.startswith("wagtail.api")], "Wagtail's APIs publish past the review"
    assert "django.contrib.admin" not in apps
    assert not [name for name in read["MIDDLEWARE"] if "redirect" in name]


def test_every_setting_is_explained_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    unexplained = [name for name in NAMES if f"{name}=" not in example]
    assert unexplained == ["ENV_FILE", "PORT", "DJANGO_SETTINGS_MODULE"], (
        "these three are the Makefile's and the tests'"
    )
