# Two commands on a fresh machine with Python 3.11 or newer, pip and make:
#   make demo   sets up and codes the sample reports into a book
#   make test   sets up and passes the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check gate bench docs lock clean

demo: $(VENV)/.installed
	$(BIN)/onrecord code examples --book demo.db
	@echo
	@echo "The book is demo.db. Try: $(BIN)/onrecord list --book demo.db"

test: $(VENV)/.tested
	$(BIN)/pytest

check: $(VENV)/.tested
	$(BIN)/ruff check src tests gate bench conftest.py
	$(BIN)/ruff format --check src tests gate bench conftest.py
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: $(VENV)/.tested
	$(BIN)/python -m gate $(if $(GOLD),--gold $(GOLD))

bench: $(VENV)/.tested
	$(BIN)/python -m bench.cost

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

docs: $(VENV)/.tested
	$(BIN)/python -m tests.docs

lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements.lock --extra build --group dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) demo.db demo.db-wal demo.db-shm
