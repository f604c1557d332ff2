#!/usr/bin/python3
"""Run random task programs, and compare what they print with what the model of the loop says (loop.py).

    run_model.py [--count N] [--seed S] [--cora PATH] [-j N] [--keep FOLDER]
    run_model.py --seed S --show          the program of a seed and what it should print

Program i is made from seed S + i. One that differs is made smaller as long as it still differs, kept, and told with
the seed that makes it again. The last line is `N passed, N failed`.
"""
import argparse
import concurrent.futures
import copy
import os
import subprocess
import sys
import tempfile

import interpret
import program as programs

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT_SECONDS = 30


def run(program, cora, path):
    """The lines it prints, or what went wrong instead."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(programs.write(program))
    try:
        done = subprocess.run([cora, "run", "--virtual-clock", path], capture_output=True, timeout=LIMIT_SECONDS,
                              stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return ["no end within %d s" % LIMIT_SECONDS]
    lines = done.stdout.decode("utf-8", "replace").split("\n")[:-1]
    if done.returncode != 0:
        lines.append("exit status %d" % done.returncode)
        lines += done.stderr.decode("utf-8", "replace").split("\n")[-8:]
    return lines


def difference(program, cora, path):
    """None: it prints what the model says."""
    expected = interpret.trace(program)
    if expected is None:
        return None
    got = run(program, cora, path)
    for number, (ours, models) in enumerate(zip(got + ["(end)"], expected + ["(end)"]), 1):
        if ours != models:
            return "line %d: %r, the model says %r" % (number, ours, models)
    return None


def smaller(program):
    """Programs with one statement less: gone, or its body in its place."""
    def places(body):
        for i in range(len(body)):
            yield body, i
            for inner in body[i].bodies:
                yield from places(inner)

    count = sum(1 for body in program.functions for _ in places(body))
    for which in range(count):
        for way in range(3):
            less = copy.deepcopy(program)
            body, i = [place for body in less.functions for place in places(body)][which]
            if way == 0:
                del body[i]
            elif way <= len(body[i].bodies) and body[i].kind != "repeat":
                body[i:i + 1] = body[i].bodies[way - 1]
            else:
                continue
            yield less


def shrink(program, cora, path):
    wrong = difference(program, cora, path)
    shrunk = True
    while shrunk:
        shrunk = False
        for less in smaller(program):
            why = difference(less, cora, path)
            if why and "exit status 65" not in why:
                program, wrong, shrunk = less, why, True
                break
    run(program, cora, path)
    return wrong


def check(seed, cora, folder):
    path = os.path.join(folder, "model_%d.c" % seed)
    program = programs.generate(seed)
    if not difference(program, cora, path):
        if os.path.exists(path):
            os.remove(path)
        return None
    wrong = shrink(program, cora, path)
    return "seed %d (run_model.py --seed %d --count 1): %s\n  made smaller: %s" % (seed, seed, wrong, path)


def show(seed):
    program = programs.generate(seed)
    print(programs.write(program))
    print("\n".join("// expect: " + line for line in interpret.trace(program) or ["too long to be run"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cora", default=os.path.join(HERE, "..", "..", "build", "cora"))
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("--keep", default=None)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if options.show:
        show(options.seed)
        return 0
    folder = options.keep or tempfile.mkdtemp(prefix="cora-model-")
    os.makedirs(folder, exist_ok=True)
    failed = 0
    seeds = range(options.seed, options.seed + options.count)
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for wrong in pool.map(lambda seed: check(seed, os.path.abspath(options.cora), folder), seeds):
            if wrong:
                failed += 1
                print("FAIL %s" % wrong, flush=True)
    if not failed and not options.keep:
        os.rmdir(folder)
    print("%d passed, %d failed" % (len(seeds) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
