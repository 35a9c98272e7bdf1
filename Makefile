# Everything that can be asked of the project. `make` alone lists it.
PYTHON ?= python3
BIN := .venv/bin
SINCE ?= origin/main
MINUTES ?= 10
LOCKED := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r
export NO_MKDOCS_2_WARNING := 1
# What many processes read is compiled once, also where the system would have it otherwise.
export PYTHONDONTWRITEBYTECODE :=
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

.PHONY: help start new page import sheet official changes law reviews forms deploy serve test check fix migrate site leaflets preview release audit links verify load bench soak mutants pictures schemas mistakes tidy faults sbom lock clean chromium nginx
.DEFAULT_GOAL := help

help: ## List what can be asked
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | while IFS="$$(printf '\t')" read -r task does; do printf 'make %-8s %s\n' "$$task" "$$does"; done

serve: .venv/ready ## Set up, build, and open the site on this machine; reloads when a page or a fact changes
	@$(BIN)/python -m safeguarding check
	@$(BIN)/python -m mkdocs serve --open

test: .venv/tests .venv/word .venv/leaflets chromium nginx ## Run everything that CI runs
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(BIN)/python -m safeguarding check
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: .venv/ready ## Check the facts in data/ and the calls in docs/, without building
	@$(BIN)/python -m safeguarding check

fix: .venv/ready ## Check as well, but first show how each line that cannot be read should read, and write it if you say yes
	@$(BIN)/python -m safeguarding check --fix

migrate: .venv/ready ## After an update: show how files of an older day change their shape, each change with its reason, and write them if you say yes
	@$(BIN)/python -m safeguarding migrate $(if $(INTO),--into-$(INTO))

site: .venv/ready ## Build the site into site/; a mistake leaves site/ as it was
	@$(BIN)/python -m safeguarding build

leaflets: .venv/leaflets ## Build the site into site/, with leaflets, posters and whole reports as PDF
	@$(BIN)/python -m safeguarding build --leaflets

preview: site ## Build the site, and pack it into preview.zip, whose pages can be opened from a disk
	@$(BIN)/python -m safeguarding preview

start: .venv/ready ## Ask what a site of your own needs, and write its data/ and docs/ in the place of those that you took away
	@$(BIN)/python -m safeguarding start

new: .venv/ready ## Ask what a new entry needs, and write it: make new KIND=session (or contact, notice, change, source, group, publication, course, event, indicator, procedure, tree)
	@$(BIN)/python -m safeguarding new $(KIND)

page: .venv/word ## Make a page of a Word file or an OpenDocument text: make page FROM=~/Documents/minutes.docx
	@$(BIN)/python -m safeguarding new page "$(FROM)"

changes: .venv/ready ## Say what readers will see changed since the published version, or since another: make changes SINCE=HEAD~3
	@$(BIN)/python -m safeguarding diff $(SINCE)

import: .venv/ready ## Take a spreadsheet of make sheet back, or dates, or official figures by data/imports.yml: make import FILE=~/Downloads/referrals_2025.csv (DAYS=first: texts like 03/02/2027 begin with the day)
	@$(BIN)/python -m safeguarding import $(if $(DAYS),--days-first) --since $(SINCE) "$(FILE)"

sheet: .venv/ready ## Write the programme, the contacts or the plan to a spreadsheet, to change it there: make sheet LIST=programme (or contacts, plan)
	@$(BIN)/python -m safeguarding sheet $(LIST)

official: .venv/ready ## Say where the site differs from the official files in a folder: make official FILES=~/Downloads
	@$(BIN)/python -m safeguarding import --verify "$(FILES)"

law: .venv/ready ## Ask the publishers whether anything that pages rest on has changed; the only task that asks the network for facts
	@$(BIN)/python -m safeguarding law

reviews: .venv/ready ## List what must be read again within 60 days, and what will change by itself
	@$(BIN)/python -m safeguarding review-due --within 60d

release: .venv/ready ## Say what stands in the way of showing the site as real: samples, contacts to confirm, reviews due
	@$(BIN)/python -m safeguarding release

