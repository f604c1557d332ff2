"""The slips people make, each as a function from a sound program to one with the slip in it.

SLIPS maps a family's name to (needs, slip). `needs` says which programs can have it: "c" any, "async" those of coroutines.
A slip gets the program's text, its tokens (TOKEN, SKIPPED: comments and directives have none) and a random number
generator; it returns (changed text, line of the slip), or None where the program has no place for it.
"""
import re

TOKEN = re.compile(r'''[A-Za-z_]\w*|\.?\d(?:[eEpP][+-]|[\w.])*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|
                       <<=|>>=|\.\.\.|->|\+\+|--|<<|>>|[<>=!+*/%&|^-]=|&&|\|\||[^\s\w]''', re.X)
SKIPPED = re.compile(r'//[^\n]*|/\*.*?\*/|^[ \t]*#(?:\\\n|[^\n])*', re.S | re.M)
KEYWORDS = set("""auto break case const continue default do else enum extern for goto if inline register restrict return
    sizeof static struct switch typedef union volatile while async await spawn yield throw try catch defer
    taskgroup""".split())
TYPES = set("int char double float long short void bool signed unsigned size_t".split())
LIBRARY = set("""printf puts putchar malloc free strlen strcmp strcpy memset memcpy calloc abs snprintf atoi sqrt qsort
    scanf fgets strcat toupper rand exit sleep""".split())
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Program:
    """A text and where each of its tokens stands."""

    def __init__(self, text):
        self.text = text
        blank = SKIPPED.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
        self.spans = [found.span() for found in TOKEN.finditer(blank)]
        self.words = [text[begin:end] for begin, end in self.spans]
        self.depths = []  # of braces, in front of each token
        depth = 0
        for word in self.words:
            depth -= word == "}"
            self.depths.append(depth)
            depth += word == "{"

    def line(self, at):
        return self.text.count("\n", 0, at) + 1

    def replace(self, index, word, last=None):
        """With another word for the tokens index .. last."""
        begin, end = self.spans[index][0], self.spans[index if last is None else last][1]
        return self.text[:begin] + word + self.text[end:], self.line(begin)

    def where(self, test):
        return [i for i in range(len(self.words)) if test(i)]

    def word(self, index):
        return self.words[index] if 0 <= index < len(self.words) else ""

    def close_of(self, index):
        """The bracket that closes the one at index."""
        depth = 0
        for i in range(index, len(self.words)):
            depth += self.words[i] in ("(", "[", "{")
            depth -= self.words[i] in (")", "]", "}")
            if depth == 0:
                return i
        return len(self.words) - 1


def is_name(word):
    return re.fullmatch(r"[A-Za-z_]\w*", word) is not None and word not in KEYWORDS and word not in TYPES


def begins_statement(program, i):
    return program.word(i - 1) in (";", "{", "}") and program.depths[i] > 0


def misspelt(rng, word):
    """Two letters swapped, one changed, doubled or left out."""
    at = rng.randrange(len(word))
    kind = rng.randrange(4)
    if kind == 0 and at + 1 < len(word) and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2 and len(word) > 2 and at > 0:
        return word[:at] + word[at + 1:]
    return word[:at] + rng.choice(LETTERS.replace(word[at].lower(), "")) + word[at + 1:]


def swap(wrong_by_right, test=lambda program, i: True):
    def slip(program, rng):
        places = program.where(lambda i: program.words[i] in wrong_by_right and test(program, i))
        if not places:
            return None
        at = rng.choice(places)
        return program.replace(at, rng.choice(wrong_by_right[program.words[at]].split(" ")))
    return slip


def leave_out(test):
    def slip(program, rng):
        places = program.where(lambda i: test(program, i))
        return program.replace(rng.choice(places), " ") if places else None
    return slip


def misspell(test):
    def slip(program, rng):
        places = program.where(lambda i: test(program, i) and len(program.words[i]) > 2)
        if not places:
            return None
        at = rng.choice(places)
        word = misspelt(rng, program.words[at])
        return None if word in program.words else program.replace(at, word)
    return slip


def double(program, rng):
    at = rng.randrange(len(program.words))
    return program.replace(at, program.words[at] + " " + program.words[at])


def is_local_use(program, i):
    """A name of the program used in a function, in no declaration and after no `.`."""
    word = program.words[i]
    return (is_name(word) and word not in LIBRARY and program.depths[i] > 0 and program.words[:i].count(word) > 0 and
            program.word(i - 1) not in (".", "->", "struct", "union", "enum", "goto") and not is_name(program.word(i - 1)) and
            program.word(i - 1) not in TYPES and program.word(i - 1) != "*" and program.word(i + 1) != ":")


