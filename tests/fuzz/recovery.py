#!/usr/bin/python3
"""One slip, one message: programs with a token taken out.

    recovery.py [--cora PATH] [--count N] [--seed S]

Takes N small programs of tests/lang that compile without a word, and leaves out one token of each: a slip everybody makes.
`cora check` must then neither crash nor go on and on: at most MOST_ERRORS errors. A piece of syntax is missed on its line or
the one before or behind; only a missing brace may be noticed further down, and then the message is about a brace. A missing
word or `*` may leave a valid declaration of something else, which is noticed where that is used; or a valid program.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import run_lang  # noqa: E402

MOST_ERRORS = 5
TOKEN = re.compile(r'''[A-Za-z_]\w*|\.?\d(?:[eEpP][+-]|[\w.])*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|
                       <<=|>>=|\.\.\.|->|\+\+|--|<<|>>|[<>=!+*/%&|^-]=|&&|\|\||[^\s\w]''', re.X)
SKIPPED = re.compile(r'//[^\n]*|/\*.*?\*/|^[ \t]*#(?:\\\n|[^\n])*', re.S | re.M)


def tokens(text):
    """Where each token stands, as (begin, end); comments and directives have none."""
    blank = SKIPPED.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    return [found.span() for found in TOKEN.finditer(blank)]


def check(cora, text):
    """Exit status and messages of `cora check` for a text."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "slip.c")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        run = subprocess.run([cora, "check", path], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    err = run.stderr.decode("utf-8", "replace")
    return run.returncode, err, [m for m in run_lang.read_messages(err) if m["severity"] == "error"]


def slips(cora, count, seed):
    """(path, text, span of the token to leave out): a token a program. Each program's choice is its own, by its name."""
    found = [(random.Random("%d %s" % (seed, os.path.relpath(path, HERE))), path)
             for path in run_lang.programs([os.path.join(HERE, "..", "lang")])]
    for rng, path in sorted(found, key=lambda each: each[0].random()):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if count == 0:
            return
        if "#include \"" in text or path.endswith(".cell.c") or len(text) > 4000 or check(cora, text)[:2] != (0, ""):
            continue
        count -= 1
        yield path, text, rng.choice(tokens(text))


def is_syntax(token):
    return not token[0].isalnum() and token not in ("*", "_")


def judge(cora, text, span):
    """None when all is well, else what is wrong."""
    begin, end = span
    slip = text[:begin] + " " * (end - begin) + text[end:]
    line = text.count("\n", 0, begin) + 1
    status, err, errors = check(cora, slip)
    what = None
    if status not in (0, 65):
        what = "exit status %d" % status
    elif (status == 65) != bool(errors):
        what = "exit status %d and %d errors" % (status, len(errors))
    elif len(errors) > MOST_ERRORS:
        what = "%d errors" % len(errors)
    elif errors and is_syntax(text[begin:end]) and abs(int(errors[0]["line"]) - line) > 1:
        if text[begin] not in "{}" or "}" not in errors[0]["text"]:
            what = "the first error is %d lines away" % abs(int(errors[0]["line"]) - line)
    return what and "`%s` of line %d left out: %s\n%s" % (text[begin:end], line, what, err)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cora", default=os.path.join(HERE, "..", "..", "build", "cora"))
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    cora = os.path.abspath(options.cora)
    passed = failed = 0
    for path, text, span in slips(cora, options.count, options.seed):
        told = judge(cora, text, span)
        if told:
            failed += 1
            print("FAIL %s: %s" % (os.path.relpath(path, HERE), told))
        else:
            passed += 1
    print("slips: %d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
