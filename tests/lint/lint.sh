#!/bin/sh
# Everything about the form of the code: layers, lengths, format, cppcheck, dispatch. Ends with N passed, N failed.
cd "$(dirname "$0")/../.." || exit 1
passed=0
failed=0
try() {
    name=$1
    shift
    if told=$("$@" 2>&1); then
        passed=$((passed + 1))
        echo "ok   $name"
    else
        failed=$((failed + 1))
        echo "FAIL $name"
        echo "$told" | tail -n 40 | sed 's/^/    /'
    fi
}
sources() {
    git ls-files -co --exclude-standard 'kernel/*.[ch]' 'runtime/*.[ch]' 'tests/unit/*.[ch]' 'tests/support/*.[ch]' | grep -v '^runtime/lib/include/'
}
format() { sources | xargs clang-format --dry-run -Werror; }
check_cpp() {
    cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 -Iruntime -UTOK -UKEYWORD -UWORD --enable=warning,portability \
        --suppress=preprocessorErrorDirective --suppress=missingInclude --suppress=unknownMacro --suppress=invalidPrintfArgType_sint \
        $(sources | grep '\.c$' | grep -v '^tests/')
}
plain_text() { # tabs, trailing space, words that must not be
    ! { sources | xargs grep -nE "$(printf '\t')|[[:space:]]+\$|FIXME" ; }
}
try layers tests/lint/layers.sh
try lengths /usr/bin/python3 tests/lint/lengths.py
try "plain text" plain_text
try format format
try cppcheck check_cpp
[ ! -x tests/lint/dispatch.sh ] || try dispatch tests/lint/dispatch.sh
echo "lint: $passed passed, $failed failed"
[ "$failed" = 0 ]
