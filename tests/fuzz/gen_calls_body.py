"""The bodies of gen_calls.py's functions: declarations and statements."""
from gen_calls_values import INTEGERS, Values

COUNTS = [1, 2, 3, 5, 8, 17, 40, 130, 600]


class Body(Values):
    # ---- declarations

    def declare(self):
        self.random.choice([self.declare_scalar, self.declare_record, self.declare_record, self.declare_array, self.declare_pointer])()

    def declare_scalar(self):
        name, kind = self.name("x"), self.random.choice(INTEGERS + ["double"])
        if self.random.random() < 0.1 and not self.function.is_small:
            self.say("static %s %s = %d;", kind, name, self.random.randint(0, 1))
        else:
            self.say("%s%s %s = %s;", self.random.choice(["", "", "", "volatile ", "register "]), kind, name, self.value(kind))
        self.scope.leaves.append((name, kind, "register" not in self.lines[-1] and "volatile" not in self.lines[-1]))

    def declare_record(self):
        record, name = self.random.choice(self.program.records), self.name("s")
        how = self.random.choice(["copy", "literal", "clear"])
        if how == "clear" and not self.function.is_small:
            self.say("%s %s; memset(&%s, 0, sizeof %s);", record.spelling, name, name, name)
        else:
            self.say("%s %s = %s;", record.spelling, name, self.record_of(record) if how == "copy" else self.literal(record))
        self.scope.add_record(name, name + ".", record)

    def declare_array(self):
        if self.function.is_small:
            return self.declare_scalar()
        name, index, count = self.name("a"), self.name("i"), self.random.choice(COUNTS)
        kind = self.random.choice(INTEGERS)
        if self.random.random() < 0.3:
            return self.say("%s %s[%d] = {%s}; mix((unsigned)%s[%s %% %du]);", kind, name, count, self.expr(), name, self.expr(), count)
        self.say("unsigned %s[%d];", name, count)
        self.say("for (unsigned %s = 0; %s < %du; %s++) %s[%s] = %s + %s;", index, index, count, index, name, index, self.expr(1), index)
        self.add_array(name, count)

    def add_array(self, name, count):
        self.scope.arrays.append((name, count))
        self.scope.leaves += [("%s[%d]" % (name, i), "unsigned", True) for i in sorted({0, count - 1})]

    def declare_pointer(self):
        if self.random.random() < 0.5:
            name = self.name("q")
            self.say("%sunsigned *%s = %s;", self.const, name, self.pointer())
            return self.scope.leaves.append(("(*%s)" % name, self.const + "unsigned", True))
        record, name = self.random.choice(self.program.records), self.name("p")
        self.say("%s%s *%s = &%s;", self.const, record.spelling, name, self.record_of(record))
        self.scope.add_record("(*%s)" % name, name + "->", record, self.const)

    def declare_alloca(self):
        name, index, count = self.name("al"), self.name("i"), self.random.choice([1, 2, 7, 40, 300])
        self.say("unsigned *%s = alloca((%s %% 3u + %du) * sizeof *%s);", name, self.expr(1), count, name)
        self.say("for (unsigned %s = 0; %s < %du; %s++) %s[%s] = %s;", index, index, count, index, name, index, self.expr(1))
        self.add_array(name, count)

    def declare_vla(self):
        v, n, m, i = self.name("v"), self.name("n"), self.name("m"), self.name("i")
        self.say("unsigned %s = %s %% %du + 1u, %s = %s %% 5u + 1u;", n, self.expr(1), self.random.choice([3, 9, 70]), m, self.expr(1))
        if self.random.random() < 0.5:
            self.say("unsigned %s[%s][%s];", v, n, m)
            self.say("for (unsigned %s = 0; %s < %s * %s; %s++) %s[%s / %s][%s %% %s] = %s;", i, i, n, m, i, v, i, m, i, m, self.expr(1))
            return self.say("mix(sum_of(%s, %s, %s) + sizeof %s);", n, m, v, v)
        self.say("unsigned %s[%s]; for (unsigned %s = 0; %s < %s; %s++) %s[%s] = %s;", v, n, i, i, n, i, v, i, self.expr(1))
        self.add_array(v, 1)

    # ---- statements

    def assign(self):
        places = [(t, k) for t, k, _ in self.scope.leaves if not k.startswith("const")]
        if places and self.random.random() < 0.7:
            text, kind = self.random.choice(places)
            return self.say("%s %s %s;", text, "=" if kind == "double" else self.random.choice(["=", "=", "+=", "^="]), self.value(kind))
        text, _, record = self.random.choice(self.scope.records) if self.scope.records else (None, None, None)
        if text and not (self.function.is_pure and text.startswith("(*")):
            self.say("%s = %s;", text, self.record_of(record))

    def show(self):
        if self.scope.records and self.random.random() < 0.5:
            text, _, record = self.random.choice(self.scope.records)
            return self.say("mix(%s(&%s));", record.hash, text)
        self.say("mix(%s);", self.expr())

    def leave(self):
        ways = ["return %s;" % self.program.result(self, self.function)] + (["break;", "continue;"] if self.is_in_loop else [])
        way = self.random.choice(ways)
        if self.random.random() < 0.2:
            name = self.name("e")
            return self.say("mix(({ unsigned char %s[%d] = {0}; if (%s) %s %s[0]; }));", name, self.random.choice(COUNTS), self.condition(), way, name)
        self.say("if (%s) { %s }", self.condition(), way)

    def block(self, head="", is_loop=None):
        was, mark = self.is_in_loop, self.scope.mark()
        self.is_in_loop = was if is_loop is None else is_loop
        self.say(head + "{")
        self.indent, self.nesting = self.indent + 1, self.nesting + 1
        for _ in range(self.random.randint(1, 3)):
            self.statement()
        self.indent, self.nesting = self.indent - 1, self.nesting - 1
        self.say("}")
        self.scope.back_to(mark)
        self.is_in_loop = was

    def choose(self):
        self.block("if (%s) " % self.condition())
        if self.random.random() < 0.5:
            self.block("else ")

    def loop(self):
        i, rounds = self.name("i"), self.random.randint(1, 4)
        mark = self.scope.mark()
        if self.random.random() < 0.5:
            self.scope.leaves.append((i, "const unsigned", False))
            self.block("for (unsigned %s = 0; %s < %du; %s++) " % (i, i, rounds, i), is_loop=True)
        else:
            self.say("unsigned %s = %du;", i, rounds)
            self.block("while (%s-- > 0u) " % i, is_loop=True)
        self.scope.back_to(mark)

    def switch(self):
        """Cases in blocks inside of blocks; what a case reads it has set."""
        x, y = self.name("x"), self.name("y")
        self.say("switch (%s %% 4u) {", self.expr(1))
        self.say("    unsigned %s[%d];", x, self.random.choice(COUNTS))
        self.say("case 0: %s[0] = %s; mix(%s[0]);", x, self.expr(1), x)
        self.block(is_loop=False)
        self.say("    { %s %s;", self.random.choice(self.program.records).spelling, y)
        self.say("case 1: memset(&%s, 1, sizeof %s); mix(*(unsigned char *)&%s);", y, y, y)
        self.block(is_loop=False)
        self.say("    %s }", self.random.choice(["", "break;"]))
        self.say("default: %s[0] = 3; mix(%s[0]);", x, x)
        self.say("}")

    def jump_into(self):
        label, record, name = self.name("in"), self.random.choice(self.program.records), self.name("s")
        self.say("if (%s) goto %s;", self.condition(), label)
        self.say("{ %s %s = %s; mix(%s(&%s));", record.spelling, name, self.record_of(record), record.hash, name)
        self.block()
        self.say("%s: %s = %s; mix(%s(&%s)); }", label, name, self.record_of(record), record.hash, name)

    def jump_out(self):
        label, i = self.name("out"), self.name("i")
        self.say("for (unsigned %s = 0; %s < 3u; %s++) {", i, i, i)
        self.block()
        self.say("    { unsigned char %s[%d] = {1}; mix(%s[0]); if (%s) goto %s; }", self.name("b"), self.random.choice(COUNTS), "b%d" % self.program.count,
                 self.condition(), label)
        self.say("}")
        self.say("%s: ;", label)

    def jump_back(self):
        label, n = self.name("again"), self.name("n")
        self.say("unsigned %s = 0; %s: ;", n, label)
        self.say("{")
        self.block()
        self.say("    if (++%s < 3u) { unsigned char %s[9] = {2}; mix(%s[0]); goto %s; }", n, self.name("b"), "b%d" % self.program.count, label)
        self.say("}")

    def catch(self):
        """Nothing that is local changes between setjmp and longjmp."""
        env, old = self.name("env"), self.name("old")
        was, self.is_quiet = self.is_quiet, True
        function = self.program.big_function()
        self.say("jmp_buf %s; jmp_buf *volatile %s = catcher; catcher = &%s;", env, old, env)
        self.say("if (setjmp(%s) == 0) { (void)%s; mix(1); } else { mix(2); }", env, self.call_text(function))
        self.say("catcher = %s;", old)
        self.is_quiet = was

    def throw(self):
        self.say("if (catcher && %s) longjmp(*catcher, 1);", self.condition())

    def sort(self):
        a, i, count = self.name("a"), self.name("i"), self.random.choice([1, 2, 5, 11])
        self.say("{ unsigned %s[%d];", a, count)
        self.say("for (unsigned %s = 0; %s < %du; %s++) %s[%s] = %s * (%s + 7u) %% 1000u;", i, i, count, i, a, i, self.expr(1), i)
        self.say("qsort(%s, %d, sizeof *%s, %s);", a, count, a, self.random.choice(["rising", "falling"]))
        self.say("qsort(%s, %d, sizeof *%s, rising);", a, count, a)
        self.say("mix(%s[%d] + *(unsigned *)bsearch(&%s[%d], %s, %d, sizeof *%s, rising)); }", a, count // 2, a, count - 1, a, count, a)

    def write(self):
        b = self.name("b")
        self.say("char %s[%d]; snprintf(%s, sizeof %s, \"%%u-%%s\", %s, \"abc\");", b, self.random.choice([30, 64, 300]), b, b, self.expr())
        self.say("put(%s + strlen(%s), %s); mix_text(%s);", b, b, self.expr(), b)

    def statement(self):
        small = [self.declare, self.declare, self.assign]
        plain = small + [self.assign, self.show, self.call, self.setter, self.eat, self.leave, self.declare_alloca, self.declare_vla, self.catch,
                         self.throw, self.sort, self.write]
        deep = [self.block, self.choose, self.loop, self.loop, self.switch, self.jump_into, self.jump_out, self.jump_back]
        self.random.choice(small if self.function.is_small else plain if self.nesting > 2 or self.random.random() < 0.7 else deep)()
