#!/usr/bin/python3
"""Write a C program of random struct and union layouts: gen_struct.py SEED.

It prints sizes, alignments and offsets, fills objects member by member and as a whole, copies them, passes them to
functions and back, and prints the bytes of those that have no padding to be afraid of (they are cleared first).
"""
import random
import sys

SCALARS = [("char", "%d", 8), ("signed char", "%d", 8), ("unsigned char", "%d", 8), ("short", "%d", 16), ("unsigned short", "%d", 16),
           ("int", "%d", 32), ("unsigned", "%u", 32), ("long", "%ld", 64), ("unsigned long", "%lu", 64), ("float", "%g", 0),
           ("double", "%g", 0), ("_Bool", "%d", 1)]
BIT_TYPES = [("int", 32), ("unsigned", 32), ("signed char", 8), ("unsigned char", 8), ("unsigned short", 16), ("short", 16),
             ("long", 64), ("unsigned long", 64), ("_Bool", 1)]


class Record:
    """leaves: (path, format, width, is_unsigned) of what can be assigned and printed, without overlapping."""

    def __init__(self, name, keyword):
        self.name, self.keyword = name, keyword
        self.spelling = "%s %s" % (keyword, name)
        self.members, self.leaves, self.plain = [], [], []
        self.has_bits = False


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.records = []
        self.lines = ["#include <stddef.h>", "#include <stdio.h>", "#include <string.h>"]
        self.body = []

    def add_bits(self, record, name):
        kind, width = self.random.choice(BIT_TYPES)
        bits = self.random.randint(1, width)
        record.has_bits = True
        if self.random.random() < 0.15:
            record.members.append("    %s : %d;" % (kind, self.random.choice([0, bits])))
            return
        record.members.append("    %s %s : %d;" % (kind, name, bits))
        record.leaves.append((name, "%ld", bits, kind.startswith("u") or kind == "_Bool"))

    def add_nested(self, record, name):
        inner = self.random.choice(self.records)
        count = self.random.choice([0, 0, 2])
        record.members.append("    %s %s%s;" % (inner.spelling, name, "[%d]" % count if count else ""))
        record.plain.append(name)
        for prefix in (["%s[%d]" % (name, i) for i in range(count)] or [name]):
            record.leaves += [("%s.%s" % (prefix, path), f, w, u) for path, f, w, u in inner.leaves]

    def add_scalar(self, record, name):
        kind, text, width = self.random.choice(SCALARS)
        count = self.random.choice([0, 0, 0, 1, 3, 5])
        align = "_Alignas(%d) " % self.random.choice([8, 16]) if self.random.random() < 0.05 else ""
        record.members.append("    %s%s %s%s;" % (align, kind, name, "[%d]" % count if count else ""))
        record.plain.append(name)
        is_unsigned = kind.startswith("u") or kind == "_Bool"
        for path in (["%s[%d]" % (name, i) for i in range(count)] or [name]):
            record.leaves.append((path, text, width, is_unsigned))

    def add_anonymous(self, record, name):
        kind, text, width = self.random.choice(SCALARS)
        record.members.append("    struct { %s %s; int %sx; };" % (kind, name, name))
        record.plain += [name, name + "x"]
        record.leaves += [(name, text, width, kind.startswith("u") or kind == "_Bool"), (name + "x", "%d", 32, False)]

    def record(self, number):
        keyword = "union" if self.random.random() < 0.2 else "struct"
        record = Record("r%d" % number, keyword)
        for index in range(self.random.randint(1, 8)):
            name = "m%d" % index
            roll = self.random.random()
            if roll < 0.3:
                self.add_bits(record, name)
            elif roll < 0.45 and self.records:
                self.add_nested(record, name)
            elif roll < 0.52 and keyword == "struct":
                self.add_anonymous(record, name)
            else:
                self.add_scalar(record, name)
        if not record.leaves:
            self.add_scalar(record, "m99")
        if keyword == "union":  # one member at a time: the last one written is read
            record.leaves = record.leaves[-1:]
        packed = " __attribute__((packed))" if self.random.random() < 0.15 and not record.has_bits else ""
        self.lines += ["%s%s %s {" % (keyword, packed, record.name)] + record.members + ["};"]
        self.records.append(record)

    def value(self, width, is_unsigned, text):
        if text == "%g":
            return self.random.choice(["0.5", "-2.25", "1024", "3"])
        high = (1 << width) - 1 if is_unsigned else (1 << max(width - 1, 0)) - 1
        low = 0 if is_unsigned else -(1 << max(width - 1, 0))
        value = self.random.choice([low, high, self.random.randint(low, high), 0, min(1, high)])
        return "%dUL" % value if value >= 1 << 63 else "(-%dL - 1)" % (-value - 1) if value < 0 else "%dL" % value

    def layout(self, record):
        say = self.body.append
        say('    printf("%s: %%zu %%zu\\n", sizeof(%s), _Alignof(%s));' % (record.spelling, record.spelling, record.spelling))
        for name in record.plain:
            say('    printf("  %s %%zu\\n", offsetof(%s, %s));' % (name, record.spelling, name))

    def use(self, record):
        say = self.body.append
        v, name = "x_" + record.name, record.name
        self.lines.append("static %s id_%s(%s x, int n) { return n ? id_%s(x, n - 1) : x; }" % (record.spelling, name, record.spelling, name))
        self.lines.append("static %s g_%s[2];" % (record.spelling, name))
        say("    %s %s; memset(&%s, 0, sizeof %s);" % (record.spelling, v, v, v))
        for path, text, width, is_unsigned in record.leaves:
            say("    %s.%s = %s;" % (v, path, self.value(width, is_unsigned, text)))
        say("    g_%s[1] = id_%s(%s, 2);" % (name, name, v))
        say("    %s *p_%s = g_%s + 1;" % (record.spelling, name, name))
        for path, text, width, is_unsigned in self.random.sample(record.leaves, min(3, len(record.leaves))):
            if text != "%g" and width > 1:
                say("    p_%s->%s ^= 1;" % (name, path))
        for path, text, _, _ in record.leaves[:12]:
            cast = "(double)" if text == "%g" else "(long)"
            say('    printf("  %s.%s " "%s" "\\n", %sp_%s->%s);' % (name, path, "%g" if text == "%g" else "%ld", cast, name, path))
        say("    show(&%s, sizeof %s);" % (v, v))

    def text(self):
        for number in range(self.random.randint(2, 6)):
            self.record(number)
        self.lines.append("static void show(const void *p, size_t n) {")
        self.lines.append("    const unsigned char *bytes = p; unsigned sum = 0;")
        self.lines.append("    for (size_t i = 0; i < n; i++) sum = sum * 31 + bytes[i];")
        self.lines.append('    printf("  %u\\n", sum);')
        self.lines.append("}")
        for record in self.records:
            self.layout(record)
            self.use(record)
        return "\n".join(self.lines + ["int main(void) {"] + self.body + ["    return 0;", "}", ""])


def generate(seed):
    return Program(seed).text()


if __name__ == "__main__":
    sys.stdout.write(generate(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
