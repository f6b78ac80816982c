# tongbao: `make demo` and `make test` are enough on a fresh Debian machine with Swift 6.3.

SHELL := /bin/bash
PREFIX ?= /usr/local
SCRATCH ?= .build
DEMO := $(SCRATCH)/demo/haining-2017
RELEASE := $(SCRATCH)/release/tongbao

.PHONY: demo test build lint format golden bench install clean libraries

# libxml2 and ICU come from Debian; nothing is installed where they are there already.
libraries:
	@if ! pkg-config --exists libxml-2.0 icu-uc 2>/dev/null; then \
	  echo "installing libxml2-dev, libicu-dev"; \
	  as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	  $$as_root apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq pkg-config libxml2-dev libicu-dev >/dev/null; \
	fi

build: libraries
	swift build -c release --product tongbao

# The main job on the sample workspace: October, November, the year-end summary.
demo: build
	@rm -rf "$(DEMO)" && mkdir -p "$(dir $(DEMO))" && cp -R samples/haining-2017 "$(DEMO)"
	@TONGBAO=$(RELEASE) bash samples/demo.sh "$(DEMO)"

test: libraries
	swift test

lint:
	swift format lint --strict --recursive --parallel --configuration .swift-format Package.swift Sources Tests

format:
	swift format --in-place --recursive --parallel --configuration .swift-format Package.swift Sources Tests

# Rewrites every golden file from what the program prints now. Look at the difference before committing it.
golden: libraries
	TONGBAO_RECORD=1 swift test || true
	git status --short Tests README.md README.zh.md

bench: libraries
	swift build -c release --product tongbao --product tongbao-bench
	$(SCRATCH)/release/tongbao-bench measure --tongbao $(RELEASE) --rows 1000000 --work $(SCRATCH)/bench

install: build
	install -D -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/tongbao
	mkdir -p $(DESTDIR)$(PREFIX)/share/tongbao
	cp -R templates $(DESTDIR)$(PREFIX)/share/tongbao/

clean:
	swift package clean
	rm -rf "$(SCRATCH)/demo" "$(SCRATCH)/bench"
