# Cora: C with coroutines, in Jupyter. `make help` lists the targets; build products go to build/.
.DEFAULT_GOAL := all
CC ?= gcc
BUILD ?= build
PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
PYTHON := /usr/bin/python3
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Wstrict-prototypes \
        -Wmissing-prototypes $(WERROR)
CPPFLAGS += -Iruntime -I$(BUILD)/gen -D_GNU_SOURCE
ALL_CFLAGS = -std=gnu11 $(WARN) $(CFLAGS) $(SAN) $(ROUNDING) -pthread
# What computes for programs must not count on rounding to nearest: they may call fesetround.
$(BUILD)/obj/runtime/vm/%.o $(BUILD)/obj/runtime/lib/%.o: ROUNDING := -frounding-math

# One archive a room, so that a test links only what is at or below its rank.
ROOMS := base front code vm loop lib watch
room_src = $(sort $(wildcard runtime/$(1)/*.c runtime/$(1)/*/*.c))
obj = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))

ARCHIVES := $(foreach r,$(ROOMS),$(BUILD)/lib$(r).a)
RUNTIME_LIBS := $(BUILD)/libcora.a $(BUILD)/libwatch.a $(BUILD)/liblib.a $(BUILD)/libloop.a \
                $(BUILD)/libvm.a $(BUILD)/libcode.a $(BUILD)/libfront.a $(BUILD)/libbase.a
SYS_LIBS := -luv -lm
KERNEL_LIBS := -lzmq -ljansson -luuid -lsodium

all: $(BUILD)/cora $(BUILD)/cora-kernel ## build the command and the kernel

define room_rule
$(BUILD)/lib$(1).a: $(call obj,$(call room_src,$(1)))
	@rm -f $$@
	ar rcs $$@ $$^
