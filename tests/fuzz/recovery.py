#!/usr/bin/python3
"""One slip, one message: sound programs with a mistake put in.

    recovery.py [--cora PATH] [--count N] [--seed S] [--family WORD] [--table] [--clang] [--show]

Takes programs of tests/lang and tests/async that compile without a word, and puts a slip of each family of slips.py into N of
them. `cora check` must not crash, its exit status must agree with what it says, and of all that do not compile BAR_PERCENT
have exactly one error, and as many have it on the line of the slip or the one before or behind. A brace that is missing or
too many may be noticed further down: then it is a note that tells the line.

--table prints a row for each family: programs that do not compile, of them (in percent) those with one error and those where
it is near, and the most errors one slip made; --clang the same for clang, for the programs that are C. --show prints what
was told about the slips that made more than one error, or one elsewhere.
"""
import argparse
import concurrent.futures
import os
import random
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import run_lang  # noqa: E402
import slips  # noqa: E402

BAR_PERCENT = 93  # of a sample; over many seeds it is 97
MOST_ERRORS = 20
NAME = "slip.c"
MESSAGE = re.compile(r"^(?:[^\n]*/)?slip\.c:(\d+):\d+: (?:fatal )?error: ", re.M)
PLACE = re.compile(r"slip\.c:(\d+):\d+: ")
CLANG = ["clang", "-fsyntax-only", "-std=gnu2x", "-w", "-fno-caret-diagnostics", "-Werror=implicit-function-declaration",
         "-Werror=int-conversion", "-Werror=incompatible-pointer-types", "-Werror=implicit-int"]


def compile_text(command, text):
    """Exit status and messages."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, NAME), "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(text)
        try:
            run = subprocess.run([*command, NAME], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, cwd=folder)
        except subprocess.TimeoutExpired:
            return -1, "it does not end"
    return run.returncode, run.stderr.decode("utf-8", "replace")


def sound_programs(seed):
    """(path, text) in an order of the seed's own; a program's place in it depends on its name alone."""
    paths = run_lang.programs([os.path.join(HERE, "..", folder) for folder in ("lang", "async")])
    for path in sorted(paths, key=lambda each: random.Random("%d %s" % (seed, os.path.relpath(each, HERE))).random()):
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            text = file.read()
        if "#include \"" not in text and "\\\n" not in text and not path.endswith(".cell.c") and len(text) < 4000:
            yield path, text


class Judge:
    """Who compiles, and which programs it finds sound."""

    def __init__(self, command):
        self.command = command
        self.sound = {}

    def is_sound(self, path, text):
        if path not in self.sound:
            self.sound[path] = compile_text(self.command, text) == (0, "")
        return self.sound[path]


class Slip:
    def __init__(self, path, text, line):
        self.path, self.text, self.line = path, text, line

    def told_by(self, judge):
        self.status, self.err = compile_text(judge.command, self.text)
        lines = [int(line) for line in MESSAGE.findall(self.err)]
        self.count = len(lines)
        self.is_near = bool(lines) and any(abs(int(line) - self.line) <= 1 for line in PLACE.findall(self.err))
        return self

    def is_broken(self):
        return self.status not in (0, 65) or (self.status == 65) != (self.count > 0) or self.count > MOST_ERRORS


def slips_of(name, judges, options):
    rng = random.Random("%d %s" % (options.seed, name))
    found = []
    for path, text in sound_programs(options.seed):
        slip = slips.SLIPS[name](slips.Program(text), rng) if all(judge.is_sound(path, text) for judge in judges) else None
        if slip:
            found.append(Slip(path, *slip))
        if len(found) == options.count:
            break
    return found


def row(made):
    wrong = [slip for slip in made if slip.count > 0]
    one = sum(slip.count == 1 for slip in wrong)
    near = sum(slip.is_near for slip in wrong)
    return len(wrong), one, near, max([slip.count for slip in wrong], default=0)


def percent(part, whole):
    return 100 * part / whole if whole else 100.0


def report(name, made, options):
    """Prints what is wrong with a family's slips; whether something is broken."""
    for slip in made:
        place = "%s, line %d: %s" % (os.path.relpath(slip.path, HERE), slip.line, slip.text.split("\n")[slip.line - 1])
        if slip.is_broken():
            print("FAIL %s: %s\nexit status %d, %d errors\n%s" % (name, place, slip.status, slip.count, slip.err))
        elif options.show and slip.count > 0 and (slip.count > 1 or not slip.is_near):
            print("%s: %s\n%s" % (name, place, slip.err))
    return any(slip.is_broken() for slip in made)


def print_row(name, rows):
    print("%-26s" % name + "   ".join("%5d %6.1f %6.1f %4d" % (n, percent(one, n), percent(near, n), most)
                                      for n, one, near, most in rows), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cora", default=os.path.join(HERE, "..", "..", "build", "cora"))
    parser.add_argument("--count", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--family", default="")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--clang", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    judges = [Judge([os.path.abspath(options.cora), "check"])] + ([Judge(CLANG)] if options.clang else [])
    sums = [[0, 0, 0, 0] for _ in judges]
    is_broken = False
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name in [name for name in slips.SLIPS if options.family in name]:
            rows = []
            for judge in judges:
                made = list(pool.map(lambda slip: slip.told_by(judge), slips_of(name, judges, options)))
                rows.append(row(made))
                is_broken |= judge is judges[0] and report(name, made, options)
            for total, each in zip(sums, rows):
                total[:] = [total[0] + each[0], total[1] + each[1], total[2] + each[2], max(total[3], each[3])]
            if options.table:
                print_row(name, rows)
    if options.table:
        print_row("all", sums)
    n, one, near, _ = sums[0]
    is_good = not is_broken and n > 0 and min(percent(one, n), percent(near, n)) >= BAR_PERCENT
    print("slips: %d with one message, %d with more; %d told near the slip; %s" % (
        one, n - one, near, "passed" if is_good else "failed: %d percent of both are asked" % BAR_PERCENT))
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
