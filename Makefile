# The habits of this repository. `make help` lists them.
VENV := .venv
BIN := $(VENV)/bin
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
# The first Python that is new enough; `make PYTHON=/path/to/python3.13 …` to choose another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c '$(NEW_ENOUGH)' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: help demo test lint bench docs weights clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' Makefile | while IFS='|' read -r t d; do printf '%-14s %s\n' "$$t" "$$d"; done

demo: $(VENV)/.installed ## take in the example dispatches and ask about them
	@INCUMBENT=$(BIN)/incumbent sh examples/demo.sh demo.db

test: lint ## everything that must hold before a change is merged
	@$(BIN)/python -m pytest
	@echo "make test: ruff, mypy, import contract and tests all passed"

lint: $(VENV)/.developer ## ruff, mypy --strict, the import contract
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/.developer ## documents a second, and how soon the command starts
	@$(BIN)/python benchmarks/speed.py

docs: $(VENV)/.developer ## run the commands that the pages show, and write what they print into the pages
	@$(BIN)/python docs/render.py

weights: $(VENV)/.developer ## learn the weights of likely changes and workplaces again (minutes)
	@$(BIN)/python tools/train_choices.py tests/eval/texts/*/learn tests/eval/texts/*/tune $(wildcard ../shared/gold/train)

clean: ## remove what these targets made
	rm -rf $(VENV) demo.db demo.db-wal demo.db-shm dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(or $(PYTHON),false) -c '$(NEW_ENOUGH)' 2>/dev/null || { \
		echo "Incumbent needs Python 3.11 or newer: install one, or name it with make PYTHON=/path/to/python3.13" >&2; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { \
		echo "No virtual environment could be made: install the venv module (on Debian and Ubuntu: apt install python3-venv)" >&2; \
		rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.developer: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed
