#!/usr/bin/python3
"""Write a C program of random arithmetic without undefined behaviour: gen_expr.py SEED.

The generator computes every value as C17 says, so that it can leave out what would overflow, divide by zero, shift too
far or convert out of range: whatever a program prints, every correct implementation prints the same.
"""
import math
import random
import struct
import sys

# name: (C spelling, bits, signed); rank is the position
INTEGERS = {
    "b": ("_Bool", 1, False), "c": ("char", 8, True), "sc": ("signed char", 8, True), "uc": ("unsigned char", 8, False),
    "s": ("short", 16, True), "us": ("unsigned short", 16, False), "i": ("int", 32, True), "u": ("unsigned", 32, False),
    "l": ("long", 64, True), "ul": ("unsigned long", 64, False), "ll": ("long long", 64, True),
    "ull": ("unsigned long long", 64, False)}
RANK = {"i": 0, "u": 0, "l": 1, "ul": 1, "ll": 2, "ull": 2}
FLOATS = {"f": "float", "d": "double"}
FORMAT = {"i": "%d", "u": "%u", "l": "%ld", "ul": "%lu", "ll": "%lld", "ull": "%llu", "f": "%.9g", "d": "%.17g"}


class Undefined(Exception):
    """The operation has no result in C."""


def is_float(kind):
    return kind in FLOATS


def spelling(kind):
    return FLOATS.get(kind) or INTEGERS[kind][0]


def bounds(kind):
    _, bits, signed = INTEGERS[kind]
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)


def convert(value, to, bits=None):
    if to == "f":
        try:
            return struct.unpack("f", struct.pack("f", value))[0]
        except OverflowError:
            raise Undefined
    if to == "d":
        return float(value)
    if to == "b":
        return int(value != 0)
    if isinstance(value, float):
        if math.isnan(value) or math.isinf(value):
            raise Undefined
        value = int(value)
        if convert(value, to, bits) != value:  # a bit-field's type has the width that is written
            raise Undefined
    _, width, signed = INTEGERS[to]
    width = bits or width
    value &= (1 << width) - 1
    return value - (1 << width) if signed and value >> width - 1 else value


def promoted(kind, bits=None):
    if is_float(kind) or kind in RANK and not bits:
        return kind
    if bits and kind == "u" and bits == 32:
        return "u"
    return "i"


def common(a, b):
    if "d" in (a, b):
        return "d"
    if "f" in (a, b):
        return "f"
    high, low = (a, b) if RANK[a] >= RANK[b] else (b, a)
    if RANK[high] == RANK[low]:
        return high if high.startswith("u") else low
    # a longer signed type of the same width cannot hold the unsigned one
    if INTEGERS[low][2] is False and INTEGERS[high][2] and INTEGERS[low][1] == INTEGERS[high][1]:
        return {"ll": "ull", "l": "ul"}[high]
    return high


def checked(value, kind):
    if is_float(kind):
        value = convert(value, kind)
        if math.isnan(value) or math.isinf(value):
            raise Undefined
        return value
    low, high = bounds(kind)
    if INTEGERS[kind][2]:
        if not low <= value <= high:
            raise Undefined
        return value
    return value & high


def quotient(a, b):
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


def arithmetic(op, a, b, kind):
    if op in "/%" and b == 0:
        raise Undefined
    if op == "/" and is_float(kind):
        return checked(a / b, kind)
    if op == "%" and INTEGERS[kind][2] and a == bounds(kind)[0] and b == -1:
        raise Undefined
    try:
        result = {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: quotient(a, b),
                  "%": lambda: a - b * quotient(a, b), "&": lambda: a & b, "|": lambda: a | b, "^": lambda: a ^ b}[op]()
    except OverflowError:
        raise Undefined
    return checked(result, kind)


class Variable:
    def __init__(self, text, kind, value, bits=None):
        self.text, self.kind, self.value, self.bits = text, kind, value, bits

    def store(self, value):
        self.value = convert(value, self.kind, self.bits)


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = ["#include <stdio.h>"]
        self.variables = []
        self.body = []

    # ---- expressions: (text, kind, value, bits); the text is always safe as an operand

    def constant(self):
        kind = self.random.choice(list(RANK) + ["f", "d"])
        if is_float(kind):
            value = convert(self.random.choice([0.5, 1.0, 3.25, 1e6, 0.1, 7.0, 123.456]), kind)
            return repr(value) + ("f" if kind == "f" else ""), kind, value, None
        value = self.random.choice([0, 1, 2, 3, 7, 31, 100, 255, 256, 65535, 0x7fffffff, self.random.getrandbits(31)])
        if kind == "u" and self.random.random() < 0.3:
            value = self.random.getrandbits(32)
        if RANK[kind] and self.random.random() < 0.3:
            value = self.random.getrandbits(63)
        suffix = {"i": "", "u": "u", "l": "L", "ul": "UL", "ll": "LL", "ull": "ULL"}[kind]
        return (hex(value) if self.random.random() < 0.3 else str(value)) + suffix, kind, value, None

    def leaf(self):
        if self.random.random() < 0.25:
            return self.constant()
        v = self.random.choice(self.variables)
        return v.text, v.kind, v.value, v.bits

    def unary(self, depth):
        text, kind, value, bits = self.expression(depth - 1)
        op = self.random.choice("-~!+cc")
        if op == "!":
            return "!%s" % text, "i", int(value == 0), None
        if op == "c":
            to = self.random.choice(list(INTEGERS) + list(FLOATS))
            return "((%s)%s)" % (spelling(to), text), to, convert(value, to), None
        to = promoted(kind, bits)
        if op == "~":
            if is_float(to):
                raise Undefined
            return "(~%s)" % text, to, convert(~value, to), None
        return "(%s %s)" % (op, text), to, checked(-value if op == "-" else value, to), None

    def binary(self, depth):
        a, b = self.expression(depth - 1), self.expression(depth - 1)
        op = self.random.choice(["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "<", ">", "<=", ">=", "==", "!=", "&&", "||"])
        text = "(%s %s %s)" % (a[0], op, b[0])
        if op == "&&" or op == "||":
            return text, "i", int(bool(a[2]) and bool(b[2]) if op == "&&" else bool(a[2]) or bool(b[2])), None
        ka, kb = promoted(a[1], a[3]), promoted(b[1], b[3])
        if op in ("<<", ">>"):
            return text, ka, self.shift(op, a[2], b[2], ka, kb), None
        kind = common(ka, kb)
        x, y = convert(a[2], kind), convert(b[2], kind)
        if op in ("<", ">", "<=", ">=", "==", "!="):
            return text, "i", int({"<": x < y, ">": x > y, "<=": x <= y, ">=": x >= y, "==": x == y, "!=": x != y}[op]), None
        if op in "%&|^" and is_float(kind):
            raise Undefined
        return text, kind, arithmetic(op, x, y, kind), None

    @staticmethod
    def shift(op, a, b, kind, count_kind):
        if is_float(kind) or is_float(count_kind) or not 0 <= b < INTEGERS[kind][1]:
            raise Undefined
        if op == ">>":
            return a >> b  # of a negative number: arithmetic, as gcc defines it
        if INTEGERS[kind][2] and (a < 0 or a << b > bounds(kind)[1]):
            raise Undefined
        return convert(a << b, kind)

    def ternary(self, depth):
        c, a, b = (self.expression(depth - 1) for _ in range(3))
        kind = common(promoted(a[1], a[3]), promoted(b[1], b[3]))
        return "(%s ? %s : %s)" % (c[0], a[0], b[0]), kind, convert(a[2] if c[2] else b[2], kind), None

    def expression(self, depth):
        for _ in range(20):
            try:
                roll = self.random.random()
                if depth == 0 or roll < 0.1:
                    return self.leaf()
                if roll < 0.25:
                    return self.unary(depth)
                if roll < 0.33:
                    return self.ternary(depth)
                return self.binary(depth)
            except Undefined:
                continue
        return self.leaf()

    # ---- statements

    def show(self, text, kind, bits=None):
        to = promoted(kind, bits)
        self.body.append('    printf("%s\\n", %s);' % (FORMAT[to], text))

    def assign(self):
        v = self.random.choice(self.variables)
        text, _, value, _ = self.expression(3)
        v.store(value)
        self.body.append("    %s = %s;" % (v.text, text))
        self.show(v.text, v.kind, v.bits)

    def compound(self):
        v = self.random.choice(self.variables)
        text, kind, value, bits = self.expression(2)
        op = self.random.choice(["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>"])
        left, right = promoted(v.kind, v.bits), promoted(kind, bits)
        if op in ("<<", ">>"):
            result = self.shift(op, v.value, value, left, right)
        else:
            work = common(left, right)
            if op in "%&|^" and is_float(work):
                raise Undefined
            result = arithmetic(op, convert(v.value, work), convert(value, work), work)
        v.store(result)
        if self.random.random() < 0.5:
            self.show("(%s %s= %s)" % (v.text, op, text), v.kind, v.bits)
        else:
            self.body.append("    %s %s= %s;" % (v.text, op, text))
        self.show(v.text, v.kind, v.bits)

    def step(self):
        v = self.random.choice(self.variables)
        op = self.random.choice(["++", "--"])
        work = common(promoted(v.kind, v.bits), "i")
        v.store(arithmetic(op[0], convert(v.value, work), convert(1, work), work))
        text = op + v.text if self.random.random() < 0.5 else v.text + op
        self.show("(%s)" % text, v.kind, v.bits)
        self.show(v.text, v.kind, v.bits)

    def statement(self):
        for _ in range(20):
            saved = [(v, v.value) for v in self.variables]
            count = len(self.body)
            try:
                roll = self.random.random()
                if roll < 0.35:
                    text, kind, _, bits = self.expression(4)
                    self.show(text, kind, bits)
                elif roll < 0.6:
                    self.assign()
                elif roll < 0.85:
                    self.compound()
                else:
                    self.step()
                return
            except Undefined:
                del self.body[count:]
                for v, value in saved:
                    v.value = value

    # ---- the program

    def value_for(self, kind):
        if is_float(kind):
            return convert(self.random.choice([0.0, 1.0, -2.5, 1e9, 0.1, 1234.5678]), kind)
        low, high = bounds(kind)
        return self.random.choice([0, 1, low, high, self.random.randint(low, high), min(high, 5)])

    def literal(self, value, kind):
        if is_float(kind):
            return repr(value)
        if INTEGERS[kind][2]:
            return "(%dLL - 1)" % (value + 1) if value == -(1 << 63) else "%dLL" % value
        return "%dULL" % value

    def declare(self):
        kinds = list(INTEGERS) + list(FLOATS)
        locals_, globals_ = [], []
        for kind in kinds:
            for place, prefix in ((globals_, "g_"), (locals_, "v_")):
                value = self.value_for(kind)
                qualifier = "volatile " if self.random.random() < 0.15 else ""
                place.append("%s%s %s%s = %s;" % (qualifier, spelling(kind), prefix, kind, self.literal(value, kind)))
                self.variables.append(Variable(prefix + kind, kind, value))
        members, values = [], []
        for number in range(self.random.randint(3, 8)):
            kind = self.random.choice(["i", "u", "b", "uc", "s"])
            bits = 1 if kind == "b" else self.random.randint(1 if kind[0] == "u" else 2, INTEGERS[kind][1])
            value = convert(self.random.getrandbits(32), kind, bits)
            members.append("    %s m%d : %d;" % (spelling(kind), number, bits))
            values.append(str(value))
            self.variables.append(Variable("bits.m%d" % number, kind, value, bits))
        elements = [self.value_for("i") for _ in range(4)]
        self.lines += ["struct Bits {"] + members + ["};"] + globals_
        locals_.append("struct Bits bits = {%s};" % ", ".join(values))
        locals_.append("long a[4] = {%s};" % ", ".join("%dL" % e for e in elements))
        for index, value in enumerate(elements):
            self.variables.append(Variable("a[%d]" % index, "l", value))
        self.body = ["    " + line for line in locals_]

    def text(self, statements=30):
        self.declare()
        for _ in range(statements):
            self.statement()
        return "\n".join(self.lines + ["int main(void) {"] + self.body + ["    return 0;", "}", ""])


def generate(seed):
    return Program(seed).text()


if __name__ == "__main__":
    sys.stdout.write(generate(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
