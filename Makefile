# `make` prints what can be asked for. Variables: PORT, ARGS, PYTHON.
PYTHON ?= python3
PORT ?= 8000
ARGS ?=
VENV := .venv/bin/python
INSTALL := @$(PYTHON) tools/install.py
# A run of everything uses all cores; one of a few tests would only make the tables twice.
EVERYTHING := --numprocesses=auto --maxprocesses=4 --dist=loadfile --no-loadscope-reorder
UV_VERSION := 0.13.9

.DEFAULT_GOAL := help
.PHONY: help run dev test test-fast fuzz lint format migrate seed lock bench audit pictures handbook clean site-env dev-env chromium

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: site-env ## the whole site with its demo content, as in production, on 127.0.0.1:PORT
	@exec $(VENV) -m tools.run --port $(PORT)

dev: dev-env ## the same with DEBUG, reloading what changes
	@exec $(VENV) -m tools.run --port $(PORT) --dev

test: dev-env chromium ## every test; ARGS="tests/blog/test_x.py::test_y" for some
	@exec $(VENV) -m pytest $(or $(ARGS),$(EVERYTHING))

test-fast: dev-env ## every test but those in a browser
	@exec $(VENV) -m pytest -m "not browser" $(or $(ARGS),$(EVERYTHING))

fuzz: dev-env ## ten thousand made-up requests, of which `make test` asks a part; ARGS=100000 for more
	@FUZZ=$(or $(ARGS),10000) exec $(VENV) -m pytest tests/site_core/test_fuzz.py

lint: dev-env ## style, floors, migrations and system checks; changes nothing
	@$(VENV) -m tools.lint

format: dev-env ## write Python, templates and wording the way `make lint` and the tests want them
	@$(VENV) -m tools.lint --fix

migrate: site-env ## bring the tables of the database up to date, the one in DATABASE_URL if set
	@exec $(VENV) manage.py migrate

seed: site-env ## fill an empty database with the demo content, the one in DATABASE_URL if set
	@exec $(VENV) manage.py seed_demo

lock: ## renew requirements*.txt from pyproject.toml; ARGS="--upgrade" for newest versions
	@$(PYTHON) -m venv var/uv && var/uv/bin/python -m pip install --quiet uv==$(UV_VERSION)
	@$(PYTHON) -m tools.lock $(ARGS)

bench: dev-env ## measure the budgets: queries, bytes, requests
	@exec $(VENV) -m tests.bench

audit: dev-env chromium ## validate the HTML of every public page; needs Node and Java
	@exec $(VENV) -m tools.audit

pictures: ## draw the demo's pictures anew, in an environment of their own; ARGS="name" for some
	@$(PYTHON) -m venv var/drawing
	@var/drawing/bin/python -m pip install --quiet --requirement home/demo/drawing/requirements.txt
	@exec var/drawing/bin/python -m home.demo.drawing $(ARGS)

handbook: dev-env chromium ## take the pictures of docs/editors.md anew from the demo; ARGS="name" for some
	@exec $(VENV) -m tools.handbook $(ARGS)

clean: ## delete all that was made here: .venv, and in var the database with everything in it
	@$(PYTHON) -m tools.clean

site-env:
	$(INSTALL) requirements.txt requirements-local.txt

dev-env:
	$(INSTALL) requirements-dev.txt requirements-local.txt

chromium:
	@$(VENV) -m tests.chromium
