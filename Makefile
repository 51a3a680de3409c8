# Postmaster: one verb for each need. `make` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
BENCH_READY := .venv/.ready-bench
T ?=
# Each command that a test starts would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: setup ## Start Postmaster: a playground in the browser, or Slack if its tokens are set
	@exec $(BIN)/postmaster serve

.PHONY: test
test: setup ## Run every test (T="-k reaction" picks some)
	@$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder $(T)

.PHONY: setup
setup: $(READY) ## Make .venv with everything in it

$(READY): pyproject.toml requirements.txt requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Postmaster needs Python 3.11 or newer; $$($(PYTHON) --version) is what $(PYTHON) runs. Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@echo "[1/4] Making .venv"
	@$(PYTHON) -m venv .venv
	@echo "[2/4] Installing the locked packages (about half a minute, once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@echo "[3/4] Installing Postmaster"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@echo "[4/4] Reading the knowledge, so that the first lookup is quick too"
	@POSTMASTER_DB=:memory: $(BIN)/postmaster lookup --json 550 >/dev/null || :
	@touch $(READY)

.PHONY: lint
lint: setup ## Check style, types and knowledge
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/postmaster entries check

.PHONY: fix
fix: setup ## Mend what the style checker can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: bench
bench: $(BENCH_READY) ## Measure speed, memory and quality beside peers (CASES=FILE for labelled cases of your own)
	@$(BIN)/python -m bench $(if $(CASES),--cases $(CASES))

$(BENCH_READY): $(READY) requirements-bench.txt
	@echo "Installing what only the benchmarks need (about 300 MB, once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $(BENCH_READY)

.PHONY: docs
docs: setup ## Write the reference of the command line and take the screenshots again
	@$(BIN)/python docs/cli_reference.py
	@$(BIN)/python docs/screenshots.py

.PHONY: lock
lock: setup ## Choose the newest allowed versions and lock them
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --output-file requirements.txt
	@$(BIN)/uv pip compile pyproject.toml --group dev --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --constraint requirements.txt --output-file requirements-dev.txt
	@$(BIN)/uv pip compile --group pyproject.toml:bench --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --constraint requirements-dev.txt --output-file requirements-bench.txt

.PHONY: reset-demo
reset-demo: ## Forget the votes and conversations of the playground
	@rm -f postmaster.db postmaster.db-wal postmaster.db-shm
