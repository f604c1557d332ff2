"""What every part of the bench does alike: a row of the table, and how long a command takes."""
import os
import statistics
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
clock = time.perf_counter


def row(what, figure, bar, good):
    print("%-52s %-34s bar: %-28s %s" % (what, figure, bar, "" if good else "MISSED"))


def seconds_of(argv, reps):
    times = []
    for _ in range(reps):
        began = clock()
        subprocess.run(argv, stdout=subprocess.DEVNULL, check=True)
        times.append(clock() - began)
    return statistics.median(times)
