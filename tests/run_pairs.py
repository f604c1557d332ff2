#!/usr/bin/python3
"""Run the pairs of tests/pairs: the same small program in Python and in Cora, whose events must come in the same order.

    run_pairs.py [--cora PATH] [-j N] [-v] [FILE-or-FOLDER...]

    tests/pairs/TOPIC/NAME.py      for CPython's asyncio, on a virtual clock (support/virtual_loop.py)
    tests/pairs/TOPIC/NAME.c       for `cora run --virtual-clock`
    tests/pairs/differs/NAME.*     where Cora differs on purpose

Standard output of the two must be equal, line by line. In `differs` each says itself what it prints, in lines of its own:
`# expect: TEXT` and `// expect: TEXT`; the two must differ, and `// differs: WHY` gives the reason. All Python programs run
in this process, one after the other: starting an interpreter takes longer than any of them.
The last line is `pairs: N passed, N failed`.
"""
import argparse
import asyncio
import concurrent.futures
import contextlib
import difflib
import gc
import io
import logging
import os
import re
import signal
import subprocess
import sys
import traceback
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
PAIRS = os.path.join(HERE, "pairs")
sys.path[:0] = [os.path.join(HERE, "support"), PAIRS]
import virtual_loop  # noqa: E402

LIMIT_SECONDS = 20


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def too_long(*_):
    raise TimeoutError("it did not end within %d s" % LIMIT_SECONDS)


def run_python(path):
    """What the program prints; an error that leaves it is printed as well."""
    out = io.StringIO()
    names = {"__name__": "__main__", "__file__": path}
    signal.alarm(LIMIT_SECONDS)
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(read(path), path, "exec"), names)
        except BaseException:
            out.write(traceback.format_exc())
        names.clear()
        gc.collect()  # what the program left behind is its own
    signal.alarm(0)
    return out.getvalue().splitlines()


def run_cora(path, cora):
    """What the program prints, and standard error if it did not end well."""
    try:
        run = subprocess.run([cora, "run", "--virtual-clock", os.path.basename(path)], stdin=subprocess.DEVNULL,
                             capture_output=True, timeout=LIMIT_SECONDS, cwd=os.path.dirname(path))
    except subprocess.TimeoutExpired:
        return ["it did not end within %d s" % LIMIT_SECONDS]
    out = run.stdout.decode("utf-8", "replace").splitlines()
    if run.returncode != 0:
        out += ["exit status %d" % run.returncode] + run.stderr.decode("utf-8", "replace").splitlines()
    return out


def difference(expected, got, names):
    return "\n".join(difflib.unified_diff(expected, got, *names, lineterm="", n=100))


def expectation(path):
    return re.findall(r"^(?:#|//) expect: (.*)$", read(path), re.MULTILINE)


def check_differing(stem, python, c):
    """Both as they say, and not the same; None when all is well."""
    expected = expectation(stem + ".py"), expectation(stem + ".c")
    if not re.search(r"^// differs: \S", read(stem + ".c"), re.MULTILINE):
        return "no line `// differs: WHY` in the Cora half"
    if expected[0] == expected[1]:
        return "the two expect the same: this is no difference"
    return (difference(expected[0], python, ("expected", "Python")) or difference(expected[1], c, ("expected", "Cora"))
            or None)


def check(stem, python, c):
    """None when all is well, else what is wrong."""
    if os.path.basename(os.path.dirname(stem)) == "differs":
        return check_differing(stem, python, c)
    if not python:
        return "the Python half prints nothing"
    return difference(python, c, ("Python", "Cora")) or None


def find_pairs(places):
    """(stem, what is missing) of every pair."""
    stems = set()
    for place in places:
        if not os.path.isdir(place):
            stems.add(os.path.splitext(os.path.abspath(place))[0])
        for folder, _, files in os.walk(place):
            stems.update(os.path.abspath(os.path.join(folder, os.path.splitext(name)[0]))
                         for name in files if name.endswith((".c", ".py")))
    stems.discard(os.path.join(PAIRS, "say"))
    for stem in sorted(stems):
        missing = [end for end in (".py", ".c") if not os.path.exists(stem + end)]
        yield stem, "there is no %s half" % missing[0] if missing else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cora", default=os.path.join(HERE, "..", "build", "cora"))
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("-v", action="store_true")
    parser.add_argument("places", nargs="*", default=[PAIRS])
    options = parser.parse_args()
    cora = os.path.abspath(options.cora)
    asyncio.set_event_loop_policy(virtual_loop.VirtualPolicy())
    logging.disable(logging.CRITICAL)  # errors that nobody took: Cora tells them elsewhere too
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, too_long)
    pairs = list(find_pairs(options.places))
    whole = [stem for stem, missing in pairs if not missing]
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        c = dict(zip(whole, pool.map(lambda stem: run_cora(stem + ".c", cora), whole)))
    failed = 0
    for stem, wrong in pairs:
        wrong = wrong or check(stem, run_python(stem + ".py"), c[stem])
        if wrong:
            failed += 1
            print("FAIL %s: %s" % (os.path.relpath(stem, HERE), wrong))
        elif options.v:
            print("ok   %s" % os.path.relpath(stem, HERE))
    print("pairs: %d passed, %d failed" % (len(pairs) - failed, failed))
    return 1 if failed or not pairs else 0


if __name__ == "__main__":
    sys.exit(main())
