#!/usr/bin/python3
"""Whatever is typed, the compiler answers: the test programs with their tokens shaken.

    mutants.py [--cora PATH] [--count N] [--seed S] [-j N] [--keep FOLDER] [--whole]

Mutant i of a run is made from seed S + i alone, so each can be made again. It is a program of tests/lang, reject, async or
trap in which a few tokens, names, lines or declarations were left out, doubled, swapped, replaced or put in, or the head of
one with the tail of another. `cora check` must answer each with exit status 0 and no error, or 65 and an error, within
LIMIT_SECONDS of processor time and LIMIT_MB of memory (SANITIZED times as much with sanitizers). Nothing is run: a mutant
may well say remove() or system().

A mutant that fails is made as small as it goes while it still fails the same way (--whole: it is not) and kept. The last
line is `N passed, N failed`.
"""
import argparse
import concurrent.futures
import os
import random
import re
import resource
import signal
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import run_lang  # noqa: E402

LIMIT_SECONDS = 5
LIMIT_MB = 800  # a macro that makes as many tokens as may be takes 550
SANITIZED = 3
MOST_BYTES = 8000  # of a program that is mutated: long ones say nothing new and cost time
MOST_REDUCTIONS = 400  # checks spent on making one failure small
AT_ONCE = 500  # handed to the threads: a child's ru_maxrss begins at our own size, so that we stay small
COMPILES, DOES_NOT = 0, 65
ERROR = re.compile(rb"^(?:\S[^\n]*?:\d+:\d+: )?(?:fatal )?error: ", re.M)
UNTOLD = b" [untold-mistake]\n"  # the front end took something for told that was not
FAULT = re.compile(r"(?:Assertion|ERROR: AddressSanitizer|runtime error|SUMMARY)[^\n]*")
TOKEN = re.compile(r'''\s+|//[^\n]*|/\*.*?\*/|^[ \t]*\#(?:\\\n|[^\n])*|
                       [A-Za-z_]\w*|\.?\d(?:[eEpP][+-]|[\w.])*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|
                       <<=|>>=|\.\.\.|->|\+\+|--|<<|>>|[<>=!+*/%&|^-]=|&&|\|\||\#\#|.''', re.S | re.M | re.X)
DECLARED = re.compile(r"[A-Za-z_]\w*(?=\s*[\[(=;,)])")


def is_blank(token):
    return token.isspace() or token.startswith(("//", "/*"))


def is_name(token):
    return re.fullmatch(r"[A-Za-z_]\w*", token) is not None


class Corpus:
    """The test programs, as tokens without comments, and all the tokens there are."""

    def __init__(self):
        self.programs = []  # (is a cell, tokens)
        for path in sorted(run_lang.programs([os.path.join(HERE, "..", folder) for folder in run_lang.FOLDERS])):
            with open(path, encoding="utf-8", errors="surrogateescape") as file:
                text = file.read()
            is_cell = path.endswith(".cell.c") or "flags: --cell" in text
            tokens = [token for token in TOKEN.findall(text) if not token.startswith(("//", "/*"))]
            if len(text) <= MOST_BYTES and tokens:
                self.programs.append((is_cell, tokens))
        self.pool = [token for _, tokens in self.programs for token in tokens if not token.isspace()]
        self.kinds = sorted(set(self.pool))

    def some_token(self, rng):
        """As often as programs have it, or each kind alike."""
        return rng.choice(self.pool if rng.randrange(2) else self.kinds)


# A mutation changes the list of tokens; `at` is one that is not blank.

def leave_out(corpus, rng, tokens, at):
    del tokens[at]


def double(corpus, rng, tokens, at):
    tokens[at] += " " + tokens[at]


def swap(corpus, rng, tokens, at):
    other = rng.randrange(len(tokens)) if rng.randrange(2) else min(at + 2, len(tokens) - 1)
    tokens[at], tokens[other] = tokens[other], tokens[at]


def replace(corpus, rng, tokens, at):
    tokens[at] = " " + corpus.some_token(rng) + " "


def insert(corpus, rng, tokens, at):
    tokens.insert(at, " " + corpus.some_token(rng) + " ")


def name_places(tokens):
    return [i for i, token in enumerate(tokens) if is_name(token)]


def unknown_name(corpus, rng, tokens, at):
    places = name_places(tokens)
    if places:
        tokens[rng.choice(places)] = "nothing"


def other_name(corpus, rng, tokens, at):
    """A name of the program for another one of it: the right grammar, the wrong kind of thing."""
    places = name_places(tokens)
    declared = sorted(set(DECLARED.findall("".join(tokens))))
    if places and declared:
        tokens[rng.choice(places)] = rng.choice(declared)


def leave_out_line(corpus, rng, tokens, at):
    begin = end = at
    while begin > 0 and "\n" not in tokens[begin - 1]:
        begin -= 1
    while end < len(tokens) and "\n" not in tokens[end]:
        end += 1
    del tokens[begin:end]


def leave_out_part(corpus, rng, tokens, at):
    """From one `;` or brace to the next: a statement, a declaration, a function's head."""
    ends = (";", "{", "}")
    begin = end = at
    while begin > 0 and tokens[begin - 1] not in ends:
        begin -= 1
    while end < len(tokens) and tokens[end] not in ends:
        end += 1
    del tokens[begin:end + 1]


