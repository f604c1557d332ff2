"""Tasks, generators and waiting, beside asyncio, Node, Go and C++20: the same workloads in every language, the same N
where the peer is not too slow for it, and one checksum that all must find.

Every program in async/ takes WORKLOAD N [ARG] and prints {"ns", "n", "check"} as its last line. The runs of a row go
round by round through all programs, so that what else the machine does meets them alike. The ratio is to the fastest
peer; C++20 is the limit of a compiled language with a scheduler that can do nothing else, and is not counted as one.
"""
import json
import os
import shutil
import statistics
import subprocess
import time

from table import HERE, clock, row

ASYNC = os.path.join(HERE, "async")
LIMIT = "c++20"
SLOW = {"asyncio", "uvloop"}


class Work:
    """A row: what is done, how much of it, and the bar. unit: ns an operation, mem (two rows: bytes a task, CPU
    seconds), over (ms beyond four seconds), rate (a second)."""

    def __init__(self, label, name, n, slow_n, arg, unit, bars, lacking=()):
        self.label, self.name, self.n, self.slow_n, self.arg = label, name, n, slow_n, arg
        self.unit, self.bars, self.lacking = unit, bars, lacking

    def words(self, peer):
        n = self.slow_n if peer in SLOW else self.n
        return [self.name, str(n)] + ([str(self.arg)] if self.arg else [])

    def command(self, peer, argv):
        """Ours for TCP is a program of its own, which needs no name of a workload."""
        if peer == "cora" and self.name == "echo":
            return argv[:-1] + [os.path.join(ASYNC, "echo.c")] + self.words(peer)[1:]
        return argv + self.words(peer)


WORKS = [
    Work("spawn and await a task", "spawn", 1000000, 200000, 0, "ns", [100]),
    Work("the same, yielding once", "spawn1", 1000000, 200000, 0, "ns", [None]),
    Work("call an async function", "call", 2000000, 2000000, 0, "ns", [30], {"go"}),
    Work("task switch", "switch", 5000000, 500000, 0, "ns", [20]),
    Work("resume at depth 1", "deep", 2000000, 200000, 1, "ns", [15]),
    Work("resume at depth 1,000", "deep", 2000000, 10000, 1000, "ns", [15]),
    Work("item through a bounded queue", "queue", 1000000, 200000, 0, "ns", [33]),
    Work("value of a generator", "gen", 10000000, 5000000, 0, "ns", [15]),
    Work("value of an async generator", "agen", 10000000, 2000000, 0, "ns", [None], {"go", LIMIT}),
    Work("100,000 sleepers", "sleepers", 100000, 100000, 3, "mem", [250, None]),
    Work("1,000,000 sleepers", "sleepers", 1000000, 1000000, 20, "mem", [250, 1.5]),
    Work("crawler over 4.000 s", "crawl", 4, 4, 0, "over", [0.2]),
    Work("TCP echo round trips", "echo", 100000, 20000, 100, "rate", [65000], {"node", "go", LIMIT}),
]


def programs(build):
    """name -> (argv, environment) of ours and of every peer that is installed."""
    at = lambda name: os.path.join(ASYNC, name)
    out = lambda name: os.path.join(build, "bench", name)
    os.makedirs(os.path.join(build, "bench"), exist_ok=True)
    found = {"cora": ([os.path.join(build, "cora"), "run", at("work.c")], {}),
             "asyncio": (["/usr/bin/python3", at("work.py")], {})}
    if subprocess.run(["/usr/bin/python3", "-c", "import uvloop"], capture_output=True, check=False).returncode == 0:
        found["uvloop"] = (["/usr/bin/python3", at("work.py"), "--uvloop"], {})
    if shutil.which("node"):
        found["node"] = (["node", at("work.mjs")], {})
    if shutil.which("go"):
        subprocess.check_call(["go", "build", "-o", out("work-go"), at("work.go")])
        found["go"] = ([out("work-go")], {"GOMAXPROCS": "1"})
    if shutil.which("g++"):
        subprocess.check_call(["g++", "-std=c++20", "-O2", at("work.cpp"), "-o", out("work-cpp")])
        found[LIMIT] = ([out("work-cpp")], {})
    return found