def functions(program):
    """(first token, name's token, opening brace) of each function defined at the top level."""
    found = []
    for i, word in enumerate(program.words):
        if word != "{" or program.depths[i] > 0 or program.word(i - 1) != ")":
            continue
        depth, at = 0, i - 1
        while at > 0:
            depth += program.words[at] == ")"
            depth -= program.words[at] == "("
            if depth == 0:
                break
            at -= 1
        first = at - 1
        while first > 0 and program.words[first - 1] not in (";", "}"):
            first -= 1
        if at > 0 and is_name(program.words[at - 1]):
            found.append((first, at - 1, i))
    return found


def brace_missing(program, rng):
    places = functions(program)
    if not places:
        return None
    return program.replace(program.close_of(rng.choice(places)[2]), "")


def brace_extra(program, rng):
    places = program.where(lambda i: program.words[i] == "}" and program.depths[i] >= 0)
    if not places:
        return None
    return program.replace(rng.choice(places), "} }")


def no_return_type(program, rng):
    places = [f for f in functions(program) if f[1] - f[0] == 1 and program.words[f[0]] in TYPES and
              program.words[f[1]] != "main"]
    return program.replace(rng.choice(places)[0], "") if places else None


def calls(program):
    """(name, open, close) of calls of the program's own functions with arguments, in functions."""
    own = {program.words[f[1]] for f in functions(program)}
    return [(i, i + 1, program.close_of(i + 1)) for i in range(len(program.words))
            if program.words[i] in own and program.word(i + 1) == "(" and program.depths[i] > 0]


def one_argument_less(program, rng):
    places = [call for call in calls(program) if call[2] > call[1] + 1]
    if not places:
        return None
    _, begin, end = rng.choice(places)
    depth, at = 0, end - 1
    while at > begin and (depth > 0 or program.words[at] != ","):
        depth += program.words[at] in (")", "]", "}")
        depth -= program.words[at] in ("(", "[", "{")
        at -= 1
    return program.replace(at + (at == begin), "", end - 1)


def one_argument_more(program, rng):
    places = calls(program)
    if not places:
        return None
    _, begin, end = rng.choice(places)
    return program.replace(end, "7)" if end == begin + 1 else ", 7)")


def quote_missing(is_last):
    def slip(program, rng):
        places = program.where(lambda i: program.words[i][0] in "\"'" and len(program.words[i]) > 1)
        if not places:
            return None
        at = rng.choice(places)
        word = program.words[at]
        return program.replace(at, word[:-1] if is_last else word[1:])
    return slip


def include(wrongs):
    def slip(program, rng):
        wrong = rng.choice(wrongs)
        found = list(re.finditer(r"^#include <\w+\.h>$", program.text, re.M))
        if found:
            one = rng.choice(found)
            return program.text[:one.start()] + wrong + program.text[one.end():], program.line(one.start())
        return wrong + "\n" + program.text, 1
    return slip


def foreign_statement(texts):
    """A line of another language between two statements."""
    def slip(program, rng):
        places = program.where(lambda i: begins_statement(program, i) and i > 0 and
                               "\n" in program.text[program.spans[i - 1][1]:program.spans[i][0]] and
                               "switch" not in program.words and "(" not in program.text[program.spans[i - 1][1]:program.spans[i][0]])
        if not places:
            return None
        at = program.spans[rng.choice(places)][0]
        return program.text[:at] + rng.choice(texts) + "\n    " + program.text[at:], program.line(at)
    return slip


def add_statement(line):
    return foreign_statement([line])


def foreign_type(program, rng):
    places = program.where(lambda i: program.words[i] in ("char", "bool", "int") and begins_statement(program, i) and
                           is_name(program.word(i + 1)))
    if not places:
        return None
    return program.replace(rng.choice(places), rng.choice(["string", "String", "boolean", "integer", "str", "var", "let"]))


def without_await(program, rng):
    places = program.where(lambda i: program.words[i] == "await" and program.word(i - 1) in ("=", ";", "{", "}", "return"))
    return program.replace(rng.choice(places), "") if places else None


def without_async(program, rng):
    places = program.where(lambda i: program.words[i] == "async" and program.depths[i] == 0)
    return program.replace(rng.choice(places), "") if places else None


def await_late(program, rng):
    places = program.where(lambda i: program.words[i] == "await" and is_name(program.word(i + 1)) and
                           program.word(i + 2) == "(")
    if not places:
        return None
    at = rng.choice(places)
    return program.replace(at, program.words[at + 1] + " await", at + 1)


def spawn_bare(program, rng):
    """spawn f(x) -> spawn f, or spawn(f(x))."""
    places = program.where(lambda i: program.words[i] == "spawn" and is_name(program.word(i + 1)) and
                           program.word(i + 2) == "(")
    if not places:
        return None
    at = rng.choice(places)
    if rng.randrange(2):
        return program.replace(at + 2, "", program.close_of(at + 2))
    return program.replace(at, "spawn", at)[0].replace("spawn", "spwan", 1) and program.replace(at, "spwan")


