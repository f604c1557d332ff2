"""Programs that only compute, beside Lua and LuaJIT's interpreter."""
import os
import shutil

from table import HERE, row, seconds_of


def bench_cpu(build, reps):
    ours = seconds_of([os.path.join(build, "cora"), "run", os.path.join(HERE, "fib.c")], reps)
    for peer, argv in (("Lua 5.4", ["lua5.4"]), ("LuaJIT's interpreter", ["luajit", "-joff"])):
        if shutil.which(argv[0]):
            theirs = seconds_of(argv + [os.path.join(HERE, "fib.lua")], reps)
            row("fib(35), beside %s" % peer, "%.3f s (%s %.3f s, ratio %.2f)" % (ours, peer, theirs, ours / theirs),
                "faster", ours < theirs)
        else:
            row("fib(35)", "%.3f s" % ours, "(%s is not installed)" % peer, True)
