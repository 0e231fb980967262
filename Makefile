# All set-up lives in .venv; a stamp there is older than pyproject.toml when it has to be done again.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?=
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:  ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 14

site: $(VENV)/.runtime  ## turn content/ into site/
	@$(BIN)/dateline build $(ARGS)

serve: $(VENV)/.runtime  ## show the site on this machine, following every change
	@$(BIN)/dateline serve $(ARGS)

test: setup  ## check everything: style, types, tests, the pages in a real browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --dist worksteal $(ARGS)

coverage: setup  ## the tests again, and which lines none of them runs; takes more than twice as long
	$(BIN)/pytest --numprocesses auto --dist worksteal --cov --cov-report=term:skip-covered $(ARGS)

setup: $(VENV)/.test $(VENV)/.node browser  ## what the tests need, without running them

clean:  ## remove all set-up and caches; content/ and site/ stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .dateline tests/browser/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@PYTHON="$(PYTHON)" sh tests/tools/make_venv.sh $(VENV)
	@touch $@

$(VENV)/.runtime: pyproject.toml $(VENV)/.made
	@echo "Setting up $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.runtime
	@echo "Setting up what the tests need ..."
	@$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

$(VENV)/.node: tests/browser/package-lock.json $(VENV)/.test
	@$(BIN)/npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@

browser:
	@sh tests/tools/install_chromium.sh

.PHONY: help site serve test coverage setup clean browser
