#!/usr/bin/python3
"""Run generated programs here and under gcc, and compare what they print and their exit status.

    differential.py [--count N] [--seed S] [--cora PATH] [--keep FOLDER]

Program i of a run is made from seed S + i, by gen_expr, gen_struct, gen_library and gen_calls in turn (--only NAME: by that one).
One that differs is kept. The last line is `N passed, N failed`. Without gcc there is nothing to compare with: that is said, and
is no failure.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

import gen_calls
import gen_expr
import gen_library
import gen_struct

HERE = os.path.dirname(os.path.abspath(__file__))
GCC = ["gcc", "-std=gnu17", "-w", "-O1", "-fwrapv", "-fno-strict-aliasing"]
LIMIT_SECONDS = 20
GENERATORS = [gen_expr, gen_struct, gen_library, gen_calls]
# The library's answers depend on these.
ENVIRONMENT = dict(os.environ, LC_ALL="C", TZ="UTC")


def run(command):
    try:
        done = subprocess.run(command, capture_output=True, timeout=LIMIT_SECONDS, stdin=subprocess.DEVNULL,
                              env=ENVIRONMENT)
    except subprocess.TimeoutExpired:
        return "no end within %d s" % LIMIT_SECONDS, b"", b""
    return done.returncode, done.stdout, done.stderr


def first_difference(ours, theirs):
    a, b = ours.split(b"\n"), theirs.split(b"\n")
    for number, (x, y) in enumerate(zip(a, b), 1):
        if x != y:
            return "line %d: %r, gcc says %r" % (number, x, y)
    return "%d lines, gcc has %d" % (len(a), len(b))


def check(seed, generators, cora, folder):
    """None when both agree, else the difference."""
    generator = generators[seed % len(generators)]
    source = os.path.join(folder, "%s_%d.c" % (generator.__name__, seed))
    with open(source, "w", encoding="utf-8") as file:
        file.write(generator.generate(seed))
    program = source[:-2]
    status, _, told = run(GCC + ["-o", program, source, "-lm"])
    if status != 0:
        return "%s: gcc does not compile it: %s" % (source, told.decode("utf-8", "replace")[:300])
    theirs = run([program])
    ours = run([cora, "run", source])
    os.remove(program)
    if ours[:2] == theirs[:2]:
        os.remove(source)
        return None
    told = [line for line in ours[2].decode("utf-8", "replace").split("\n") if "error" in line or "Assert" in line]
    return "%s: status %s, gcc's %s; %s\n%s" % (source, ours[0], theirs[0], first_difference(ours[1], theirs[1]), "\n".join(told[:3]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cora", default=os.path.join(HERE, "..", "..", "build", "cora"))
    parser.add_argument("--keep", default=None)
    parser.add_argument("--only", default=None, help="gen_expr, gen_struct, gen_library or gen_calls")
    options = parser.parse_args()
    if not shutil.which("gcc"):
        print("no gcc: nothing to compare with\n0 passed, 0 failed")
        return 0
    folder = options.keep or tempfile.mkdtemp(prefix="cora-fuzz-")
    os.makedirs(folder, exist_ok=True)
    failed = 0
    generators = [g for g in GENERATORS if options.only in (None, g.__name__)]
    if not generators:
        parser.error("no generator is called " + options.only)
    for seed in range(options.seed, options.seed + options.count):
        wrong = check(seed, generators, os.path.abspath(options.cora), folder)
        if wrong:
            failed += 1
            print("FAIL %s" % wrong)
    if not failed and not options.keep:
        shutil.rmtree(folder)
    print("%d passed, %d failed" % (options.count - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
