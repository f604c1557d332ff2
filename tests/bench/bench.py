#!/usr/bin/python3
"""Figures against the bars, measured beside peers in the same run: medians and ratios, never single times.

    bench.py [--build build] [--reps N] [--only kernel,cpu,speed,async,crawler]

A part is a module: bench_kernel.py, bench_cpu.py, bench_speed.py, bench_async.py (with the crawler). The exit status is
always 0: a bench reports, the reader judges; a row whose bar is missed ends with `MISSED`.
"""
import argparse
import sys

from bench_async import bench_async, bench_crawler
from bench_cpu import bench_cpu
from bench_kernel import bench_kernel
from bench_speed import bench_latency, bench_programs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build")
    parser.add_argument("--reps", type=int, default=10)
    parser.add_argument("--only", default="kernel,cpu,speed,async,crawler")
    parser.add_argument("--work", default="", help="of the async part only these workloads: spawn,switch")
    options = parser.parse_args()
    parts = options.only.split(",")
    if "kernel" in parts:
        bench_kernel(options.build, options.reps)
    if "cpu" in parts:
        bench_cpu(options.build, max(3, options.reps // 3))
    if "speed" in parts:
        bench_programs(options.build, max(2, options.reps // 3))
        bench_latency(options.build)
    if "async" in parts:
        bench_async(options.build, max(3, options.reps // 2), [w for w in options.work.split(",") if w])
    if "crawler" in parts:
        bench_crawler(options.build)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
