# The two commands: `make run` and `make test`. Both set up what they need.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STORE  := exports/kg-store
SITE   := exports/site

.PHONY: run sample test test-virtuoso check format clean chromium

run: $(VENV)/.installed
	$(BIN)/kg add docs/samples --store $(STORE)
	$(BIN)/kg export exports/samples.trig --store $(STORE)
	$(BIN)/kg export exports/samples.nq --store $(STORE)
	$(BIN)/kg page -o $(SITE) --store $(STORE)
	$(BIN)/kg disputes --store $(STORE)
	@echo
	@echo "The graph store is $(STORE), RDF is in exports/samples.trig and exports/samples.nq,"
	@echo "the pages start at $(SITE)/index.html"

# The one export that git keeps: rules only, so that no processor's rounding is in it.
sample: $(VENV)/.installed
	rm -rf exports/sample-store
	$(BIN)/kg add docs/samples/valley-courier.txt --extractor rules --store exports/sample-store
	$(BIN)/kg export exports/sample.nq --store exports/sample-store
	rm -rf exports/sample-store

# A file's tests stay together: they share what was read or built once.
test: check chromium
	$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile

# The engines' tests on Debian's Virtuoso: a second implementation of the same standards.
test-virtuoso: $(VENV)/.tested
	@command -v virtuoso-t >/dev/null || { \
	  echo "virtuoso-t is missing: apt-get install --no-install-recommends virtuoso-opensource-7"; exit 1; }
	KG_ENGINES=virtuoso $(BIN)/pytest tests/store/test_engines.py tests/store/test_binding.py \
	  tests/store/test_virtuoso.py tests/queries

check: $(VENV)/.tested
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.tested
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Browser tests drive the system's Chromium; where it may, this installs it.
chromium:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core >/dev/null; \
	  else echo "chromium is not installed: browser tests will be skipped"; fi; }

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.tested: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[test]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) $(STORE) $(SITE) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
