#!/usr/bin/python3
"""Run the programs of the tests under stress, on a build that is made for it (`make stress`).

    stress.py [--cora PATH] [-j N] [PART...]

That build collects at every safepoint and checks the whole heap after it, moves the stack at every call, has a budget of
one call or back edge, and lets the allocation fail whose number is in $CORA_STRESS_FAIL. The parts:

    programs  tests/lang, tests/trap and tests/async print what they always do
    model     a thousand random task programs print what the model of the loop says
    order     tests/async/any_order prints the same in whatever order ready tasks run
    memory    whichever allocation of a program of tests/async fails, the program ends in an orderly way
    pairs     tests/run_pairs.py, where it is

A program that says `// stress: REASON` is left out of what REASON explains: it takes too long under stress. The last line is
`N passed, N failed`.
"""
import argparse
import concurrent.futures
import os
import re
import subprocess
import sys

import run_lang

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT_SECONDS = 60
ORDERS = 25
MODEL_PROGRAMS = 1000
# Which allocation fails: each of the first ones, then ever fewer.
FAILING = list(range(1, 25)) + [29, 35, 42, 50, 60, 72, 86, 103, 124, 149]
ENDS = (0, run_lang.EXIT_ERROR, run_lang.EXIT_FAULT)


def summary(name, command):
    """Runs a test program of ours whose last line is `N passed, N failed`, and gives the two numbers."""
    done = subprocess.run([sys.executable] + command, capture_output=True, text=True)
    lines = done.stdout.strip().split("\n")
    found = re.search(r"(\d+) passed, (\d+) failed", lines[-1])
    passed, failed = (int(found.group(1)), int(found.group(2))) if found else (0, 1)
    if failed or done.returncode:
        print("\n".join(lines[-60:]) + done.stderr)
        failed = max(failed, 1)
    print("%s: %d passed, %d failed" % (name, passed, failed), flush=True)
    return passed, failed


def run_programs(cora, jobs):
    folders = [os.path.join(HERE, folder) for folder in ("lang", "trap", "async")]
    return summary("programs", [os.path.join(HERE, "run_lang.py"), "--cora", cora, "-j", str(jobs), "--stress", *folders])


def run_models(cora, jobs):
    return summary("model", [os.path.join(HERE, "model", "run_model.py"), "--cora", cora, "-j", str(jobs), "--count",
                             str(MODEL_PROGRAMS)])


def run_pairs(cora, jobs):
    script = os.path.join(HERE, "run_pairs.py")
    return summary("pairs", [script, "--cora", cora, "-j", str(jobs)]) if os.path.exists(script) else (0, 0)


def each(name, check, places, cora, jobs):
    """Runs check(path, cora) for programs; it gives None or what is wrong."""
    paths = list(run_lang.programs([os.path.join(HERE, place) for place in places]))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for path, wrong in zip(paths, pool.map(lambda path: check(path, cora), paths)):
            if wrong:
                failed += 1
                print("FAIL %s: %s" % (os.path.relpath(path, HERE), wrong), flush=True)
    print("%s: %d passed, %d failed" % (name, len(paths) - failed, failed), flush=True)
    return len(paths) - failed, failed


def check_orders(path, cora):
    for seed in range(1, ORDERS + 1):
        wrong = run_lang.check(path, cora, ["--shuffle", str(seed)])
        if wrong:
            return "--shuffle %d: %s" % (seed, wrong)
    return None


def run_orders(cora, jobs):
    return each("order", check_orders, ["async/any_order"], cora, jobs)


def check_failing(path, cora):
    """The program must end by itself, whatever it then prints, and not by one of our asserts or a signal. Those that talk to
    the world are left out: one end of a connection that has failed may leave the other waiting, rightly."""
    marks = run_lang.read_marks(path)
    if run_lang.of(marks, "stress") or os.sep + "net" + os.sep in path:
        return None
    ends = ENDS + tuple(int(text) for _, text in run_lang.of(marks, "exit"))
    for number in FAILING:
        environment = dict(os.environ, CORA_STRESS_FAIL=str(number))
        try:
            done = subprocess.run(run_lang.command(path, cora, marks), input=run_lang.stdin_of(marks), capture_output=True,
                                  timeout=LIMIT_SECONDS, cwd=os.path.dirname(path), env=environment)
        except subprocess.TimeoutExpired:
            return "allocation %d fails: no end within %d s" % (number, LIMIT_SECONDS)
        told = done.stderr.decode("utf-8", "replace")
        if done.returncode not in ends:
            return "allocation %d fails: exit status %d\n%s" % (number, done.returncode, told[-1500:])
    return None


def run_failing(cora, jobs):
    return each("memory", check_failing, ["async"], cora, jobs)


PARTS = {"programs": run_programs, "model": run_models, "order": run_orders, "memory": run_failing, "pairs": run_pairs}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cora", default=os.path.join(HERE, "..", "build", "stress", "cora"))
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("parts", nargs="*", choices=list(PARTS) + [[]])
    options = parser.parse_args()
    cora = os.path.abspath(options.cora)
    passed = failed = 0
    for name in options.parts or PARTS:
        good, bad = PARTS[name](cora, options.j)
        passed += good
        failed += bad
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
