"""What gen_calls.py's functions know at a place, and the expressions and calls that they can write there."""

INTEGERS = ["unsigned", "unsigned", "int", "unsigned char", "signed char", "short", "unsigned short", "long", "unsigned long", "_Bool"]


class Scope:
    """leaves: (text, type, has an address); records: (text, prefix of a member, record); arrays of unsigned: (text, count)."""

    def __init__(self):
        self.leaves, self.records, self.arrays = [], [], []

    def mark(self):
        return len(self.leaves), len(self.records), len(self.arrays)

    def back_to(self, mark):
        del self.leaves[mark[0]:], self.records[mark[1]:], self.arrays[mark[2]:]

    def add_record(self, text, prefix, record, const=""):
        self.records.append((text, prefix, record))
        self.leaves += [(prefix + path, const + kind, has_address) for path, kind, has_address in record.leaves]


class Values:
    """Every statement may have one call with effects, and else only expressions without any: no order is left open."""

    def __init__(self, program, function):
        self.program, self.function, self.random = program, function, program.random
        self.scope, self.lines = Scope(), []
        self.const = "const " if function.is_pure else ""
        self.indent, self.nesting, self.is_in_loop, self.is_quiet = 1, 0, False, False
        for kind, name, record in function.params:
            self.add_parameter(kind, name, record)

    def add_parameter(self, kind, name, record):
        if kind == "r":
            self.scope.add_record(name, name + ".", record)
        elif kind == "p":
            self.scope.add_record("(*%s)" % name, name + "->", record, self.const)
        elif kind == "q":
            self.scope.leaves.append(("(*%s)" % name, self.const + "unsigned", True))
        else:
            self.scope.leaves.append((name, {"u": "unsigned", "l": "long", "d": "double", "c": "signed char", "n": "const unsigned"}[kind], True))

    def say(self, text, *values):
        self.lines.append("    " * self.indent + (text % values if values else text))

    def name(self, letter):
        return "%s%d" % (letter, self.program.number())

    # ---- expressions: unsigned, without effects

    def constant(self):
        return "%du" % self.random.choice([0, 1, 2, 3, 5, 7, 31, 100, 255, 65535, self.random.getrandbits(32)])

    def leaf(self):
        if self.is_quiet or not self.scope.leaves or self.random.random() < 0.2:
            return self.constant()
        if self.scope.arrays and self.random.random() < 0.2:
            name, count = self.random.choice(self.scope.arrays)
            return "%s[%s %% %du]" % (name, self.constant() if self.random.random() < 0.5 else self.leaf(), count)
        return "(unsigned)%s" % self.random.choice(self.scope.leaves)[0]

    def expr(self, depth=2):
        roll = self.random.random()
        if depth == 0 or roll < 0.25:
            return self.leaf()
        if roll < 0.4:
            function = self.program.pure_function(self.function)
            if function:
                text = self.call_text(function, depth - 1)
                return text if function.result == "u" else "%s(%s)" % (function.record.hash_value, text)
        if roll < 0.45 and not self.function.is_small:
            name, kind = self.name("e"), self.random.choice(INTEGERS)
            return "({ %s %s = %s; %s += %s; (unsigned)%s; })" % (kind, name, self.expr(depth - 1), name, self.expr(depth - 1), name)
        a, b = self.expr(depth - 1), self.expr(depth - 1)
        return self.random.choice(["({0} + {1})", "({0} - {1})", "({0} * {1})", "({0} ^ {1})", "({0} / ({1} | 1u))", "({0} % ({1} | 1u))",
                                   "({0} & {1})", "({0} << 3)", "({0} >> 5)", "({0} < {1} ? {1} : {0} + 1u)", "(unsigned)({0} > {1} && {0})"]).format(a, b)

    def condition(self):
        return "%s %% %du == %du" % (self.expr(1), self.random.choice([2, 3, 4]), self.random.randint(0, 1))

    def value(self, kind, depth=2):
        return "(double)(%s & 1023u)" % self.expr(depth) if kind == "double" else self.expr(depth)

    def literal(self, record):
        paths = self.random.sample(record.leaves, min(len(record.leaves), 3))
        return "(%s){%s}" % (record.spelling, ", ".join(".%s = %s" % (path, self.value(kind, 1)) for path, kind, _ in paths) or "0")

    # ---- calls

    def record_of(self, record):
        """An object of the record's type."""
        known = [text for text, _, r in self.scope.records if r is record]
        if not known or self.is_quiet or self.random.random() < 0.2:
            return self.literal(record) if self.is_quiet or self.random.random() < 0.5 else record.object
        return self.random.choice(known)

    def pointer(self):
        kinds = ("unsigned", "const unsigned") if self.function.is_pure else ("unsigned",)
        known = [text for text, kind, has_address in self.scope.leaves if kind in kinds and has_address]
        if not known or self.is_quiet or self.random.random() < 0.15:
            return self.random.choice(["&(unsigned){%s}" % self.expr(1), "&g[%d]" % self.random.randrange(8)])
        return "&" + self.random.choice(known)

    def argument(self, kind, record, depth):
        if kind == "n":  # how deep a function without effects calls itself
            return "%s & %du" % (self.expr(min(depth, 1)), self.random.choice([1, 3, 3, 7]))
        if kind == "r":
            return self.record_of(record)
        if kind == "p":
            return "&" + self.record_of(record)
        if kind == "q":
            return self.pointer()
        return self.value({"d": "double"}.get(kind, "unsigned"), depth)

    def call_text(self, function, depth=1, callee=None):
        arguments = [] if function.is_small else ["depth - 1"]
        arguments += [self.argument(kind, record, depth) for kind, _, record in function.params]
        return "%s(%s)" % (callee or function.name, ", ".join(arguments))

    def big_call(self):
        """The function, and a call of it: by name, through its table, or through a pointer that a conditional chooses."""
        function = self.program.big_function()
        family = function.family
        other = self.random.choice(family.functions)
        callee = self.random.choice([function.name, function.name, "%s[%s %% %du]" % (family.table, self.leaf(), len(family.functions)),
                                     "(%s ? %s : *%s)" % (self.leaf(), function.name, other.name)])
        return function, self.call_text(function, 2, callee)

    def nested_call(self, inner):
        """As an argument of another call, whose other arguments then are constants."""
        was, self.is_quiet = self.is_quiet, True
        takers = [f for f in self.program.functions for kind, _, record in f.params if kind == inner.result and (kind == "u" or record is inner.record)]
        text = self.call_text(inner)
        if takers:
            taker = self.random.choice(takers)
            spots = [i for i, (kind, _, record) in enumerate(taker.params) if kind == inner.result and (kind == "u" or record is inner.record)]
            arguments = ["depth - 1"] + [self.argument(kind, record, 1) for kind, _, record in taker.params]
            arguments[1 + self.random.choice(spots)] = text
            inner, text = taker, "%s(%s)" % (taker.name, ", ".join(arguments))
        self.is_quiet = was
        return inner, text

    def call(self):
        function, text = self.nested_call(self.program.big_function()) if self.random.random() < 0.25 else self.big_call()
        if function.result == "v":
            return self.say("%s;", text)
        if function.result in "uld":
            name, kind = self.name("c"), {"u": "unsigned", "l": "long", "d": "double"}[function.result]
            self.say("%s %s = %s;", kind, name, text)
            return self.scope.leaves.append((name, kind, True))
        known = [t for t, _, record in self.scope.records if record is function.record]
        star = "*" if function.result == "p" else ""
        roll = self.random.random()
        if roll < 0.3:
            path = self.random.choice(function.record.leaves)[0]
            return self.say("mix((unsigned)%s%s%s);", text, "->" if star else ".", path)
        if roll < 0.6 and known:
            return self.say("%s = %s%s;", self.random.choice(known), star, text)
        name = self.name("c")
        self.say("%s %s = %s%s;", function.record.spelling, name, star, text)
        self.scope.add_record(name, name + ".", function.record)

    def setter(self):
        """A small function that changes what its pointers point to."""
        function = self.random.choice(self.program.setters)
        text = self.call_text(function)
        self.say("%s;" % text if function.result == "v" else "mix(%s);" % text)

    def eat(self):
        """A call with a variable number of arguments."""
        shape, arguments = "", []
        for _ in range(self.random.randint(0, 7)):
            letter = self.random.choice("uldpR")
            if letter == "R":
                record = self.random.choice(self.program.records)
                letter = chr(ord("A") + record.index)
                arguments.append(self.record_of(record))
            else:
                arguments.append({"u": self.expr(1), "l": "(long)%s" % self.expr(1), "d": self.value("double", 1), "p": self.pointer()}[letter])
            shape += letter
        self.say("mix(%s(%s));", self.random.choice(["eat", "eat_by"]), ", ".join(['"%s"' % shape] + arguments))
