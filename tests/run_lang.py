#!/usr/bin/python3
"""Run the small programs of tests/lang, tests/trap, tests/async and tests/reject.

    run_lang.py [--cora PATH] [-j N] [-v] [--stress] [FILE-or-FOLDER...]

A program says itself what must happen, in comments:

    // expect: TEXT    standard output is these lines, in the order they stand in the file
    // trap: TEXT      (end of line) the program is stopped by a fault on this line; TEXT is in the message
    // error: TEXT     (end of line) does not compile; an error on this line contains TEXT (notes included)
    // warning: TEXT   (end of line) a warning on this line contains TEXT
    // note: TEXT      TEXT is in a note of some message
    // stderr: TEXT    TEXT is somewhere in standard error
    // silent: TEXT    TEXT is nowhere in standard error
    // exit: N         exit status (default 0; 70 with trap, 65 with error)
    // stdin: TEXT     one line of standard input
    // args: A B       arguments of the program
    // flags: --cell   options of `cora run` (tests/async always has --virtual-clock; a name that ends with .cell.c has
                       --cell). Programs of tests/reject that expect no output are checked, not run
    // stress: REASON  `make stress` (--stress) leaves it out: it would take too long there

A file whose name ends with .part.c is no test but a further file of a program, which names it in its args.

A program that has none of expect, trap, error, warning, stderr, exit is itself an error: it would test nothing.
The last line is `N passed, N failed`.
"""
import argparse
import concurrent.futures
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDERS = ["lang", "trap", "async", "reject"]
KINDS = "expect|trap|error|warning|note|stderr|silent|exit|stdin|args|flags|stress"
MARK = re.compile(r"//\s*(%s): ?(.*?)(?=\s*// ?(?:error|warning|note): |$)" % KINDS)
MESSAGE = re.compile(r"^(?P<file>.*?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning|note): (?P<text>.*)$")
EXCERPT = re.compile(r"^ {4}.*\n {4} *[\^~]+$\n?", re.M)
LIMIT_SECONDS = 60
EXIT_ERROR, EXIT_FAULT = 65, 70


def read_marks(path):
    marks = []
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        for number, line in enumerate(file, 1):
            marks += [(number, found.group(1), found.group(2)) for found in MARK.finditer(line.rstrip("\n"))]
    return marks


def of(marks, kind):
    return [(line, text) for line, name, text in marks if name == kind]


def without_excerpts(err):
    """Without the lines of the program, which show the marks and so would fulfil each of them."""
    return EXCERPT.sub("", err)


def read_messages(err):
    """Messages with all their lines: notes belong to the message above them."""
    messages = []
    for line in err.split("\n"):
        found = MESSAGE.match(line)
        if found:
            messages.append(found.groupdict())
        elif messages:
            messages[-1]["text"] += "\n" + line
    return messages


def has_message(messages, severity, line, text):
    return any(m["severity"] == severity and int(m["line"]) == line and text in m["text"] for m in messages)


def command(path, cora, marks, more_flags=()):
    """How the program is run."""
    flags = " ".join(text for _, text in of(marks, "flags")).split()
    folders = os.path.relpath(path, HERE).split(os.sep)  # those above the checkout have no say
    if "async" in folders:
        flags.append("--virtual-clock")
    if path.endswith(".cell.c"):
        flags.append("--cell")
    word = "check" if "reject" in folders and not of(marks, "expect") else "run"
    args = " ".join(text for _, text in of(marks, "args")).split()
    return [cora, word, *flags, *more_flags, os.path.basename(path), *args]


def stdin_of(marks):
    return "".join(text + "\n" for _, text in of(marks, "stdin")).encode("utf-8", "surrogateescape")


def check(path, cora, more_flags=()):
    """None when all is well, else what is wrong."""
    marks = read_marks(path)
    if not any(kind not in ("stdin", "args", "flags", "stress") for _, kind, _ in marks):
        return "it expects nothing"
    try:
        run = subprocess.run(command(path, cora, marks, more_flags), input=stdin_of(marks), capture_output=True,
                             timeout=LIMIT_SECONDS, cwd=os.path.dirname(path))
    except subprocess.TimeoutExpired:
        return "it did not end within %d s" % LIMIT_SECONDS
    out = run.stdout.decode("utf-8", "replace")
    err = run.stderr.decode("utf-8", "replace")
    told = "\n--- stdout\n%s--- stderr\n%s" % (out, err)
    err = without_excerpts(err)
    messages = read_messages(err)
    status = EXIT_ERROR if of(marks, "error") else EXIT_FAULT if of(marks, "trap") else 0
    for _, text in of(marks, "exit"):
        status = int(text)
    if run.returncode != status:
        return "exit status %d, expected %d%s" % (run.returncode, status, told)
    expected = [text for _, text in of(marks, "expect")]
    if expected or of(marks, "trap"):
        got = out.split("\n")
        if got and got[-1] == "":
            got.pop()
        if expected != got:
            return "standard output differs; expected:\n%s%s" % ("\n".join(expected), told)
    for _, text in of(marks, "note"):
        if text not in err:
            return "no note with %r%s" % (text, told)
    for severity in ("error", "warning"):
        for line, text in of(marks, severity):
            if not has_message(messages, severity, line, text):
                return "no %s with %r at line %d%s" % (severity, text, line, told)
    for line, text in of(marks, "trap"):
        if not has_message(messages, "error", line, text):
            return "no fault with %r at line %d%s" % (text, line, told)
    for _, text in of(marks, "stderr"):
        if text not in err:
            return "%r is not in standard error%s" % (text, told)
    for _, text in of(marks, "silent"):
        if text in err:
            return "%r is in standard error%s" % (text, told)
    errors = sum(m["severity"] == "error" for m in messages)
    if of(marks, "error") and errors != len(of(marks, "error")):
        return "%d errors were told, %d are expected: one mistake, one message%s" % (errors, len(of(marks, "error")), told)
    return None


def programs(places):
    for place in places:
        if os.path.isfile(place):
            yield os.path.abspath(place)
        for folder, subfolders, files in os.walk(place):
            subfolders.sort()
            for name in sorted(files):
                if name.endswith(".c") and not name.endswith(".part.c"):
                    yield os.path.abspath(os.path.join(folder, name))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cora", default=os.path.join(HERE, "..", "build", "cora"))
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("-v", action="store_true")
    parser.add_argument("--stress", action="store_true")
    parser.add_argument("places", nargs="*")
    options = parser.parse_args()
    cora = os.path.abspath(options.cora)
    places = options.places or [os.path.join(HERE, folder) for folder in FOLDERS]
    paths = [path for path in programs(places) if not (options.stress and of(read_marks(path), "stress"))]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for path, wrong in zip(paths, pool.map(lambda p: check(p, cora), paths)):
            name = os.path.relpath(path, HERE)
            if wrong:
                failed += 1
                print("FAIL %s: %s" % (name, wrong))
            elif options.v:
                print("ok   %s" % name)
    print("programs: %d passed, %d failed" % (len(paths) - failed, failed))
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