audit: site chromium .venv/leaflets .audit/ready ## Lighthouse, the Nu HTML checker, biome on scripts and styles, the forms, what is printed; needs Node and Java
	@tools/audit

links: site ## Ask every web address that the pages lead to whether it still answers
	@tools/links

load: site nginx ## Ask nginx on this machine for pages as fast as it answers, beside bare files, and while one site takes the place of another; needs wrk
	@$(BIN)/python tools/load

verify: .venv/ready ## Say whether a published site is what its commit makes, by building that anew: make verify ADDRESS=https://board.example/ (HEADERS=no: its host sends none)
	@tools/verify "$(ADDRESS)" $(if $(HEADERS),--no-headers)

bench: chromium ## What a check and a build cost as the board grows; then weigh the pages as a phone meets them, beside stock Material
	@$(BIN)/python tools/bench

soak: .venv/tests ## Kill 200 builds at random moments, begin 200 pairs at once, and see that site/ is the old site or the new one, whole; then draw many hostile texts, where make test draws few; an hour
	@$(BIN)/python tools/soak
	@DRAWS=50 $(BIN)/python -m pytest --numprocesses 0 tests/site/test_hostile_text.py

mutants: .venv/tests ## Spoil rules, views and exports in one place after another, and list what the unit tests do not notice: make mutants MINUTES=30 SEED=7 ONLY=law/rules
	@$(BIN)/python tools/mutants --minutes $(MINUTES) $(if $(SEED),--seed $(SEED)) $(ONLY)

pictures: site chromium ## Take anew the pictures of the site that README shows
	@tools/pictures

forms: ## Edit contacts, dates, changes, notices and publications in a form in the browser (Chrome or Edge), in the files of this folder
	@tools/forms
	@echo "Open http://localhost:8100/ and choose “Work with Local Repository”; end with Ctrl and C"
	@$(PYTHON) -m http.server 8100 --bind 127.0.0.1 --directory .forms

deploy: .venv/ready ## Write anew deploy/nginx.conf, for a server of one’s own
	@$(BIN)/python -m safeguarding deploy

schemas: .venv/ready ## Write schemas/ and forms/config.json anew from the models: with these an editor explains keys and marks mistakes, and a form asks for them
	@$(BIN)/python -m safeguarding schemas

mistakes: .venv/ready ## Write handbook/mistakes.md anew from the rules
	@$(BIN)/python -m safeguarding mistakes

tidy: .venv/tests ## Give the code its shape, and mend what can be mended by itself; then check its types
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .
	@$(BIN)/mypy

faults: .audit/ready ## Ask whether a package that is locked has a known fault; needs a network
	@tools/faults

sbom: .audit/ready ## Write sbom.json: every package that the site is built with, as CycloneDX
	@PYTHONWARNINGS=ignore .audit/bin/cyclonedx-py requirements --output-reproducible --pyproject pyproject.toml --output-file sbom.json requirements.txt

lock: .audit/ready ## Choose the newest allowed versions anew and lock them by hash
	@for lock in requirements requirements-audit requirements-leaflets requirements-tests requirements-word; do .audit/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' $$lock.in --output-file $$lock.txt || exit; done

clean: ## Delete what the tasks made
	@rm -rf .venv .audit site .site-* .pytest_cache

.venv/ready: requirements.txt pyproject.toml
	@tools/venv $(PYTHON)
	@$(LOCKED) requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# What only some tasks need, each in a lock of its own: a site is published without it.
.venv/leaflets .venv/tests .venv/word: .venv/%: requirements-%.txt .venv/ready
	@$(LOCKED) $<
	@touch $@

# What looks at the project from outside has an environment of its own: its packages are not those of the site.
.audit/ready: requirements-audit.txt .venv/ready
	@$(BIN)/python -m venv .audit
	@.audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.txt
	@touch $@

chromium: .venv/tests
	@tools/chromium

nginx:
	@tools/nginx