endef
$(foreach r,$(ROOMS),$(eval $(call room_rule,$(r))))
$(BUILD)/libcora.a: $(call obj,$(wildcard runtime/*.c))
	@rm -f $@
	ar rcs $@ $^

# The runtime in one object of which only cora.h's names can be seen: the linker keeps the door as well.
$(BUILD)/cora-runtime.o: $(RUNTIME_LIBS)
	$(CC) -r -nostdlib -o $@.all -Wl,--whole-archive $(RUNTIME_LIBS) -Wl,--no-whole-archive
	objcopy --wildcard --keep-global-symbol='cora_*' $@.all $@
	@rm -f $@.all

$(BUILD)/cora: $(call obj,$(wildcard runtime/run/*.c)) $(BUILD)/cora-runtime.o
	$(CC) $(ALL_CFLAGS) -o $@ $^ $(SYS_LIBS) $(LDFLAGS)

$(BUILD)/cora-kernel: $(call obj,$(wildcard kernel/*.c)) $(BUILD)/cora-runtime.o
	$(CC) $(ALL_CFLAGS) -o $@ $^ $(SYS_LIBS) $(KERNEL_LIBS) $(LDFLAGS)

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

# The library's names and headers as C tables.
LIB_HEADERS := $(sort $(wildcard runtime/lib/include/*.h runtime/lib/include/sys/*.h))
$(BUILD)/gen/lib_tables.h: runtime/lib/lib_gen.awk runtime/lib/lib.def $(LIB_HEADERS)
	@mkdir -p $(@D)
	awk -f $^ > $@.tmp && mv $@.tmp $@
$(BUILD)/obj/runtime/lib/lib.o: $(BUILD)/gen/lib_tables.h $(BUILD)/gen/lib_index.h

# The index of the names that the headers declare, made by the front end itself.
$(BUILD)/gen/lib_index: $(call obj,runtime/index/main.c) $(BUILD)/libfront.a $(BUILD)/libbase.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ $^ -lm
$(BUILD)/gen/lib_index.h: $(BUILD)/gen/lib_index $(LIB_HEADERS)
	$< runtime/lib/include > $@.tmp && mv $@.tmp $@

# The dispatch loop: one indirect jump a handler (merging them costs 1.4-2.5x).
EXEC_CFLAGS ?= -fno-gcse -fno-crossjumping
$(BUILD)/obj/runtime/vm/exec.o: ALL_CFLAGS += $(EXEC_CFLAGS)

UNIT_BINARIES := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/test_*.c))

# Unit tests: one binary a module, against the rooms (never a whole kernel).
$(BUILD)/unit/%: tests/unit/%.c $(wildcard tests/support/*.h) $(RUNTIME_LIBS)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests/support $(ALL_CFLAGS) -o $@ $< $(RUNTIME_LIBS) $(SYS_LIBS) $(shell pkg-config --libs check)

# The kernel with a scripted fake session in place of the runtime, for its own tests.
KERNEL_PARTS = $(filter-out $(BUILD)/obj/kernel/main.o,$(call obj,$(wildcard kernel/*.c)))
FAKE_CORA = $(BUILD)/obj/tests/support/fake_cora.o
$(BUILD)/cora-kernel-fake: $(call obj,$(wildcard kernel/*.c)) $(FAKE_CORA)
	$(CC) $(ALL_CFLAGS) -o $@ $^ -luv $(KERNEL_LIBS) $(LDFLAGS)
KERNEL_UNIT := $(patsubst %,$(BUILD)/unit/test_%,wire conn units msg json_out history outbox replay)
$(KERNEL_UNIT): $(BUILD)/unit/%: tests/unit/%.c $(KERNEL_PARTS) $(FAKE_CORA)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Ikernel -Itests/support $(ALL_CFLAGS) -o $@ $^ -luv $(KERNEL_LIBS) $(shell pkg-config --libs check)

# Fuzz targets (tests/fuzz/fuzz.h). FUZZ_DRIVER is what calls them: replay.o, or libFuzzer (make fuzz).
FUZZ_TARGETS := lex_pp check compile cell wire kernel
FUZZ_DRIVER ?= $(call obj,tests/fuzz/replay.c)
FUZZ_BINARIES := $(patsubst %,$(BUILD)/fuzz/%,$(FUZZ_TARGETS))
FUZZ_RUNTIME = $(RUNTIME_LIBS) $(SYS_LIBS)
$(BUILD)/fuzz/wire: $(KERNEL_PARTS) $(FAKE_CORA)
$(BUILD)/fuzz/wire: FUZZ_RUNTIME = $(KERNEL_PARTS) $(FAKE_CORA) -luv $(KERNEL_LIBS)
$(BUILD)/obj/tests/fuzz/fuzz_wire.o: CPPFLAGS += -Ikernel
FUZZ_WORLD = $(call obj,tests/fuzz/world.c)
$(BUILD)/fuzz/cell: $(BUILD)/fuzz/world-runtime.o $(FUZZ_WORLD)
$(BUILD)/fuzz/cell: FUZZ_RUNTIME = $(BUILD)/fuzz/world-runtime.o $(FUZZ_WORLD) $(SYS_LIBS)
FUZZ_KERNEL = $(BUILD)/fuzz/world-kernel.o $(FUZZ_WORLD) $(call obj,tests/fuzz/script.c)
$(BUILD)/fuzz/kernel: $(FUZZ_KERNEL)
$(BUILD)/fuzz/kernel: FUZZ_RUNTIME = $(FUZZ_KERNEL) -luv $(KERNEL_LIBS)
$(BUILD)/obj/tests/fuzz/fuzz_kernel.o: CPPFLAGS += -Ikernel
$(FUZZ_BINARIES): $(BUILD)/fuzz/%: $(BUILD)/obj/tests/fuzz/fuzz_%.o $(FUZZ_DRIVER) $(RUNTIME_LIBS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ $< $(FUZZ_DRIVER) $(FUZZ_RUNTIME) $(LDFLAGS)

# Objects with the outside world taken away: what world.c has a fuzz_NAME for is called by that name.
$(BUILD)/fuzz/world.syms: $(FUZZ_WORLD)
	@mkdir -p $(@D)
	nm --defined-only $< | sed -n 's/.* T fuzz_\(.*\)/\1 fuzz_\1/p' > $@
$(BUILD)/fuzz/world-runtime.o: $(RUNTIME_LIBS) $(BUILD)/fuzz/world.syms
	$(CC) -r -nostdlib -o $@.all -Wl,--whole-archive $(RUNTIME_LIBS) -Wl,--no-whole-archive
	objcopy --redefine-syms=$(BUILD)/fuzz/world.syms $@.all $@
	@rm -f $@.all
	@tests/fuzz/closed.sh $@ || (rm -f $@; false)
# fuzz_kernel.c stands in for these.
FUZZ_KERNEL_PARTS = $(filter-out %/kernel.o %/sock.o %/protocol.o %/heartbeat.o %/log.o,$(KERNEL_PARTS))
$(BUILD)/fuzz/world-kernel.o: $(KERNEL_PARTS) $(BUILD)/fuzz/world.syms
	$(CC) -r -nostdlib -o $@.all $(FUZZ_KERNEL_PARTS)
	objcopy --redefine-syms=$(BUILD)/fuzz/world.syms $@.all $@
	@rm -f $@.all
	@tests/fuzz/closed.sh $@ || (rm -f $@; false)

# ---------------------------------------------------------------- the two commands of the README

run: setup all ## install what is missing, build, run the tutorial notebook on the real kernel
	$(PYTHON) tests/support/run_notebook.py --kernel $(BUILD)/cora-kernel notebooks/01-source-notebook.ipynb

check: setup ## install what is missing, build, run every test
	$(MAKE) all test

test: all $(UNIT_BINARIES) $(FUZZ_BINARIES) $(BUILD)/cora-kernel-fake ## the tests alone, without installing anything
	tests/check.sh $(BUILD) $(GROUPS)

setup: ## install the Debian packages that are missing (build and tests)
	@tests/support/setup.sh build

# ---------------------------------------------------------------- installing

install: all ## install under PREFIX (DESTDIR honoured)
	install -D -m 755 $(BUILD)/cora $(DESTDIR)$(PREFIX)/bin/cora
	install -D -m 755 $(BUILD)/cora-kernel $(DESTDIR)$(PREFIX)/bin/cora-kernel
	tests/support/kernelspec.sh $(PREFIX)/bin/cora-kernel $(DESTDIR)$(PREFIX)/share/jupyter/kernels/cora

install-user: all ## install the kernelspec for this user, pointing at this build
	tests/support/kernelspec.sh $(abspath $(BUILD))/cora-kernel \
	    $${JUPYTER_DATA_DIR:-$${XDG_DATA_HOME:-$$HOME/.local/share}/jupyter}/kernels/cora

uninstall: ## remove what `make install` put there
	rm -f $(DESTDIR)$(PREFIX)/bin/cora $(DESTDIR)$(PREFIX)/bin/cora-kernel
	rm -rf $(DESTDIR)$(PREFIX)/share/jupyter/kernels/cora

lab: all ## open JupyterLab (from PyPI, in build/lab) with the kernel there
	tests/support/lab.sh $(BUILD)

# ---------------------------------------------------------------- quality

lint: ## layers, lengths, format, cppcheck
	@tests/support/setup.sh lint
	tests/lint/lint.sh

fmt: ## format every source file
	clang-format -i $$(git ls-files 'kernel/*.[ch]' 'runtime/*.[ch]' 'tests/unit/*.[ch]' 'tests/support/*.[ch]' | grep -v '^runtime/lib/include/')

# An instrumented frame is several times as large, so the deepest expression needs more than 8 MiB of stack.
asan: ## all tests under AddressSanitizer and UBSan
	ulimit -s 32768 || true; REAL_CLOCK=no $(MAKE) BUILD=$(BUILD)/asan CFLAGS="-O1 -g -fno-omit-frame-pointer" \
	    SAN="-fsanitize=address,undefined -fno-sanitize-recover=all" test

tsan: ## the tests in which threads meet, under ThreadSanitizer
	REAL_CLOCK=no TSAN_OPTIONS="halt_on_error=1 suppressions=$(CURDIR)/tests/support/tsan.supp" \
	    $(MAKE) BUILD=$(BUILD)/tsan CFLAGS="-O1 -g" SAN="-fsanitize=thread" GROUPS="unit programs kernel" test

STRESS := GC MOVE BUDGET FAIL
stress: ## every program with a collection at every safepoint, moving stacks, failing allocations, shuffled tasks
	$(MAKE) BUILD=$(BUILD)/stress CFLAGS="-O1 -g $(STRESS:%=-DCORA_STRESS_%)" all
	$(PYTHON) tests/stress.py --cora $(BUILD)/stress/cora

FUZZ_SECONDS ?= 60
# pointer-overflow is about NULL + 0, which C2y defines, and both compilers always have.
FUZZ_SAN := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-sanitize=pointer-overflow
fuzz: ## fuzz each target for FUZZ_SECONDS with libFuzzer, from the corpus of tests/fuzz and the test programs
	@tests/support/setup.sh fuzz
	$(MAKE) BUILD=$(BUILD)/clang CC=clang CFLAGS="-O1 -g -fno-omit-frame-pointer -DCORA_DEBUG_EXEC \
	    -DLIMIT_TOKENS=100000u -DLIMIT_MACRO_WORK=100000u" \
	    SAN="$(FUZZ_SAN)" EXEC_CFLAGS= fuzz-targets
	tests/fuzz/run.sh $(BUILD)/clang $(FUZZ_SECONDS) $(FUZZ_TARGETS)

fuzz-targets: # inner: the targets with libFuzzer as their driver
	$(MAKE) FUZZ_DRIVER=$(BUILD)/obj/tests/fuzz/mutate.o LDFLAGS="$(LDFLAGS) -fsanitize=fuzzer" $(FUZZ_BINARIES)

browser: all ## the kernel in JupyterLab in headless Chromium
	@tests/support/setup.sh browser
	tests/kernel/lab_test.sh $(BUILD)

bench: all ## figures against the bars, with peers where they are installed
	$(PYTHON) tests/bench/bench.py --build $(BUILD)

compdb: ## compile_commands.json for editors
	$(MAKE) -Bn all | $(PYTHON) tests/support/compdb.py > compile_commands.json

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

clean: ## remove build/
	rm -rf $(BUILD)

.PHONY: all run check test setup install install-user uninstall lab lint fmt asan tsan stress fuzz fuzz-targets browser bench compdb help clean
