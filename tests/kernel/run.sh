#!/bin/sh
# Runs all kernel tests against $CORA_KERNEL (default: build/cora-kernel).
cd "$(dirname "$0")/../.." || exit 1
failed=0
for test in tests/kernel/test_*.py; do
    echo "== $test"
    /usr/bin/python3 "$test" || failed=1
done
exit $failed
