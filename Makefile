# SPDX-License-Identifier: MIT
# Thin: meson builds, these are the moments a person asks for.
#   make run     the window on the sample force (without a display: its workbook and its pages as pictures)
#   make test    everything tested, one closing line of counts
#   make bench   our speed and memory beside bare programs, as a table
#   make format / make lint    the one shape of the sources, applied / checked
BUILD = build
BENCH = build-bench
SOURCES = $(shell git ls-files -co --exclude-standard '*.c' '*.h')

.PHONY: all deps run test bench format lint clean

all: $(BUILD)/build.ninja
	@meson compile -C $(BUILD)

deps:
	@scripts/deps.sh build test

$(BUILD)/build.ninja: | deps
	@meson setup $(BUILD)

run: deps all
	@scripts/demo.sh $(BUILD)

test: deps
	@tests/run-all.sh $(BUILD)

bench: deps
	@tests/bench/run.sh $(BENCH)

format lint: lint-deps
.PHONY: lint-deps
lint-deps:
	@scripts/deps.sh lint

format:
	@clang-format -i $(SOURCES)

lint:
	@tests/lint.sh

clean:
	rm -rf build build-*
