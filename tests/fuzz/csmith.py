#!/usr/bin/python3
"""Run programs that csmith makes here and under gcc, and compare what they print and their exit status.

    csmith.py [--count N] [--seed S] [--cora PATH] [--keep FOLDER] [--seconds S]

Program i is made from seed S + i. csmith's programs have no undefined behaviour, so a fault of ours is a difference as
well. Passed over are those that do not end within a few seconds under gcc, and those that are not C: csmith mixes
pointers to int and to unsigned, which the language refuses as gcc -pedantic-errors does. After --seconds in all, no
more are begun. One that differs is kept. The last line is `N passed, N failed`. Without csmith or gcc there is nothing
to compare: that is said, and is no failure.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
HEADERS = "/usr/include/csmith"
# What the language leaves out is left out here too; sizes keep one program below a second.
CSMITH = ["csmith", "--no-packed-struct", "--no-argc", "--no-consts", "--no-volatiles", "--concise",
          "--max-funcs", "6", "--max-block-depth", "3"]
GCC = ["gcc", "-std=gnu17", "-pedantic-errors", "-Werror=pointer-sign", "-O1", "-fwrapv", "-fno-strict-aliasing", "-I" + HEADERS]
NATIVE_SECONDS, OUR_SECONDS = 2, 60


def run(command, seconds, folder=None):
    """Exit status, standard output, standard error; status None: it did not end. Runs in `folder` (csmith leaves a file)."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, stdin=subprocess.DEVNULL, cwd=folder)
    except subprocess.TimeoutExpired:
        return None, b"", b""
    return done.returncode, done.stdout, done.stderr


def check(seed, cora, folder):
    """None: passed over; "": agrees; else the difference."""
    source = os.path.join(folder, "csmith_%d.c" % seed)
    program, ours_source = source[:-2], source[:-2] + "_cora.c"
    if run(CSMITH + ["--seed", str(seed), "--output", source], OUR_SECONDS, folder)[0] != 0:
        return None
    if run(GCC + ["-o", program, source], OUR_SECONDS)[0] != 0:
        os.remove(source)
        return None
    theirs = run([program], NATIVE_SECONDS)
    os.remove(program)
    if theirs[0] is None:
        os.remove(source)
        return None
    with open(source, encoding="utf-8") as file:
        text = file.read()
    with open(ours_source, "w", encoding="utf-8") as file:
        file.write(text.replace('#include "csmith.h"', '#include "%s/csmith.h"' % HEADERS))
    ours = run([cora, "run", ours_source], OUR_SECONDS)
    if ours[:2] == theirs[:2]:
        os.remove(ours_source)
        os.remove(source)
        return ""
    told = [line for line in ours[2].decode("utf-8", "replace").split("\n") if "error" in line or "Assert" in line]
    return "%s: status %s, gcc's %s; %r, gcc says %r\n%s" % (ours_source, ours[0], theirs[0], ours[1][-60:], theirs[1][-60:], "\n".join(told[:3]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--cora", default=os.path.join(HERE, "..", "..", "build", "cora"))
    parser.add_argument("--keep", default=None)
    options = parser.parse_args()
    if not shutil.which("csmith") or not shutil.which("gcc") or not os.path.isdir(HEADERS):
        print("no csmith or no gcc: nothing to compare with\n0 passed, 0 failed")
        return 0
    folder = os.path.abspath(options.keep) if options.keep else tempfile.mkdtemp(prefix="cora-csmith-")
    os.makedirs(folder, exist_ok=True)
    passed, failed, over, began = 0, 0, 0, time.monotonic()
    for seed in range(options.seed, options.seed + options.count):
        if time.monotonic() - began > options.seconds:
            print("time is over after %d programs" % (seed - options.seed))
            break
        wrong = check(seed, os.path.abspath(options.cora), folder)
        if wrong:
            failed += 1
            print("FAIL %s" % wrong)
        elif wrong is None:
            over += 1
        else:
            passed += 1
    if not failed and not options.keep:
        shutil.rmtree(folder)
    print("%d are not C, or do not end in time" % over)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
