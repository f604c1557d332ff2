#!/bin/sh
# Runs every test on a finished build and ends with one line: N passed, N failed.
# Usage: check.sh BUILD [GROUP...]; groups: unit programs beside hostile kernel (default: all of them).
# With REAL_CLOCK=no (sanitizers, slow machines) all of them are on the virtual clock.
cd "$(dirname "$0")/.." || exit 1
build=$(cd "$1" && pwd)
shift
groups=$*
passed=0
failed=0
python=/usr/bin/python3
export CK_DEFAULT_TIMEOUT=120 # seconds a unit test may take: machines are busy

# Runs one test command; it passes when it exits 0. Shows its output only when it fails.
try() {
    name=$1
    shift
    log=$(mktemp)
    if timeout 600 "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
        tail -n 1 "$log" | grep -E 'passed|OK|100%' | sed "s|^|$name: |"
    else
        failed=$((failed + 1))
        echo "FAIL $name"
        tail -n 60 "$log" | sed 's/^/    /'
    fi
    rm -f "$log"
}

group_unit() {
    for unit in "$build"/unit/test_*; do
        case "$unit" in *.d | *'*') continue ;; esac
        try "unit $(basename "$unit")" "$unit"
    done
}

group_programs() {
    for folder in lang trap async reject; do
        try "programs $folder" $python tests/run_lang.py --cora "$build/cora" -j 2 "tests/$folder"
    done
}

# What the language says and does beside a catalogue, Python, gcc, a model.
group_beside() {
    try "messages" $python tests/catalogue.py --cora "$build/cora"
    try "pairs, Python's asyncio beside Cora" $python tests/run_pairs.py --cora "$build/cora"
    try "asyncio, name by name" $python tests/run_asyncio_table.py --cora "$build/cora"
    try "generated programs beside gcc's" $python tests/fuzz/differential.py --cora "$build/cora" --count 200 --seed 1
    try "csmith's programs beside gcc's" $python tests/fuzz/csmith.py --cora "$build/cora" --count 60 --seed 1 --seconds 60
    try "task programs beside the model of the loop" $python tests/model/run_model.py --cora "$build/cora" --count 60 --seed 1
    try "cells that define anew beside a model" $python tests/model/run_cells.py --kernel "$build/cora-kernel" --sessions 15
}

group_hostile() {
    try "slips" $python tests/fuzz/recovery.py --cora "$build/cora"
    try "mutants" $python tests/fuzz/mutants.py --cora "$build/cora" --count 1000
    for target in lex_pp check compile cell wire kernel; do
        seeds=$build/fuzz/seeds/$target
        case $target in
        cell) $python tests/fuzz/seeds.py "$seeds" --sessions ;;
        wire | kernel) mkdir -p "$seeds" ;;
        *) $python tests/fuzz/seeds.py "$seeds" ;;
        esac
        try "fuzz inputs $target" "$build/fuzz/$target" "tests/fuzz/corpus/$target" "$seeds"
    done
    try "sizes nobody writes" $python tests/fuzz/big.py --cora "$build/cora" -j 2
}

group_kernel() {
    CORA_KERNEL=$build/cora-kernel
    export CORA_KERNEL
    for test in tests/kernel/test_*.py; do
        try "kernel $(basename "$test")" $python "$test"
    done
    for test in execute protocol; do
        try "kernel test_$test.py with a scripted session" env CORA_KERNEL="$build/cora-kernel-fake" $python tests/kernel/test_$test.py
    done
    for notebook in notebooks/*.ipynb; do
        try "notebook $(basename "$notebook")" $python tests/support/run_notebook.py --check --virtual --kernel "$build/cora-kernel" "$notebook"
    done
    if [ "${REAL_CLOCK:-yes}" = yes ]; then # the one test that waits for the machine's clock: 10, 10 and 4 s
        try "notebook 01 on the real clock" $python tests/support/run_notebook.py --check --kernel "$build/cora-kernel" notebooks/01-source-notebook.ipynb
    fi
}

for group in ${groups:-unit programs beside hostile kernel}; do
    "group_$group"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
