#!/usr/bin/python3
"""Check the sizes of the style guide: functions of at most 70 lines, files of at most 900, 5 parameters.

Named exceptions stand in tests/lint/lengths.allow, a line each: FILE FUNCTION, or FILE alone, with the reason after `#`.
Prints what is too long and exits 1, else prints the medians.
"""
import os
import re
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
MOST_LINES, MOST_FILE, MOST_PARAMETERS = 70, 900, 5
START = re.compile(r"^(?!\s|#|//|typedef|struct [^(]*\{|enum|union|extern|static const)[\w\s\*]+?\b(\w+)\((.*)$")


def functions(lines):
    """(name, parameter text, first line, length) of each function that begins in column 1."""
    at = 0
    while at < len(lines):
        found = START.match(lines[at])
        if not found or lines[at].rstrip().endswith(";"):
            at += 1
            continue
        begin, header = at, ""
        while at < len(lines) and "{" not in lines[at] and ";" not in lines[at]:
            header += lines[at]
            at += 1
        if at >= len(lines) or ";" in lines[at].split("{")[0]:
            at += 1
            continue
        header += lines[at].split("{")[0]
        while at < len(lines) and not lines[at].startswith("}"):
            at += 1
        yield found.group(1), header[header.index("(") + 1:], begin + 1, at - begin + 1
        at += 1


def parameter_count(text):
    text = re.sub(r"\([^()]*\)", "", text.rsplit(")", 1)[0])
    return 0 if text.strip() in ("", "void") else text.count(",") + 1


def main():
    allowed = set()
    with open(os.path.join(HERE, "lengths.allow"), encoding="utf-8") as file:
        for line in file:
            words = line.split("#")[0].split()
            if words:
                allowed.add(tuple(words))
    names = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "kernel", "runtime"], cwd=ROOT, text=True,
                           capture_output=True, check=True).stdout.split()
    wrong, sizes = [], []
    for name in names:
        if not name.endswith((".c", ".h")) or name.startswith("runtime/lib/include/") or not os.path.exists(os.path.join(ROOT, name)):
            continue
        with open(os.path.join(ROOT, name), encoding="utf-8") as file:
            lines = file.read().split("\n")
        if len(lines) - 1 > MOST_FILE and (name,) not in allowed:
            wrong.append("%s: %d lines (limit %d)" % (name, len(lines) - 1, MOST_FILE))
        for function, parameters, line, length in functions(lines):
            sizes.append(length)
            if (name, function) in allowed:
                continue
            if length > MOST_LINES:
                wrong.append("%s:%d: %s has %d lines (limit %d)" % (name, line, function, length, MOST_LINES))
            if parameter_count(parameters) > MOST_PARAMETERS:
                wrong.append("%s:%d: %s has %d parameters (limit %d)" % (name, line, function, parameter_count(parameters), MOST_PARAMETERS))
    print("\n".join(wrong) or "%d functions, median %d lines, longest %d" % (len(sizes), statistics.median(sizes), max(sizes)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
