# tongbao: `make demo` and `make test` are enough on a fresh Debian machine with Swift 6.3.

SHELL := /bin/bash
PREFIX ?= /usr/local
SCRATCH ?= .build
DEMO := $(SCRATCH)/demo/haining-2017
RELEASE := $(SCRATCH)/release/tongbao

.PHONY: demo test build lint format golden bench fuzz check-pages check-faults install files deb clean libraries

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
	swift build -c release --product tongbao
	swift build -c release --product tongbao-bench
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

# Kills, full disks, hostile files, impatient readers; ONLY=word takes the checks alone whose names have the word.
check-faults: build
	TONGBAO=$(RELEASE) PACKAGE="$(lastword $(sort $(wildcard $(SCRATCH)/deb/tongbao_*.deb)))" bash Tests/Faults/check-faults.sh "$(SCRATCH)/check-faults" $(ONLY)

# Binary, templates, man pages, completions; DESTDIR puts them below another root.
install: build
	swift build -c release --product tongbao-bench
	@$(MAKE) --no-print-directory files FROM="$(SCRATCH)/release"

FROM ?= $(SCRATCH)/release
SHARE = $(DESTDIR)$(PREFIX)/share
ZSH = $(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)
TODAY = $(shell date -u -d "@$${SOURCE_DATE_EPOCH:-$$(date +%s)}" +%F)
files:
	install -D -m 755 "$(FROM)/tongbao" "$(DESTDIR)$(PREFIX)/bin/tongbao"
	rm -rf "$(SHARE)/tongbao/templates"
	mkdir -p "$(SHARE)/tongbao" "$(SHARE)/man/man1" "$(SHARE)/bash-completion/completions" \
	  "$(SHARE)/zsh/$(ZSH)" "$(SHARE)/fish/vendor_completions.d"
	cp -R templates "$(SHARE)/tongbao/" && chmod -R u=rwX,go=rX "$(SHARE)/tongbao"
	"$(FROM)/tongbao-bench" manual --tongbao "$(FROM)/tongbao" --out "$(SHARE)/man/man1" --date $(TODAY)
	"$(FROM)/tongbao" --generate-completion-script bash > "$(SHARE)/bash-completion/completions/tongbao"
	"$(FROM)/tongbao" --generate-completion-script zsh > "$(SHARE)/zsh/$(ZSH)/_tongbao"
	"$(FROM)/tongbao" --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/tongbao.fish"

# A package for this release of Debian, for machines without Swift.
DEB := $(SCRATCH)/deb
deb: libraries
	swift build -c release --scratch-path "$(SCRATCH)/static" --static-swift-stdlib --product tongbao
	swift build -c release --scratch-path "$(SCRATCH)/static" --static-swift-stdlib --product tongbao-bench
	rm -rf "$(DEB)/root"
	@$(MAKE) --no-print-directory files FROM="$(SCRATCH)/static/release" DESTDIR="$(DEB)/root" PREFIX=/usr
	.ci/deb "$(DEB)/root" "$(DEB)"

clean:
	swift package clean
	rm -rf "$(SCRATCH)/demo" "$(SCRATCH)/bench" "$(SCRATCH)/check-pages" "$(SCRATCH)/static" "$(SCRATCH)/deb" "$(SCRATCH)-fuzz"
