# The front door. `make run` serves the demo course, `make test` passes the tests; both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DOCUMENTS ?=
COURSE := south-caucasus
WORKERS ?= 2
export DEBUG ?= 1
MANAGE := $(BIN)/python manage.py

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev data run test test-postgres browser lint format types sure bench fidelity damage modules anchors questions api-snapshot clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(VENV)/.run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Glossa needs Python 3.11 or newer; name it with make PYTHON=python3.12 …")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

setup: $(VENV)/.run ## Make the environment the site runs in
setup-dev: $(VENV)/.dev ## Make the environment the tests run in

data: setup ## Create the database and fill it with the demo course and demo people
	@mkdir -p var
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) load_course $(COURSE) $(if $(DOCUMENTS),--documents $(DOCUMENTS))
	$(MANAGE) load_demo --course $(COURSE)

run: data ## Serve the demo course on 127.0.0.1:8000; DOCUMENTS=folder adds the real documents
	$(MANAGE) runserver 127.0.0.1:8000

test: setup-dev ## Lint, import contracts, types, and the tests
	$(MAKE) --no-print-directory lint types
	$(BIN)/pytest -n $(WORKERS)

test-postgres: setup-dev ## The tests on the PostgreSQL that DATABASE_URL names
	DATABASE_URL=$${DATABASE_URL:-postgres://postgres@127.0.0.1:5432/postgres} $(BIN)/pytest -n $(WORKERS)

browser: setup-dev ## The journeys in a real Chromium (CHROMIUM names its path)
	DJANGO_ALLOW_ASYNC_UNSAFE=true $(BIN)/pytest -m browser -n $(WORKERS) tests/browser

lint: setup-dev ## Style, templates, migrations, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check $$(git ls-files 'templates/*.html')
	$(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run --verbosity 0

types: setup-dev ## mypy, strict on the pure packages
	$(BIN)/mypy

format: setup-dev ## Rewrite files in the project's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade $$(git ls-files 'templates/*.html')

sure: ## All that CI runs
	bash .ci/run

bench: setup-dev ## Timings of parsing, generation and pages
	$(BIN)/python tools/bench.py
	$(BIN)/pytest -m bench tests

fidelity: setup-dev ## Scores of the three hand-checked documents (GLOSSA_GOLD, GLOSSA_DOCUMENTS)
	$(BIN)/python tools/fidelity.py

damage: setup-dev ## Scores of documents of our own, broken as scanners break them
	$(BIN)/python tools/damage.py

modules: setup-dev ## What becomes of each document: sections, notes, terms, questions (GLOSSA_DOCUMENTS)
	$(BIN)/python tools/modules.py

anchors: setup-dev ## How well quotations are found again after edits
	$(BIN)/python tools/anchors.py

questions: setup-dev ## Questions generated for each document (GLOSSA_DOCUMENTS)
	$(BIN)/python tools/questions.py

api-snapshot: setup-dev ## Rewrite docs/api/openapi.yaml from the code
	$(MANAGE) spectacular --file docs/api/openapi.yaml --validate --fail-on-warn

clean: ## Remove the database and everything generated; the environment stays
	rm -rf var staticfiles .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
