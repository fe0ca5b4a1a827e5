# Every target does its own set-up. Another Python: make test PYTHON=python3.12
PYTHON ?= python3
ARGS ?=

prepared := $(PYTHON) packaging/prepare.py
prepared_dev := $(PYTHON) packaging/prepare.py --dev

.DEFAULT_GOAL := help
.PHONY: help run test bench faults pictures references lock clean

help:
	@echo "make run         start the program (ARGS=... are passed on)"
	@echo "make test        every check (ARGS=... are passed on to pytest)"
	@echo "make bench       start-up time and memory, beside a bare window"
	@echo "make faults      cut the store off at every write and look what is lost"
	@echo "make pictures    every screen and every page of paper as PNG"
	@echo "make references  renew the pictures that the tests compare with"
	@echo "make lock        renew the pinned requirements"
	@echo "make clean       remove what the other targets made"

run:
	@$(prepared) main.py $(ARGS)

test:
	@$(prepared_dev) packaging/check.py $(ARGS)

bench:
	@$(prepared_dev) -m tests.bench $(ARGS)

faults:
	@$(prepared_dev) -m tests.faults $(ARGS)

pictures:
	@$(prepared_dev) -m tests.pictures $(ARGS)

references:
	@$(prepared_dev) -m tests.pictures --renew $(ARGS)

lock:
	@$(PYTHON) packaging/lock.py

clean:
	rm -rf .venv build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
