# The one door: `make run` shows what nisba does, `make test` and `make check` what it keeps to.

PYTHON ?= python3
DATA ?= ../shared/data
VENV := .venv
PANDAS2 := $(VENV)/pandas2
ROWS ?= 10000,100000,1000000
IDENTITIES ?= 10000,100000
BIN := $(VENV)/bin
STAMP := $(VENV)/installed

.DEFAULT_GOAL := help
.PHONY: help run test check docs bench quality scale elements train

help: ## Show these lines
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

# Installed once, and again when what is to be installed has changed.
$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "nisba needs Python 3.11 or later; name one: make PYTHON=python3.12" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

run: $(STAMP) ## Resolve the names of five news texts, and show who they are
	@mkdir -p out
	$(BIN)/nisba resolve seeds/mentions.csv --column name -o out/mentions.csv --overwrite
	@$(BIN)/python seeds/report.py out/mentions.csv

test: $(STAMP) ## Run the tests
	$(BIN)/python -m pytest

check: $(STAMP) ## Check format, lint, types and the gazetteer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/nisba gazetteer check

docs: $(STAMP) ## Make the page of names through all standards from the data
	$(BIN)/python -m nisba.translit.schemes_page docs/schemes.md

bench: $(STAMP) ## Measure speed and memory, beside rapidfuzz in the same run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	$(BIN)/python -m benchmarks.speed

quality: $(STAMP) ## Measure the answers, beside peers in the same run (DATA=folder of name tables)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	$(BIN)/python -m benchmarks.quality --data $(DATA)

elements: $(STAMP) ## Count how common each name element is, and compare its vowels (DATA=folder of name tables)
	$(BIN)/python -m nisba.editing.frequencies --data $(DATA)
	$(BIN)/python -m nisba.editing.catalogue --words $(DATA)/lc_words.tsv

# Two of the peers want an older pandas than nisba: they get an environment of their own.
scale: $(STAMP) ## Measure large lists, beside peers (DATA=folder of name tables; hours)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[scale]'
	@test -x $(PANDAS2)/bin/python || $(PYTHON) -m venv $(PANDAS2)
	$(PANDAS2)/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/scale/pandas2.txt
	$(BIN)/python -m benchmarks.scale --data $(DATA) --rows $(ROWS) --identities $(IDENTITIES) \
		--python string-grouper=$(PANDAS2)/bin/python --python recordlinkage=$(PANDAS2)/bin/python \
		--page docs/benchmarks.md --curve docs/scale.svg

train: $(STAMP) ## Learn tables and weights again (DATA=folder of the training files)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	$(BIN)/python -m nisba.sounds.training --data $(DATA)
	$(BIN)/python -m nisba.translit.training --data $(DATA)
	$(BIN)/python -m nisba.translit.prose_training --data $(DATA)
	$(BIN)/python -m nisba.match.fitting_homes --data $(DATA)
	$(BIN)/python -m nisba.resolve.fitting --data $(DATA)
	$(BIN)/python -m nisba.match.calibrating --data $(DATA)
	$(BIN)/python -m nisba.match.fitting_facts --data $(DATA)
