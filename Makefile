# tongbao: `make demo` and `make test` are enough on a fresh Debian machine with Swift 6.3.

SHELL := /bin/bash
PREFIX ?= /usr/local
SCRATCH ?= .build
DEMO := $(SCRATCH)/demo/haining-2017
RELEASE := $(SCRATCH)/release/tongbao

.PHONY: demo test build lint format golden bench fuzz check-pages install clean libraries

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
	git status --short Tests templates README.md README.zh.md

ROWS ?= 1000000
bench: libraries
	swift build -c release --product tongbao --product tongbao-bench
	$(SCRATCH)/release/tongbao-bench measure --tongbao $(RELEASE) --rows $(ROWS) --work $(SCRATCH)/bench

# Any bytes as CSV and as XML, each for FUZZ_SECONDS; ends with the input that breaks a property, if there is one.
FUZZ_SECONDS ?= 600
fuzz: libraries
	TONGBAO_FUZZ=1 swift build --scratch-path "$(SCRATCH)-fuzz" --sanitize fuzzer --product fuzz-csv
	TONGBAO_FUZZ=1 swift build --scratch-path "$(SCRATCH)-fuzz" --sanitize fuzzer --product fuzz-xml
	@for form in csv xml; do \
	  corpus="$(SCRATCH)-fuzz/corpus-$$form"; mkdir -p "$$corpus"; \
	  find Tests/Fixtures samples -name "*.$$form" -size -4k | while read -r file; do \
	    cp -n "$$file" "$$corpus/$$(echo "$$file" | tr / -)"; \
	  done; \
	  SWIFT_BACKTRACE=enable=no "$(SCRATCH)-fuzz/debug/fuzz-$$form" -max_total_time=$(FUZZ_SECONDS) -timeout=60 -max_len=4096 -rss_limit_mb=2048 \
	    -artifact_prefix="$(SCRATCH)-fuzz/" -print_final_stats=1 "$$corpus" || exit 1; \
	done

# Every page of the demo in both languages, as a browser, a screen reader and a printer see it.
check-pages: build
	TONGBAO=$(RELEASE) bash Tests/Pages/check-pages.sh "$(SCRATCH)/check-pages"

install: build
	install -D -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/tongbao
	mkdir -p $(DESTDIR)$(PREFIX)/share/tongbao
	cp -R templates $(DESTDIR)$(PREFIX)/share/tongbao/

clean:
	swift package clean
	rm -rf "$(SCRATCH)/demo" "$(SCRATCH)/bench" "$(SCRATCH)/check-pages" "$(SCRATCH)-fuzz"
