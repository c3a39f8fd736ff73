# Imprimatur's commands. `make` alone lists them. Needed beforehand: make, and Python 3.11 or newer.

PORT ?= 8000
ARGS ?=
VENV := .venv
PY := $(VENV)/bin/python
# The sample site keeps its data apart from a real site's, and looks at no .env file.
SAMPLE := var/sample
SAMPLE_ENV := env -u DATABASE_URL -u ALLOWED_HOSTS -u SECRET_KEY -u BASE_URL ENV_FILE= DEBUG=0 SAMPLE_SITE=1 DATA_DIR=$(SAMPLE) PORT=$(PORT) LOG_LEVEL=WARNING
# The first Python here that is new enough. Another one: make run PYTHON=/path/to/python3
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SOURCES = $(shell find cms site_app static templates -type f -not -name '*.pyc' 2>/dev/null)
# Keeping compiled files halves the time that every start takes.
unexport PYTHONDONTWRITEBYTECODE
say = @printf '\033[1m==> %s\033[0m\n'

.DEFAULT_GOAL := help
.PHONY: help run test lint format types contract ci pins reset clean port-is-free anew

help: ## List what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: port-is-free $(VENV)/.installed $(SAMPLE)/.prepared ## Serve the sample site on http://127.0.0.1:8000 (PORT=… changes it); keeps its data
	$(say) "The sample site's texts and accounts"
	@$(SAMPLE_ENV) $(PY) manage.py sample_site
	$(say) "Serving. Look at (Ctrl-C ends it):"
	@echo "      readers   http://127.0.0.1:$(PORT)/about-breast-cancer/types-of-breast-cancer/metastatic/where-breast-cancer-spreads/"
	@echo "      editors   http://127.0.0.1:$(PORT)/admin/"
	@exec $(SAMPLE_ENV) $(VENV)/bin/gunicorn site_app.wsgi --bind 127.0.0.1:$(PORT) --workers 1 --threads 8 --no-control-socket --log-level warning

test: $(VENV)/.installed-dev ## Run all tests (ARGS='-k word' picks some; TEST_DATABASE_URL=postgres://… uses PostgreSQL)
	$(say) "Testing on $(if $(TEST_DATABASE_URL)$(DATABASE_URL),the given database,SQLite)"
	@$(PY) -m pytest -n auto $(ARGS)

lint: $(VENV)/.installed-dev ## Check style and likely mistakes in code and templates
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@if [ -d templates ]; then $(VENV)/bin/djlint templates --lint --quiet; fi

format: $(VENV)/.installed-dev ## Put the code into the house's format
	@$(VENV)/bin/ruff check --fix-only --quiet .
	@$(VENV)/bin/ruff format .

types: $(VENV)/.installed-dev ## Check the types
	@$(VENV)/bin/mypy

contract: $(VENV)/.installed-dev ## Check which part may import which
	@$(VENV)/bin/lint-imports

ci: ## Run everything that has to pass before a change lands (as root on Debian)
	@bash .ci/run

pins: $(VENV)/.installed-dev ## Work out requirements*.txt again from requirements*.in (UPGRADE=1: newest versions)
	@for name in requirements requirements-dev; do \
		echo "==> $$name.txt"; \
		$(VENV)/bin/uv pip compile --quiet --generate-hashes --python-version 3.11 --universal \
			$(if $(UPGRADE),--upgrade) --custom-compile-command "make pins" $$name.in -o $$name.txt || exit 1; \
	done

reset: ## Throw away the sample site's data; the next `make run` starts it anew
	rm -rf $(SAMPLE)

clean: ## Throw away the environment and all caches; data stays
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov test-results
	find cms site_app tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- The steps behind the commands: each is done again only when what it is made from has changed.

anew:

port-is-free:
	@if [ -z "$(PYTHON)" ]; then echo "Imprimatur needs Python 3.11 or newer: install python3, or say make run PYTHON=/path/to/python3" >&2; exit 1; fi
	@$(PYTHON) -c "import socket, sys; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(('127.0.0.1', int(sys.argv[1])))" $(PORT) 2>/dev/null \
		|| { echo "Port $(PORT) is taken (or is no port). Choose another: make run PORT=8001" >&2; exit 1; }

$(VENV)/pyvenv.cfg:
	$(say) "Making an environment in $(VENV)"
	@if [ -z "$(PYTHON)" ]; then echo "Imprimatur needs Python 3.11 or newer: install python3, or say make run PYTHON=/path/to/python3" >&2; exit 1; fi
	@if command -v uv >/dev/null && uv venv --quiet --allow-existing --python $(PYTHON) $(VENV); then :; \
	elif ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "This Python cannot make environments: on Debian and Ubuntu, apt-get install python3-venv. Then run make again." >&2; exit 1; \
	else $(PYTHON) -m venv $(VENV); fi

# install FILE: with uv where there is one, else with one fetched for this environment, else with pip; always by hash.
define install
	@uv=$$(command -v uv || true); \
	if [ -z "$$uv" ]; then \
		awk '/^[a-z]/ {keep = /^uv==/} keep' requirements-dev.txt > $(VENV)/uv.txt; \
		if $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(VENV)/uv.txt; then uv=$(VENV)/bin/uv; fi; \
	fi; \
	if [ -n "$$uv" ]; then "$$uv" pip install --python $(PY) --require-hashes -r $(1); \
	else $(PY) -m pip install --disable-pip-version-check --require-hashes -r $(1); fi
	@touch $@
endef

$(VENV)/.installed: requirements.txt $(VENV)/pyvenv.cfg
	$(say) "Installing what the site needs (pinned, checked by hash)"
	$(call install,requirements.txt)

$(VENV)/.installed-dev: requirements-dev.txt requirements.txt $(VENV)/pyvenv.cfg
	$(say) "Installing what development needs (pinned, checked by hash)"
	$(call install,requirements-dev.txt)

$(SAMPLE)/.prepared: $(VENV)/.installed $(SOURCES) $(if $(wildcard $(SAMPLE)/db.sqlite3),,anew)
	$(say) "Preparing the database in $(SAMPLE) (the first time takes about ten seconds)"
	@mkdir -p $(SAMPLE)
	@{ $(SAMPLE_ENV) $(PY) manage.py migrate --no-color 2>&1 || echo "migrate FAILED"; } | awk '\
		/Applying/ {n++; if (n % 25 == 0) {print "    " n " migrations"; fflush()} next} \
		/^Operations|^Running|Apply all/ {next} {print "    " $$0; fflush()} /^migrate FAILED$$/ {failed = 1} END {exit failed}'
	$(say) "Collecting style sheets and scripts"
	@$(SAMPLE_ENV) $(PY) manage.py collectstatic --noinput --verbosity 0
	@touch $@
