# Everything here needs python3 with venv, make, and a package index; nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SEED := seeds/harbour-talks

.PHONY: demo test check bench man clean

demo: $(VENV)/.installed ## check a seed article and write its HTML report
	@$(BIN)/provcheck $(SEED)/article.txt --sources $(SEED)/sources --offline --fail-on never

test: $(VENV)/.dev ## run all tests
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: $(VENV)/.dev ## formatting, lint, types, layers, then all tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

bench: $(VENV)/.bench ## measure matching and extraction beside their peers, in one run; PROVCHECK_BENCH=quick for less
	$(BIN)/python -m pytest tests/benchmarks --override-ini="python_files=bench_*.py" -s

man: $(VENV)/.installed ## write docs/provcheck.1 and the table in docs/configuration.md anew
	$(BIN)/python -m provcheck.cli.manual docs

clean:
	rm -rf $(VENV) dist build demo .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[all]'
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev,browser]'
	touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[bench]'
	touch $@