SLIPS = {
    "token left out": leave_out(lambda p, i: True),
    "token twice": double,
    "`;` left out": leave_out(lambda p, i: p.words[i] == ";"),
    "`,` for `;`": swap({";": ",", ",": ";"}),
    "`:` for `;`": swap({";": ":", ":": ";"}),
    "`=` for `==`": swap({"==": "= ===", "!=": "=! <> !=="}),
    "`==` for `=`": swap({"=": "== := :"}),
    "`=<` for `<=`": swap({"<=": "=<", ">=": "=>", "+=": "=+"}),
    "`(` for `{`": swap({"(": "{ [", "{": "( ["}),
    "`]` for `)`": swap({")": "] }", "]": ") }", "}": ") ]"}),
    "`.` for `->`": swap({".": "->", "->": "."}),
    "`&` or `*` left out": leave_out(lambda p, i: p.words[i] in "&*" and p.word(i - 1) in ("(", ",", "=", ";", "{", "}")),
    "`(` or `)` left out": leave_out(lambda p, i: p.words[i] in "()"),
    "`{` or `}` left out": leave_out(lambda p, i: p.words[i] in "{}"),
    "`[` or `]` left out": leave_out(lambda p, i: p.words[i] in "[]"),
    "last `}` left out": brace_missing,
    "`}` twice": brace_extra,
    "quote left out behind": quote_missing(True),
    "quote left out in front": quote_missing(False),
    "name misspelt": misspell(is_local_use),
    "keyword misspelt": misspell(lambda p, i: p.words[i] in KEYWORDS),
    "type misspelt": misspell(lambda p, i: p.words[i] in TYPES),
    "member misspelt": misspell(lambda p, i: is_name(p.words[i]) and p.word(i - 1) in (".", "->")),
    "library misspelt": misspell(lambda p, i: p.words[i] in LIBRARY and p.word(i + 1) == "("),
    "capital letter": swap({w: w.capitalize() for w in list(KEYWORDS) + list(TYPES) + ["printf", "main"]}),
    "include wrong": include(["#include <stdoi.h>", "#include stdio.h", "#include <stdio.h", "#include <stdio>",
                              "#include \"stdioo.h\"", "#inlude <stdio.h>", "#Include <stdio.h>", "include <stdio.h>",
                              "#include <stdlib.h>;", "#include", "import stdio"]),
    "no return type": no_return_type,
    "an argument less": one_argument_less,
    "an argument more": one_argument_more,
    "struct left out": leave_out(lambda p, i: p.words[i] == "struct" and is_name(p.word(i + 1)) and p.word(i + 2) != "{"),
    "operator of Python": swap({"&&": "and", "||": "or", "!": "not"}),
    "word of Python": swap({"true": "True", "false": "False", "NULL": "None null nil"}),
    "type of Java": foreign_type,
    "line of Python": foreign_statement(["print x", "print(\"x\")", "print(\"a\", 1);", "x = 5", "for i in range(10):",
                                         "for i in range(10) { }", "if 1 > 0:", "while True:", "pass", "import os",
                                         "elif (1) { }", "def f(x):", "x := 5;", "let x = 5;", "let x := 5;"]),
    "line of C++": foreign_statement(["cout << \"x\" << endl;", "std::cout << \"x\";", "int &r = x0;", "using namespace std;",
                                      "string s9 = \"x\";", "cin >> x9;", "delete q9;", "int *p9 = new int[5];",
                                      "vector<int> v9;", "System.out.println(\"x\");", "Console.WriteLine(\"x\");",
                                      "console.log(\"x\");", "auto f9 = [](int x) { return x; };"]),
    "`then`": foreign_statement(["if (1) then { }", "if (1 > 0) then", "int 2x = 5;", "int x-y = 5;", "float x9 = 3,5;",
                                 "int x9, int y9;", "int x9 y9;", "int x9 = 5", "char c9 = \"a\";", "char *s9 = 'abc';",
                                 "int a9[3] = [1, 2, 3];", "int[] a9 = {1, 2};", "int[3] a9;", "printf(\"x\";", "printf \"x\";",
                                 "printf(x9);", "return 0", "int x9 == 5;", "const x9 = ;", "x9++;", "else { }", "5 = 6;",
                                 "for (int i9 = 0, i9 < 3, i9++) { }", "for (int i9 = 0; i9 < 3, i9++) { }",
                                 "for (i9 = 0; i9 < 3; i9++) { }", "do { } while (0)", "case 3: ;", "goto nowhere;", "break;",
                                 "int x9 = 08;", "int x9 = 1,000;", "double x9 = 1.2.3;", "int x9 = 12abc;", "char c9 = '';",
                                 "int x9 = @5;", "int x9 = 5 $;", "/ comment", "# comment", "printf(\"\\q\");"]),
    "await left out": without_await,
    "async left out": without_async,
    "await too late": await_late,
    "spawn wrong": spawn_bare,
}
