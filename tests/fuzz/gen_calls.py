#!/usr/bin/python3
"""Write a C program of calls and locals: gen_calls.py SEED.

Its functions come in families of one signature, call each other by name and through tables, and have locals of many sizes
in blocks that are left in every way there is. A depth and a common fuel bound what they do. Each mixes what it sees into
one sum and prints that at its end, so that the first line that differs says where. Small functions, which may be compiled
in place, are without effects (and then part of expressions) or only change what their pointers point to.
"""
import random
import sys

from gen_calls_body import Body
from gen_calls_values import INTEGERS

MOST_PRINTED = 300
PRELUDE = """
static unsigned long sum;
static int fuel = %(fuel)d, told;
static unsigned g[8] = {1, 2, 3};
static jmp_buf *catcher;
static void mix(unsigned long v) { sum = (sum ^ v) * 0x100000001b3UL; sum ^= sum >> 29; }
static void tell(const char *who) { if (told++ < %(most)d || told %% 64 == 0) printf("%%s %%lx\\n", who, sum); }
static char *put(char *at, unsigned v) { if (v > 9u) at = put(at, v / 10u); *at++ = (char)('0' + v %% 10u); *at = 0; return at; }
static void mix_text(const char *s) { unsigned h = 0; while (*s) h = h * 31u + (unsigned char)*s++; mix(h); }
static unsigned sum_of(unsigned n, unsigned m, unsigned a[n][m]) {
    unsigned h = 0;
    for (unsigned i = 0; i < n; i++) for (unsigned j = 0; j < m; j++) h = h * 31u + a[i][j];
    return h;
}
static int rising(const void *a, const void *b) { unsigned x = *(const unsigned *)a, y = *(const unsigned *)b; return x < y ? -1 : x > y; }
static int falling(const void *a, const void *b) {
    unsigned both[3] = {*(const unsigned *)a, *(const unsigned *)b, 5u};
    if (both[0] == both[1]) return 0;
    qsort(both, 2, sizeof *both, rising);
    return both[1] == *(const unsigned *)a ? -1 : 1;
}
"""
EAT = """static unsigned long eat_list(const char *shape, va_list list) {
    unsigned long h = 1;
    for (; *shape; shape++) {
        h *= 31u;
        switch (*shape) {
        case 'u': h += va_arg(list, unsigned); break;
        case 'l': h += (unsigned long)va_arg(list, long); break;
        case 'd': h += (unsigned)va_arg(list, double); break;
        case 'p': h += *va_arg(list, unsigned *); break;
%s        }
    }
    return h;
}
static unsigned long eat(const char *shape, ...) {
    va_list list; va_start(list, shape); unsigned long h = eat_list(shape, list); va_end(list); return h;
}
static unsigned long eat_by(const char *shape, ...) {
    va_list list, copy; va_start(list, shape); va_copy(copy, list);
    unsigned long h = eat_list(shape, list) * 7u + eat_list(shape, copy);
    va_end(list); va_end(copy); return h;
}"""