def run_once(argv, environment):
    """What the program printed, with its peak memory and CPU time. The peak is read while it runs (VmHWM): the one that
    wait4 gives counts our own image too, until exec."""
    process = subprocess.Popen(argv, env=dict(os.environ, **environment), stdout=subprocess.PIPE)
    peak = 0
    while not os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
        with open("/proc/%d/status" % process.pid, encoding="ascii") as file:
            peak = max([peak] + [int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM:")])
        time.sleep(0.02)
    text = process.stdout.read().decode()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit("bench: this failed: %s" % " ".join(argv))
    result = json.loads(text.splitlines()[-1])
    result.update(peak=peak, cpu=usage.ru_utime + usage.ru_stime)
    return result


def figures(work, runs, base):
    """The row's figures of one program, from all its runs: one, or two for mem."""
    median = lambda of: statistics.median(of(run) for run in runs)
    if work.unit == "mem":
        return [median(lambda r: (r["peak"] - base["peak"]) / r["n"]), median(lambda r: r["cpu"] - base["cpu"])]
    if work.unit == "over":
        return [median(lambda r: r["ns"] / 1e6 - 4000)]
    if work.unit == "rate":
        return [median(lambda r: r["n"] / (r["ns"] / 1e9))]
    return [median(lambda r: r["ns"] / r["n"])]


def measure(work, all_programs, reps):
    """name -> figures; and whether all programs that did the same found the same."""
    able = {name: program for name, program in all_programs.items() if name not in work.lacking}
    base = {name: run_once(argv + ["sleepers", "1", "1"], environment) if work.unit == "mem" else None
            for name, (argv, environment) in able.items()}
    reps = {"mem": 1 if work.n >= 1000000 else 3, "over": 3}.get(work.unit, reps)
    runs = {name: [] for name in able}
    for _ in range(reps):
        for name, (argv, environment) in able.items():
            runs[name].append(run_once(work.command(name, argv), environment))
    checks = {name: {run["check"] for run in of} for name, of in runs.items() if of[0]["n"] == work.n or not work.n}
    agree = len(set().union(*checks.values())) == 1
    return {name: figures(work, of, base[name]) for name, of in runs.items()}, agree


def number(x):
    return "%.0f" % x if abs(x) >= 100 else "%.3g" % x


def print_row(label, unit, values, bar, names):
    higher_is_better = unit == "1/s"
    ours, peers = values["cora"], [values[n] for n in names if n in values and n not in ("cora", LIMIT)]
    best = (max if higher_is_better else min)(peers) if peers else None
    ratio = "%.2f" % (ours / best) if best else "-"
    missed = bar is not None and (ours < bar if higher_is_better else ours > bar)
    cells = [number(values[n]) if n in values else "-" for n in names]
    print("%-36s %-4s" % (label, unit) + "".join("%10s" % cell for cell in cells) + "%8s%9s  %s"
          % (ratio, "-" if bar is None else "%s %s" % (">=" if higher_is_better else "<=", number(bar)), "MISSED" if missed else ""), flush=True)


def bench_async(build, reps, only):
    all_programs = programs(build)
    names = list(all_programs)
    print("%-41s" % "async" + "".join("%10s" % name for name in names) + "%8s%9s" % ("ratio", "bar"), flush=True)
    units = {"ns": ["ns"], "mem": ["B", "s"], "over": ["ms"], "rate": ["1/s"]}
    for work in WORKS:
        if only and work.name not in only:
            continue
        values, agree = measure(work, all_programs, reps)
        for i, unit in enumerate(units[work.unit]):
            label = work.label + (": memory each" if unit == "B" else ": CPU, all" if unit == "s" else "")
            print_row(label, unit, {name: of[i] for name, of in values.items()}, work.bars[i], names)
        if not agree:
            print("    the programs do not agree about the result of `%s`" % work.name)


def bench_crawler(build):
    for name, want in (("crawl_tasks.c", 4.0), ("crawl_turn.c", 10.0), ("crawl_serial.c", 10.0)):
        began = clock()
        text = subprocess.run([os.path.join(build, "cora"), "run", os.path.join(HERE, name)], capture_output=True, text=True,
                              check=True).stdout
        took, inside = clock() - began, float(text.split()[-1])
        row("crawler, %s" % name, "%.4f s by its own clock (%.3f s in all)" % (inside, took), "within 20 ms of %.1f s" % want,
            want <= inside + 1e-6 and inside <= want + 0.020)
