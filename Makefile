# What there is to run; `make help` lists it. PYTHON names the interpreter that makes .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet -c constraints.txt
VERBATIM := ../shared/checks/verbatim.py
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test e2e check eval bench clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/installed-run ## read the corpus and open the assistant (WIEWATWANNEER_DATA says where it keeps its data)
	$(BIN)/wiewatwanneer ingest
	$(BIN)/wiewatwanneer serve

test: $(VENV)/installed-test ## every test but those with a browser
	$(BIN)/python -m pytest

e2e: $(VENV)/installed-e2e ## the tests with a browser; installs Debian's chromium where there is none
	@command -v chromium >/dev/null || { $(AS_ROOT) apt-get update && \
	  $(AS_ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium fonts-dejavu-core; }
	$(BIN)/python -m pytest -m e2e

check: $(VENV)/installed-dev ## style and types, and that no source text is repeated
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict
	@if [ -e $(VERBATIM) ]; then $(BIN)/python $(VERBATIM) .; fi

eval: $(VENV)/installed-eval ## measure answers and their citations, and write build/evaluation/report.html
	$(BIN)/python -m evals run --output build/evaluation

bench: $(VENV)/installed-test ## measure speed
	$(BIN)/python -m evals.benchmarks.speed

clean: ## remove .venv, caches and build leftovers; data stays
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "WieWatWanneer needs Python 3.11 or newer: make PYTHON=python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)

# Each stamp adds one extra to the stamp before it: a target installs only what it needs, and two pips never meet.
$(VENV)/installed-run: $(BIN)/python pyproject.toml constraints.txt
	$(INSTALL) --editable .
	@touch $@

$(VENV)/installed-eval: $(VENV)/installed-run
	$(INSTALL) --editable '.[eval]'
	@touch $@

$(VENV)/installed-test: $(VENV)/installed-eval # the evaluation has tests too
	$(INSTALL) --editable '.[eval,test]'
	@touch $@

$(VENV)/installed-e2e: $(VENV)/installed-test
	$(INSTALL) --editable '.[eval,test,e2e]'
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed-e2e # mypy reads the tests too, and what they import
	$(INSTALL) --editable '.[eval,test,e2e,dev]'
	@touch $@
