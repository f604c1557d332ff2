#!/usr/bin/python3
"""Run notebooks/asyncio.md: every line of its tables, and a look for what is missing.

    run_asyncio_table.py [--cora PATH] [-j N] [-v]

A row is `| asyncio's names | Cora's form | a line to run | what it prints |`. The line is the body of
main, behind the page's first block of C, and runs on the virtual clock. The last column is what is printed, its white space made one blank; or
`error: TEXT`: the line does not compile, and TEXT is in the message.

Besides: every public name of Python's asyncio stands in some row; the name with `asyncio.` in front is an error whose
message says more than that `asyncio` is unknown; so is every name of runtime/front/asyncio.def without it; and every pair
of tests/pairs/differs has its row.
The last line is `asyncio table: N passed, N failed`.
"""
import argparse
import asyncio
import concurrent.futures
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PAGE = os.path.join(HERE, "..", "notebooks", "asyncio.md")
NAMES = os.path.join(HERE, "..", "runtime", "front", "asyncio.def")
DIFFERS = os.path.join(HERE, "pairs", "differs")
LIMIT_SECONDS = 20


class Cora:
    def __init__(self, path, prelude):
        self.path = os.path.abspath(path)
        self.prelude = prelude

    def run(self, line):
        """Status, standard output, standard error."""
        text = self.prelude + "async int main(void) {\n" + line + "\n}\n"
        try:
            run = subprocess.run([self.path, "run", "--virtual-clock", "-"], input=text, capture_output=True,
                                 timeout=LIMIT_SECONDS, encoding="utf-8")
        except subprocess.TimeoutExpired:
            return None, "", "it did not end within %d s" % LIMIT_SECONDS
        return run.returncode, run.stdout, run.stderr


def cells(row):
    """The columns of a row of a table."""
    return [cell.strip() for cell in row.strip().strip("|").split(" | ")]


def code(cell):
    return cell[1:-1] if cell.startswith("`") and cell.endswith("`") else cell


def check_row(cora, row):
    """None when all is well, else what is wrong."""
    if len(row) != 4:
        return "it has %d columns" % len(row)
    line, expected = code(row[2]), row[3]
    status, out, err = cora.run(line)
    if expected.startswith("error: "):
        text = expected[len("error: "):]
        return None if status == 65 and text in err else "no error with %r:\n%s%s" % (text, out, err)
    got = " ".join(out.split())
    return None if status == 0 and got == code(expected) else "it printed %r:\n%s" % (got, err)


def check_note(cora, use):
    """The line is an error, and more is said than where."""
    status, _, err = cora.run(use)
    notes = [line for line in err.splitlines() if line.startswith("  ") and line.strip(" ^~") and use not in line]
    return None if status == 65 and notes else "no note for `%s`:\n%s" % (use, err)


def check_name(cora, name, rows):
    if not any("`%s`" % name in row[0] for row in rows):
        return "asyncio.%s has no row" % name
    return check_note(cora, "asyncio.%s;" % name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cora", default=os.path.join(HERE, "..", "build", "cora"))
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("-v", action="store_true")
    options = parser.parse_args()
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    cora = Cora(options.cora, re.search(r"^```c\n(.*?)^```", page, re.MULTILINE | re.DOTALL).group(1))
    table, differences = page.split("\n## Where Cora differs on purpose\n")
    rows = [cells(line) for line in table.splitlines() if line.startswith("| `")]
    public = [name for name in sorted(asyncio.__all__) if not name.startswith("_")]
    with open(NAMES, encoding="utf-8") as file:
        told = re.findall(r'^[A-Z_]+\("(\w+)"', file.read(), re.MULTILINE)
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        results = list(zip([row[0] for row in rows], pool.map(lambda row: check_row(cora, row), rows)))
        results += zip(["asyncio." + name for name in public], pool.map(lambda name: check_name(cora, name, rows), public))
        results += zip(told, pool.map(lambda name: check_note(cora, "auto x = %s(3);" % name), told))
    results += [("differs/" + name, None if "| `%s` |" % name[:-2] in differences else "it has no row")
                for name in sorted(os.listdir(DIFFERS)) if name.endswith(".c")]
    failed = 0
    for name, wrong in results:
        if wrong:
            failed += 1
            print("FAIL %s: %s" % (name, wrong))
        elif options.v:
            print("ok   %s" % name)
    print("asyncio table: %d passed, %d failed" % (len(results) - failed, failed))
    return 1 if failed or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
