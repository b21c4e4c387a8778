# SPDX-License-Identifier: Apache-2.0
# `make check` and `make test` need the Swift toolchain and set up the rest themselves.

SWIFT ?= swift
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product crossfoot
CROSSFOOT = .build/release/crossfoot
# Our own reports are checked in Chinese, whatever the locale of the machine.
CHECK = $(CROSSFOOT) check --lang zh

.PHONY: check test build bench endurance format docs accept setup

# Lints our own reports, prints what a user would see, and fails on any finding that is not accepted or no longer there.
check: build
	$(CHECK) --exit-zero Corpus
	$(CHECK) --format concise --baseline Baselines/Corpus.jsonl --strict-baseline Corpus
	@echo "Corpus: every finding is in Baselines, and every finding of Baselines is still found."

test: setup
	$(SWIFT) test --disable-xctest

# The binary holds the Swift library; libpcre2 and SQLite stay shared.
build: setup
	$(RELEASE)

# REPORTS=folder measures on other reports than our own.
bench: build
	@command -v rg >/dev/null || .ci/install ripgrep
	@command -v python3 >/dev/null || .ci/install python3
	python3 Benchmarks/bench.py --crossfoot $(CROSSFOOT) --reports $(or $(REPORTS),Corpus)
	python3 Benchmarks/bench_archive.py --crossfoot $(CROSSFOOT)

# Kills and disturbs `archive add` over 20,000 reports, and compares what is stored.
endurance: build
	python3 Benchmarks/endurance.py --crossfoot $(CROSSFOOT)

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

# Pages of the rules, from what the rules say of themselves, and the schema of configuration files, which names them.
docs: build
	mkdir -p docs/rules && rm -f docs/rules/*.md
	$(CROSSFOOT) rules --write-docs docs/rules

# Accepts the present findings in our own reports. Read the difference before you commit it.
accept: build
	mkdir -p Baselines && rm -f Baselines/Corpus.jsonl
	$(CROSSFOOT) baseline create --lang zh --baseline Baselines/Corpus.jsonl Corpus

setup:
	@test -e /usr/include/pcre2.h || .ci/install libpcre2-dev
	@test -e /usr/include/sqlite3.h || .ci/install libsqlite3-dev
	@test -e /usr/include/mimalloc.h || .ci/install libmimalloc-dev
