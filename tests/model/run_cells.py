#!/usr/bin/python3
"""Run random sessions of cells that define things anew, and compare what they print with what the model says (cells.py).

    run_cells.py [--sessions N] [--cells N] [--seed S] [--kernel PATH] [--show]

Session i is made from seed S + i. Of one that differs the cells so far are shown. The last line is `N passed, N failed`.
"""
import argparse
import os
import sys

import cells

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "kernel"))


def run(seed, count, kernel):
    """None, or what is wrong."""
    session = cells.Session(seed)
    shown = []
    for _ in range(count):
        code, lines, ending = session.cell()
        shown.append(code)
        reply, messages = kernel.client.run(code)
        printed = text_of(messages).split("\n")[:-1]
        is_error = reply["status"] == "error"
        ended = "ok" if not is_error else "error" if reply["ename"] == "CompileError" else "fault"
        if printed != [str(line) for line in lines] or ended != ending:
            return "%s\n--- should print %s and end with %s, but: %s, %s %s" % (
                "\n###\n".join(shown), lines, ending, printed, ended, reply.get("evalue", ""))
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--cells", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kernel", default=os.path.join(HERE, "..", "..", "build", "cora-kernel"))
    parser.add_argument("--show", action="store_true", help="the cells of one session and what they should print")
    options = parser.parse_args()
    if options.show:
        session = cells.Session(options.seed)
        for _ in range(options.cells):
            code, lines, ending = session.cell()
            print("%s\n--- %s %s\n###" % (code, ending, lines))
        return 0
    os.environ["CORA_KERNEL"] = os.path.abspath(options.kernel)
    global text_of
    from support import Kernel, text_of
    passed = failed = 0
    for seed in range(options.seed, options.seed + options.sessions):
        kernel = Kernel()
        try:
            wrong = run(seed, options.cells, kernel)
        finally:
            kernel.close()
        if wrong:
            print("FAIL session %d: %s" % (seed, wrong))
        passed, failed = passed + (not wrong), failed + bool(wrong)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
