# Every target makes its own .venv first; a second run finds it made.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORY ?=

.PHONY: play test quick mutants check bench torture schema lattice index outline picture lock clean

play: $(VENV)/play
	@$(BIN)/wayout $(STORY)

test: $(VENV)/dev
	@$(BIN)/python -m pytest -n auto --dist worksteal

# What needs no browser, terminal, server, mount, npm or process of its own, which each test tells by what it uses.
quick: $(VENV)/dev
	@$(BIN)/python -m pytest -q --quick -n auto --dist worksteal

# Which small changes of model, play and store does no quick test notice? Hours for all; ONLY='wayout.play.step.*' minutes.
mutants: $(VENV)/dev
	@PYTHON="$(PYTHON)" .ci/mutants $(if $(ONLY),'$(ONLY)')

check: $(VENV)/dev
	$(BIN)/ruff format --check game tests .ci
	$(BIN)/ruff check game tests .ci
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/wayout check
	$(BIN)/wayout explore

bench: $(VENV)/dev
	@$(BIN)/python -m tests.bench

torture: $(VENV)/dev
	@$(BIN)/python -m tests.torture

schema: $(VENV)/dev
	@$(BIN)/python -m wayout.authoring.schema

lattice: $(VENV)/dev
	@$(BIN)/python -m tests.authoring.question_matrix

# The last chapter of CONTRIBUTING.md, from the first lines of all files.
index: $(VENV)/dev
	@$(BIN)/python -m tests.house.file_index

# Coasts for maps and countries for checks, from the public-domain data that an npm package carries; another one has the
# codes of countries. Needs npm.
outline: $(VENV)/dev
	@mkdir -p build/atlas build/codes
	@cd build && npm pack --silent world-atlas@2.0.2 i18n-iso-countries@7.14.0 >/dev/null
	@tar -xzf build/world-atlas-2.0.2.tgz -C build/atlas && tar -xzf build/i18n-iso-countries-7.14.0.tgz -C build/codes
	@$(BIN)/python -m tests.render.outline_maker \
	  build/atlas/package/land-50m.json build/atlas/package/countries-50m.json build/codes/package/codes.json

# The pictures of the README: needs Chromium.
picture: $(VENV)/dev
	@TEXTUAL_COLOR_SYSTEM=truecolor $(BIN)/python -m tests.readme_pictures

$(VENV)/play: pyproject.toml .ci/lock/play.txt
	@PYTHON="$(PYTHON)" .ci/setup play

$(VENV)/dev: pyproject.toml .ci/lock/dev.txt
	@PYTHON="$(PYTHON)" .ci/setup dev

# What is installed, with the hash of every package: the newest that pyproject.toml allows today.
lock:
	@PYTHON="$(PYTHON)" .ci/lock/renew

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
