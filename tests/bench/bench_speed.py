"""The part `speed` of bench.py: programs that only compute, beside gcc -O2; and from a cell's text to its answer.

Every program of cpu/ is run by `cora run` and as gcc -O2 makes it, in turns, and has to print the same, byte for byte.
Figures are processor seconds of the whole process, the least of several runs of each: what else the machine does adds
to both, and only adds.
"""
import os
import shutil
import statistics
import subprocess

from table import row

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = ["fib", "nbody", "sieve", "matmul", "mandel", "hash", "trees", "qsort", "list", "particles"]
MOST, MOST_MEAN = 20, 9
GCC = ["gcc", "-std=c11", "-O2"]


def cpu_seconds(argv):
    process = subprocess.Popen(argv, stdout=subprocess.PIPE)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode != 0:
        raise SystemExit("%s ended with status %d" % (" ".join(argv), process.returncode))
    return usage.ru_utime + usage.ru_stime, text


def compare(build, name, reps):
    """(ratio, seconds here, seconds of gcc's, whether they print the same)."""
    source, native = os.path.join(HERE, "cpu", name + ".c"), os.path.join(build, "bench-" + name)
    subprocess.check_call(GCC + [source, "-o", native, "-lm"])
    ours, theirs, same = [], [], True
    for _ in range(reps):
        mine, text = cpu_seconds([os.path.join(build, "cora"), "run", source])
        ours.append(mine)
        for _ in range(2):
            gccs, expected = cpu_seconds([native])
            theirs.append(gccs)
        same = same and text == expected
    return min(ours) / min(theirs), min(ours), min(theirs), same


def bench_programs(build, reps):
    if not shutil.which("gcc"):
        print("(gcc is not installed: nothing to compare programs with)")
        return
    ratios = []
    for name in PROGRAMS:
        ratio, ours, theirs, same = compare(build, name, reps)
        ratios.append(ratio)
        row("%s, beside gcc -O2" % name,
            "%.1f x (%.3f s, gcc %.3f s)%s" % (ratio, ours, theirs, "" if same else ", OTHER OUTPUT"),
            "<= %d x, same output" % MOST, ratio <= MOST and same)
    mean = statistics.geometric_mean(ratios)
    row("geometric mean of the %d" % len(ratios), "%.2f x" % mean, "<= %d x gcc -O2" % MOST_MEAN, mean <= MOST_MEAN)


def bench_latency(build):
    program = os.path.join(build, "bench-latency")
    runtime = os.path.join(HERE, "..", "..", "runtime")
    subprocess.check_call(["gcc", "-O2", "-I" + runtime, os.path.join(HERE, "latency.c"),
                           os.path.join(build, "cora-runtime.o"), "-o", program, "-luv", "-lm", "-pthread"])
    told = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=True).stdout
    took = {name: float(us) for name, us in (line.split() for line in told.splitlines())}
    row("a one-line cell to its answer, warm", "%.1f us" % took["expression"], "< 50 us", took["expression"] < 50)
    row("a function and its call to the answer, warm", "%.1f us" % took["function"], "< 50 us (libtcc: 70 us)",
        took["function"] < 50)
    row("a cell of 1,000 lines, compiled", "%.2f ms" % (took["long"] / 1e3), "< 10 ms", took["long"] < 10000)
