#!/bin/sh
# Runs fuzz targets made with libFuzzer: run.sh BUILD SECONDS TARGET...
#
# Each begins with its corpus of tests/fuzz/corpus and with the test programs, on one core. What is found to be new stays
# in BUILD/fuzz/grown/TARGET for the next run; an input that crashes or hangs is left in BUILD/fuzz/crash-*. What leaks is
# told at the end of a run: names are kept from one input to the next, so asking after each would say nothing.
#
# FUZZ_SEED=N begins where N says, the same every time (default: anywhere). FUZZ_KEEP=N puts up to N short inputs that
# reach new code into tests/fuzz/corpus. Ends with N passed, N failed.
cd "$(dirname "$0")/../.." || exit 1
build=$1
seconds=$2
shift 2
passed=0
failed=0

for target in "$@"; do
    corpus=tests/fuzz/corpus/$target
    grown=$build/fuzz/grown/$target
    mkdir -p "$grown" "$corpus"
    # Programs of the tests and cells of the notebooks are inputs as they are.
    seeds=$build/fuzz/seeds/$target
    rm -rf "$seeds"
    case $target in
    wire | kernel) mkdir -p "$seeds" ;;
    cell) /usr/bin/python3 tests/fuzz/seeds.py "$seeds" --sessions ;;
    *) /usr/bin/python3 tests/fuzz/seeds.py "$seeds" ;;
    esac
    log=$build/fuzz/$target.log
    if nice -n 19 "$build/fuzz/$target" -max_total_time="$seconds" -timeout=30 -rss_limit_mb=3000 -max_len=20000 -len_control=20 \
        -entropic=0 -seed="${FUZZ_SEED:-0}" -reload=0 -detect_leaks=0 -print_final_stats=1 -artifact_prefix="$build/fuzz/crash-$target-" "$grown" "$corpus" "$seeds" >"$log" 2>&1; then
        passed=$((passed + 1))
        echo "fuzz $target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, $(sed -n 's/^stat::peak_rss_mb: *//p' "$log") MB"
    else
        failed=$((failed + 1))
        echo "FAIL fuzz $target"
        grep -vE '^#[0-9]+' "$log" | tail -n 60 | sed 's/^/    /'
    fi
    if [ -n "${FUZZ_KEEP:-}" ]; then
        known=$build/fuzz/known/$target
        rm -rf "$known"
        mkdir -p "$known"
        cp "$corpus"/* "$seeds"/* "$known" 2>/dev/null
        touch "$known/.before"
        "$build/fuzz/$target" -merge=1 -use_counters=0 -max_len=2048 "$known" "$grown" >>"$log" 2>&1
        find "$known" -type f -newer "$known/.before" -size -5 | head -n "$FUZZ_KEEP" | xargs -r -I{} cp {} "$corpus"
    fi
done
echo "fuzz: $passed passed, $failed failed"
[ "$failed" = 0 ]