def insert_part(corpus, rng, tokens, at):
    """A few tokens of another program in one piece."""
    _, others = rng.choice(corpus.programs)
    begin = rng.randrange(len(others))
    tokens[at:at] = others[begin:begin + rng.randrange(2, 30)]


def splice(corpus, rng, tokens, at):
    _, others = rng.choice(corpus.programs)
    tokens[at:] = others[rng.randrange(len(others)):]


MUTATIONS = [leave_out, double, swap, replace, insert, unknown_name, other_name, leave_out_line, leave_out_part, insert_part,
             splice]


def mutant(corpus, seed):
    """(is a cell, tokens)"""
    rng = random.Random(seed)
    is_cell, tokens = rng.choice(corpus.programs)
    tokens = list(tokens)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        places = [i for i, token in enumerate(tokens) if not is_blank(token)]
        if places:
            rng.choice(MUTATIONS)(corpus, rng, tokens, rng.choice(places))
    return is_cell, tokens


class Compiler:
    """Has a text compiled in a process with limits, and says what was wrong with the answer."""

    def __init__(self, cora, folder):
        self.cora, self.folder = os.path.abspath(cora), folder
        with open(self.cora, "rb") as file:
            factor = SANITIZED if b"__asan_init" in file.read() else 1
        self.seconds, self.megabytes = factor * LIMIT_SECONDS, factor * LIMIT_MB

    def check(self, name, is_cell, text):
        """(exit status or minus the signal, standard error, seconds, MB)"""
        source, told = os.path.join(self.folder, name + ".c"), os.path.join(self.folder, name + ".err")
        with open(source, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(text)
        command = [self.cora, "check", "--codes"] + ["--cell"] * is_cell + [source]
        actions = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                   (os.POSIX_SPAWN_OPEN, 2, told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
        process = os.posix_spawn(self.cora, command, os.environ, file_actions=actions)
        self.limit(process)
        _, status, usage = os.wait4(process, 0)
        with open(told, "rb") as file:
            return os.waitstatus_to_exitcode(status), file.read(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def limit(self, process):
        """Of time alone: a session reserves more address space than it will ever use."""
        try:
            resource.prlimit(process, resource.RLIMIT_CPU, (self.seconds + 1, self.seconds + 2))
        except ProcessLookupError:
            pass  # it has ended

    def failure(self, name, is_cell, text):
        """None, or what is wrong."""
        status, told, seconds, megabytes = self.check(name, is_cell, text)
        has_error = ERROR.search(told) is not None
        if status < 0:
            fault = FAULT.search(told.decode("utf-8", "replace"))
            return signal.Signals(-status).name + (": " + fault.group() if fault else "")
        if status not in (COMPILES, DOES_NOT):
            fault = FAULT.search(told.decode("utf-8", "replace"))
            return "exit status %d%s" % (status, ": " + re.sub(r"0x\w+|==\d+==", "", fault.group()) if fault else "")
        if UNTOLD in told:
            return "refused without a reason"
        if has_error != (status == DOES_NOT):
            return "exit status %d with%s an error" % (status, "" if has_error else "out")
        if seconds > self.seconds:
            return "more than %d seconds" % self.seconds
        return "more than %d MB" % self.megabytes if megabytes > self.megabytes else None

    def reduced(self, name, is_cell, tokens, failure):
        """Ever smaller pieces left out, as long as it fails the same way."""
        left, size = MOST_REDUCTIONS, len(tokens) // 2
        while size > 0 and left > 0:
            at = 0
            while at < len(tokens) and left > 0:
                fewer = tokens[:at] + tokens[at + size:]
                left -= 1
                if self.failure(name, is_cell, "".join(fewer)) == failure:
                    tokens = fewer
                else:
                    at += size
            size //= 2
        return tokens


def judge(corpus, compiler, seed, options):
    """None, or what is wrong and where the text is."""
    is_cell, tokens = mutant(corpus, seed)
    name = "mutant_%d%s" % (seed, ".cell" if is_cell else "")
    failure = compiler.failure(name, is_cell, "".join(tokens))
    source = os.path.join(compiler.folder, name + ".c")
    if failure and not options.whole and "seconds" not in failure:
        tokens = compiler.reduced(name, is_cell, tokens, failure)
        compiler.failure(name, is_cell, "".join(tokens))  # what is kept is the last that failed
    if failure:
        return "%s: %s\n%s" % (source, failure, "".join(tokens).strip()[:600])
    os.remove(source)
    os.remove(source[:-2] + ".err")
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cora", default=os.path.join(HERE, "..", "..", "build", "cora"))
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("--keep", default=None)
    parser.add_argument("--whole", action="store_true")
    options = parser.parse_args()
    folder = options.keep or tempfile.mkdtemp(prefix="cora-mutants-")
    os.makedirs(folder, exist_ok=True)
    corpus, compiler = Corpus(), Compiler(options.cora, folder)
    failed = 0
    end = options.seed + options.count
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for begin in range(options.seed, end, AT_ONCE):
            seeds = range(begin, min(begin + AT_ONCE, end))
            for wrong in filter(None, pool.map(lambda seed: judge(corpus, compiler, seed, options), seeds)):
                failed += 1
                print("FAIL " + wrong, flush=True)
    if not failed and not options.keep:
        os.rmdir(folder)
    print("%d passed, %d failed" % (options.count - failed, failed))
    return 1 if failed or not options.count else 0


if __name__ == "__main__":
    sys.exit(main())
