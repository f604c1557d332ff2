#!/usr/bin/python3
"""Every message has a test that shows it.

    catalogue.py [--cora PATH]

Reads runtime/base/diag.def, has `cora check --codes` say what it has to say about each program of tests/, and lists the
entries that no program shows, nor an expectation in tests/unit/ or tests/fuzz/big.py. Two entries may share a name: then
their texts tell them apart, and a message is the one's whose words it has most of.
"""
import argparse
import concurrent.futures
import os
import re
import subprocess
import sys

import run_lang

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
ROW = re.compile(r'^DIAG(?:_TOKEN|_LOST)?\((\w+), SEV_(\w+), "([^"]*)", "((?:[^"\\]|\\.)*)"\)', re.M)
MESSAGE = re.compile(r"^(?:.*?:(\d+):\d+: )?(error|warning|note): (.*) \[([a-z0-9-]+)\]$", re.M)
FEWEST_CHARACTERS = 12  # of a message's own, by which an expectation of a unit test, mostly a part of it, is known
CONVERSION = re.compile(r"%%|%[-+ 0#]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z)?[a-zA-Z]")


def text_of(literal):
    """What a C string literal's characters mean; diag.def and the tests use no other escapes."""
    return literal.replace('\\"', '"').replace("\\\\", "\\")


def pattern_of(message):
    """A regular expression for what printf makes of it."""
    parts = CONVERSION.split(message)
    found = CONVERSION.findall(message)
    pattern = re.escape(parts[0])
    for conversion, rest in zip(found, parts[1:]):
        pattern += ("%" if conversion == "%%" else ".*?") + re.escape(rest)
    return pattern


def read_catalogue():
    with open(os.path.join(ROOT, "runtime/base/diag.def"), encoding="utf-8") as file:
        rows = ROW.findall(file.read())
    return [(row_id, name, pattern_of(text_of(message)), severity.lower()) for row_id, severity, name, message in rows]


def programs():
    for folder in run_lang.FOLDERS:
        for place, _, files in os.walk(os.path.join(ROOT, "tests", folder)):
            yield from (os.path.join(place, name) for name in sorted(files) if name.endswith(".c"))


def is_expected(marks, line, severity, text):
    """Whether the program would fail without this message. What a mark quotes may also be one of its notes."""
    for number, kind, wanted in marks:
        if kind == severity and (number == line or kind == "note") and severity != "note":
            return True
        if kind in ("stderr", "note") and wanted in "%s: %s" % (severity, text):
            return True
    return False


def messages_of(cora, path):
    flags = ["--cell"] if path.endswith(".cell.c") else []
    run = subprocess.run([cora, "check", "--codes", *flags, os.path.basename(path)], cwd=os.path.dirname(path),
                         stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    marks = run_lang.read_marks(path)
    return [(severity, name, text) for line, severity, text, name in MESSAGE.findall(run.stderr.decode("utf-8", "replace"))
            if is_expected(marks, int(line or 0), severity, text)]


def unit_texts():
    """Expectations of tests/unit and of the sizes nobody writes, as one text; neighbouring literals are joined as C does."""
    folder = os.path.join(ROOT, "tests", "unit")
    texts = []
    for path in [os.path.join(folder, name) for name in sorted(os.listdir(folder))] + [os.path.join(HERE, "fuzz", "big.py")]:
        with open(path, encoding="utf-8") as file:
            texts += re.findall(r'"((?:[^"\\\n]|\\.)*)"', re.sub(r'"\s*\n\s*"', "", file.read()))
    return "\n".join(text_of(text) for text in texts)


def own_words(row):
    return row[2].replace(".*?", "").replace("\\", "")


def shown_by(severity, name, text, rows):
    """The row that a message comes from: of those it fits, the one with most words of its own."""
    fitting = [row for row in rows if name in (None, row[1]) and severity in (None, row[3]) and re.fullmatch(row[2], text)]
    return max(fitting, key=lambda row: len(own_words(row)), default=(None,))[0]


def shown_by_units(row, rows, units):
    """Whether an expectation of a unit test is this row's, and no other's."""
    if len(own_words(row)) < FEWEST_CHARACTERS:
        return False
    found = re.findall("^(?:.*: )?(" + row[2] + ")", units, re.M)
    return any(shown_by(None, None, text, rows) == row[0] for text in found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cora", default=os.path.join(ROOT, "build", "cora"))
    cora = os.path.abspath(parser.parse_args().cora)
    rows = read_catalogue()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        told = [each for some in pool.map(lambda path: messages_of(cora, path), programs()) for each in some]
    units = unit_texts()
    by_programs = {shown_by(*each, rows) for each in set(told)}
    missing = [row[0] for row in rows if row[0] not in by_programs and not shown_by_units(row, rows, units)]
    shown = len(rows) - len(missing)
    for row_id in missing:
        print("DIAG_%s: no test shows it" % row_id)
    print("messages: %d passed, %d failed" % (shown, len(missing)))
    return 1 if missing or not rows or not told else 0


if __name__ == "__main__":
    sys.exit(main())