class Record:
    """leaves: (path, type, has an address)."""

    def __init__(self, program, index):
        self.index, self.random = index, program.random
        self.spelling, self.object = "struct R%d" % index, "r%d" % index
        self.hash, self.hash_value = "hash%d" % index, "value%d" % index
        self.leaves, members = [], []
        for number in range(self.random.choice([1, 1, 2, 3, 5])):
            members.append(self.member(program, "m%d" % number))
        self.text = ["%s { %s };" % (self.spelling, " ".join(members)), "static %s %s;" % (self.spelling, self.object),
                     "static unsigned %s(const %s *p) { return %s; }" % (self.hash, self.spelling, self.sum_text("p->")),
                     "static unsigned %s(%s s) { return %s; }" % (self.hash_value, self.spelling, self.sum_text("s."))]

    def sum_text(self, prefix):
        text = "7u"
        for path, _, _ in self.leaves[:12]:
            text = "(%s * 31u + (unsigned)%s%s)" % (text, prefix, path)
        return text

    def member(self, program, name):
        roll = self.random.random()
        kind = self.random.choice(INTEGERS + ["double"])
        if roll < 0.25 and kind != "double":
            kind = self.random.choice(["unsigned", "int", "unsigned char"])
            self.leaves.append((name, kind, False))
            return "%s %s : %d;" % (kind, name, self.random.randint(2, 8))
        if roll < 0.4 and program.records:
            inner = self.random.choice(program.records)
            self.leaves += [(name + "." + path, k, a) for path, k, a in inner.leaves]
            return "%s %s;" % (inner.spelling, name)
        if roll < 0.7:
            count = self.random.choice([1, 2, 3, 7, 13, 30, 100, 600, 3000 if self.random.random() < 0.3 else 5])
            kind = "unsigned char" if count > 13 else kind
            self.leaves += [("%s[%d]" % (name, i), kind, True) for i in sorted({0, count - 1})]
            return "%s %s[%d];" % (kind, name, count)
        self.leaves.append((name, kind, True))
        return "%s %s;" % (kind, name)


class Function:
    """params: (kind, name, record); kinds: u unsigned, l long, d double, c signed char, r record, p pointer to a record, q unsigned *,
    n how deep it still calls itself. result: one of them, or v. level: which small ones it may call, those below."""

    def __init__(self, name, result, record, params, level=None):
        self.name, self.result, self.record, self.params, self.level = name, result, record, params, level
        self.is_small, self.is_pure, self.family = level is not None, False, None

    def head(self):
        kinds = {"u": "unsigned ", "n": "unsigned ", "l": "long ", "d": "double ", "c": "signed char ", "q": "%sunsigned *", "v": "void "}
        const = "const " if self.is_pure else ""

        def spelling(kind, record):
            if kind in "rp":
                return record.spelling + " " if kind == "r" else "%s%s *" % (const, record.spelling)
            return kinds[kind] % const if kind == "q" else kinds[kind]
        params = ([] if self.is_small else ["int depth"]) + [spelling(kind, record) + name for kind, name, record in self.params]
        return "static %s%s(%s)" % (spelling(self.result, self.record), self.name, ", ".join(params))


class Family:
    def __init__(self, table):
        self.table, self.functions = table, []


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0
        self.records, self.pures, self.setters, self.functions = [], [], [], []
        self.lines = ["#include <%s.h>" % name for name in ("alloca", "setjmp", "stdarg", "stdio", "stdlib", "string")]

    def number(self):
        self.count += 1
        return self.count

    def params(self, kinds, most):
        return [(kind, "a%d" % self.number(), self.random.choice(self.records)) for kind in self.random.choices(kinds, k=self.random.randint(1, most))]

    def big_function(self):
        return self.random.choice(self.functions)

    def pure_function(self, caller):
        known = [f for f in self.pures if not caller.is_small or f.level < caller.level]
        return self.random.choice(known) if known else None

    def result(self, body, function):
        """What a function returns, as an expression."""
        if function.result == "r":
            return body.record_of(function.record)
        if function.result == "p":
            given = [name for kind, name, record in function.params if kind == "p" and record is function.record]
            return self.random.choice(given or ["&" + function.record.object])
        return "" if function.result == "v" else body.value({"d": "double"}.get(function.result, "unsigned"))

    # ---- small functions

    def small_body(self, function):
        body = Body(self, function)
        for _ in range(self.random.randint(0, 3)):
            roll = self.random.random()
            if roll < 0.3:
                body.say("if (%s) return %s;", body.condition(), self.result(body, function))
            elif roll < 0.5:
                mark = body.scope.mark()
                body.say("if (%s) {", body.condition())
                body.declare()
                body.assign()
                body.say("return %s; }", self.result(body, function))
                body.scope.back_to(mark)
            else:
                self.random.choice([body.declare, body.assign])()
        return body

    def define(self, function, body):
        self.lines += [function.head() + " {"] + body.lines + ["}"]

    def pure(self, level):
        result = self.random.choice("uuur")
        function = Function("pure%d" % self.number(), result, self.random.choice(self.records), self.params("uulcdqpr", 4), level)
        function.is_pure = True
        body = self.small_body(function)
        body.say("return %s;", self.result(body, function))
        self.define(function, body)
        self.pures.append(function)

    def recursive(self):
        """One that calls itself, or two that call each other; at most twice a round."""
        params = [("n", "n", None)] + self.params("uulqpr", 3)
        names = ["rec%d" % self.number() for _ in range(self.random.choice([1, 1, 2]))]
        record, result = self.random.choice(self.records), self.random.choice("uuur")
        functions = [Function(name, result, record, params, 2) for name in names]
        for function in functions:
            function.is_pure = True
            self.lines.append(function.head() + ";")
        for function, other in zip(functions, reversed(functions)):
            body = Body(self, function)
            body.say("if (n == 0u) return %s;", self.result(body, function))
            calls = ["%s(%s)" % (other.name, ", ".join(["n - 1u"] + [body.argument(kind, r, 1) for kind, _, r in params[1:]])) for _ in range(2)]
            if self.random.random() < 0.3:
                body.say("if (%s) return %s;", body.condition(), calls[0])
            if result == "u" and self.random.random() < 0.4:
                body.say("return %s + %s * 3u;", *calls)
            else:
                body.say("return %s%s;", calls[1], " ^ " + body.expr(1) if result == "u" else "")
            self.define(function, body)
        self.pures += functions

    def setter(self):
        function = Function("set%d" % self.number(), self.random.choice("vvu"), None, self.params("qqpp", 2) + self.params("uc", 2), 1)
        body = self.small_body(function)
        body.assign()
        if function.result == "u":
            body.say("return %s;", body.expr())
        self.define(function, body)
        self.setters.append(function)

    # ---- the others

    def family(self):
        params, result, record = self.params("uuldcqpr", 5), self.random.choice("vulrrp"), self.random.choice(self.records)
        family = Family("table%d" % self.number())
        for _ in range(self.random.randint(2, 3)):
            function = Function("f%d" % self.number(), result, record, params)
            function.family = family
            family.functions.append(function)
            self.lines.append(function.head() + ";")
        self.functions += family.functions
        head = family.functions[0].head().replace(family.functions[0].name, "(*const %s[])" % family.table, 1)
        self.lines.append("%s = {%s};" % (head, ", ".join(f.name for f in family.functions)))

    def big(self, function):
        body = Body(self, function)
        body.say("if (depth <= 0 || --fuel < 0) return %s;", self.result(body, function))
        for _ in range(self.random.randint(3, 8)):
            body.statement()
        body.say('tell("%s");', function.name)
        body.say("return %s;", self.result(body, function))
        self.define(function, body)

    def text(self):
        self.lines.append(PRELUDE % {"fuel": self.random.choice([200, 500, 1000]), "most": MOST_PRINTED})
        for index in range(self.random.randint(2, 6)):
            self.records.append(Record(self, index))
            self.lines += self.records[-1].text
        self.lines.append(EAT % "".join("        case '%c': h += %s(va_arg(list, %s)); break;\n" % (65 + r.index, r.hash_value, r.spelling) for r in self.records))
        for level in (0, 0, 0, 1, 1):
            self.pure(level)
        for make in [self.recursive] * 2 + [self.setter] * 4 + [self.family] * self.random.randint(3, 4):
            make()
        for function in self.functions:
            self.big(function)
        main = Body(self, Function("main", "u", None, []))
        main.say("int depth = %d;", self.random.choice([3, 6, 40, 120]))
        for _ in range(12):
            main.call()
            main.say("fuel += 50;")
        return "\n".join(self.lines + ["int main(void) {"] + main.lines + ['    printf("%lx %d\\n", sum, told);', "    return 0;", "}", ""])


def generate(seed):
    return Program(seed).text()


if __name__ == "__main__":
    sys.stdout.write(generate(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
