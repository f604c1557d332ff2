"""Random sessions of cells that define things anew, and what they should print (language.md's rules on redefinition).

A session has a few names of each kind: functions, async functions, variables, arrays, structs, enumerators, typedefs, macros.
A cell gives some of them a new meaning, with the old type or with another, and then says what they are. The rules that the
model keeps:

    a function or variable of the old type    is the same one: whoever uses it has the new body or value
    of another type                           is another one: code compiled before goes on with the old one
    struct, enumerator, typedef, macro        code compiled before keeps what it saw
    a coroutine that has begun                finishes with the body it began with
    a cell that does not compile              changes nothing at all
    a cell that stops with a fault            keeps what it did before

A function f2 calls f0, f1 and at most itself, so that every program ends. All arithmetic is in small longs.
"""
import random

MODULUS = 1009
KEPT = ("function", "counter", "async", "variable", "array", "object")  # defined anew with the old type, they are the same
FUNCTION_TYPES = [("long", ("long",)), ("int", ("int",)), ("double", ("double",)), ("long", ("long", "long")),
                  ("short", ("int", "char")), ("int", ())]
VARIABLE_TYPES = ["int", "long", "short", "unsigned char", "double", "const int *"]
FIELD_TYPES = {"char": 1, "short": 2, "int": 4, "long": 8}
FUNCTIONS = ["f%d" % i for i in range(6)]
ASYNCS = ["a%d" % i for i in range(3)]
VARIABLES = ["v%d" % i for i in range(4)]
ARRAYS = ["r0", "r1"]
STRUCTS = ["S0", "S1"]
OBJECTS = ["s0", "s1"]
ENUMERATORS = ["E0", "E1", "E2"]
TYPEDEFS = ["T0", "T1"]
MACROS = ["M0", "M1", "M2"]
POINTERS = ["p0", "p1"]
COUNTERS = ["c0", "c1"]
TASKS = ["t0", "t1", "t2"]


def remainder(value):
    """C's % MODULUS."""
    return value % MODULUS if value >= 0 else -(-value % MODULUS)


class Thing:
    """One function or variable: what a name means until it is defined with another type."""

    def __init__(self, kind, type_, value=None):
        self.kind, self.type, self.value = kind, type_, value


def size_of(fields):
    size, align = 0, 1
    for type_, _ in fields:
        width = FIELD_TYPES[type_]
        size = (size + width - 1) // width * width + width
        align = max(align, width)
    return (size + align - 1) // align * align


class Session:
    """The names and what they mean; everything a cell may change is in `names`, and things are changed by statements."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = {}
        self.gates = 0

    def pick(self, names):
        known = [n for n in names if n in self.names]
        return self.random.choice(known) if known else None

    # ------------------------------------------------------------ expressions: (text, evaluation)

    def number(self):
        value = self.random.randrange(1, 50)
        return str(value), lambda env: value

    def leaf(self, local):
        kind = self.random.randrange(10)
        if local and kind < 4:
            name = self.random.choice(local)
            return "(long)" + name, lambda env: env[name]
        names = [VARIABLES, ARRAYS, OBJECTS, ENUMERATORS, STRUCTS, TYPEDEFS, MACROS][kind % 7]
        name = self.pick(names)
        return self.use(name) if name else self.number()

    def use(self, name):
        thing = self.names[name]
        if thing.kind == "variable":
            text = "(long)*" if thing.type.endswith("*") else "(long)"
            return text + name, lambda env: thing.value
        if thing.kind == "array":
            at = self.random.randrange(thing.type)
            return "(long)%s[%d]" % (name, at), lambda env: thing.value[at]
        if thing.kind == "object":
            at = self.random.randrange(len(thing.type.type))
            return "(long)%s.%s" % (name, thing.type.type[at][1]), lambda env: thing.value[at]
        if thing.kind in ("struct", "typedef"):
            size = size_of(thing.type) if thing.kind == "struct" else FIELD_TYPES[thing.type]
            return "(long)sizeof(%s%s)" % ("struct " * (thing.kind == "struct"), name), lambda env: size
        if thing.kind == "macro":
            if thing.type and self.names[thing.type].type.endswith("*"):
                return self.number()
            return name, thing.value(self)
        value = thing.value
        return name, lambda env: value

    def call(self, local, rank, depth):
        name = self.pick(FUNCTIONS[:rank])
        if not name:
            return self.number()
        thing = self.names[name]
        args = [self.expression(local, rank, depth + 1) for _ in thing.type[1]]
        # A parameter of type char or short must hold what it is given.
        text = "(long)%s(%s)" % (name, ", ".join("(%s) %% 100" % t for t, _ in args))
        values = [v for _, v in args]
        return text, lambda env: thing.value([short_remainder(v(env)) for v in values])

    def expression(self, local, rank, depth=0):
        kind = self.random.randrange(10)
        if depth > 2 or kind < 2:
            return self.leaf(local)
        if kind < 5:
            return self.call(local, rank, depth)
        left, right = self.expression(local, rank, depth + 1), self.expression(local, rank, depth + 1)
        a, b = left[1], right[1]
        if kind == 5:
            third = self.expression(local, rank, depth + 1)
            c = third[1]
            return ("(%s > %s ? %s : 7)" % (left[0], right[0], third[0]),
                    lambda env: c(env) if a(env) > b(env) else 7)
        operator = self.random.choice("+-*")
        compute = {"+": lambda x, y: x + y, "-": lambda x, y: x - y, "*": lambda x, y: x * y}[operator]
        return ("((%s %s %s) %% %d)" % (left[0], operator, right[0], MODULUS),
                lambda env: remainder(compute(a(env), b(env))))

    # ------------------------------------------------------------ definitions: the text

    def define(self, name, kind, type_, value=None):
        """The name has a new meaning: the thing it means is the old one if its type is the same."""
        old = self.names.get(name)
        if old and (old.kind, old.type) == (kind, type_) and kind in KEPT:
            return old
        self.names[name] = Thing(kind, type_, value)
        return self.names[name]

    def keeps_type(self, name):
        return name in self.names and self.random.random() < 0.6

    def function(self):
        rank = self.random.randrange(len(FUNCTIONS))
        name = FUNCTIONS[rank]
        is_kept = self.keeps_type(name)
        type_ = self.names[name].type if is_kept else self.random.choice(FUNCTION_TYPES)
        local = ["x", "y"][:len(type_[1])]
        head = "%s %s(%s)" % (type_[0], name, ", ".join("%s %s" % p for p in zip(type_[1], local)) or "void")
        shape = self.random.randrange(4)
        thing = self.define(name, "function", type_)
        is_leaf = shape in (0, 2)  # what is done many times calls nobody else
        text, value = self.leaf(local) if is_leaf else self.expression(local, rank)
        if shape == 0 and len(local) == 1:  # calls itself
            inner = name + "(x - 1)"
            body = "    if (x <= 0) return (%s) %% 100;\n    return ((long)%s + %s) %% 100;" % (text, inner, text)

            def run(args):
                x = args[0]
                own = value({"x": x})
                return short_remainder(own) if x <= 0 else short_remainder(thing.value([x - 1]) + value({"x": x}))
            self.pending.append((thing, run))
        elif shape == 1:  # a static variable of its own
            base = self.random.randrange(50)
            body = "    static int base = %d;\n    return (%s + base) %% 100;" % (base, text)
            self.pending.append((thing, lambda args: short_remainder(value(dict(zip(local, args))) + base)))
        elif shape == 2:  # a loop
            body = "    long sum = 0;\n    for (int i = 0; i < 3; i++) sum += %s;\n    return sum %% 100;" % text
            self.pending.append((thing, lambda args: short_remainder(
                sum(value(dict(zip(local, args))) for _ in range(3)))))
        else:
            body = "    return (%s) %% 100;" % text
            self.pending.append((thing, lambda args: short_remainder(value(dict(zip(local, args))))))
        return "%s {\n%s\n}" % (head, body)

    def counter(self):
        """Called by statements only: C leaves the order of two calls in one expression open."""
        name, first, step = self.random.choice(COUNTERS), self.random.randrange(50), self.random.randrange(1, 5)
        thing = self.define(name, "counter", None)
        self.pending.append((thing, [first, step]))
        return "int %s(void) {\n    static int count = %d;\n    return count += %d;\n}" % (name, first, step)

    def async_function(self):
        """Waits for a future between two looks at the world."""
        name = self.random.choice(ASYNCS)
        self.define(name, "async", "long")
        first, before = self.expression(["x"], len(FUNCTIONS))
        second, after = self.expression(["x"], len(FUNCTIONS))
        self.pending.append((self.names[name], (before, after)))
        return ("async long %s(long x, future(int) gate) {\n    long sum = %s;\n    await gate;\n    return (sum + %s) %% 100;\n}"
                % (name, first, second))

    def variable(self):
        name = self.random.choice(VARIABLES)
        is_kept = self.keeps_type(name)
        type_ = self.names[name].type if is_kept else self.random.choice(VARIABLE_TYPES)
        value = self.random.randrange(100)
        thing = self.define(name, "variable", type_)
        self.pending.append((thing, value))
        if type_.endswith("*"):
            return "%s%s = &(const int){%d};" % (type_, name, value)
        return "%s %s = %d;" % (type_, name, value)

    def array(self):
        name = self.random.choice(ARRAYS)
        values = [self.random.randrange(100) for _ in range(self.random.randrange(1, 6))]
        self.pending.append((self.define(name, "array", len(values)), values))
        return "int %s[] = {%s};" % (name, ", ".join(map(str, values)))

    def struct(self):
        name = self.random.choice(STRUCTS)
        fields = tuple((self.random.choice(list(FIELD_TYPES)), "m%d" % i) for i in range(self.random.randrange(1, 5)))
        self.define(name, "struct", fields)
        return "struct %s { %s };" % (name, " ".join("%s %s;" % field for field in fields))

    def object(self):
        struct = self.pick(STRUCTS)
        if not struct:
            return self.struct()
        name = self.random.choice(OBJECTS)
        type_ = self.names[struct]
        values = [self.random.randrange(100) for _ in type_.type]
        self.pending.append((self.define(name, "object", type_), values))
        return "struct %s %s = {%s};" % (struct, name, ", ".join(map(str, values)))

    def enumerator(self):
        name, value = self.random.choice(ENUMERATORS), self.random.randrange(100)
        self.names[name] = Thing("enumerator", None, value)
        return "enum { %s = %d };" % (name, value)

    def typedef(self):
        name, type_ = self.random.choice(TYPEDEFS), self.random.choice(list(FIELD_TYPES))
        self.names[name] = Thing("typedef", type_)
        return "typedef %s %s;" % (type_, name)

    def macro(self):
        """Its names are looked up where it is used."""
        name, number = self.random.choice(MACROS), self.random.randrange(50)
        variable = self.pick(VARIABLES)
        text = "((long)(%s) + %d)" % (variable, number) if variable else str(number)

        def resolve(session):
            thing = session.names[variable] if variable else Thing("none", None, 0)
            return lambda env: thing.value + number
        self.names[name] = Thing("macro", variable, resolve)
        return "#undef %s\n#define %s %s" % (name, name, text)

    def pointer(self):
        name = self.pick(FUNCTIONS)
        if not name:
            return self.function()
        thing = self.names[name]
        pointer = self.random.choice(POINTERS)
        self.names[pointer] = Thing("pointer", thing.type)
        self.pending.append((self.names[pointer], thing))
        return "%s (*%s)(%s) = %s;" % (thing.type[0], pointer, ", ".join(thing.type[1]) or "void", name)

    # ------------------------------------------------------------ statements: (text, what it does to the output)

    def say(self):
        pointer = self.pick(POINTERS)
        if pointer and self.random.random() < 0.2:
            thing = self.names[pointer]
            args = [self.random.randrange(100) for _ in thing.type[1]]
            return ('printf("%%ld\\n", (long)%s(%s));' % (pointer, ", ".join(map(str, args))),
                    lambda out: out.append(thing.value.value(args)))
        text, value = self.expression([], len(FUNCTIONS))
        return 'printf("%%ld\\n", (long)%s);' % text, lambda out: out.append(value({}))

    def count(self):
        name = self.pick(COUNTERS)
        if not name:
            return self.say()
        thing = self.names[name]

        def run(out):
            thing.value[0] += thing.value[1]
            out.append(thing.value[0])
        return 'printf("%%d\\n", %s());' % name, run

    def assign(self):
        name = self.pick(VARIABLES)
        if not name or self.names[name].type.endswith("*"):
            return self.say()
        thing = self.names[name]
        text, value = self.expression([], len(FUNCTIONS))

        def run(out):
            thing.value = abs(short_remainder(value({})))
        return "%s = labs((%s) %% 100);" % (name, text), run

    def begin(self):
        name = self.pick(ASYNCS)
        free = [n for n in TASKS if n not in self.told]
        if not name or not free:
            return self.say()
        thing, task, number = self.names[name], self.random.choice(free), self.random.randrange(50)
        self.told.add(task)
        self.gates += 1
        made = Thing("task", self.gates)
        self.new_tasks.append((task, made))

        def run(out):
            before, after = thing.value
            made.value = (before({"x": number}), after, number)
        return ("future(int) gate%d = new_future(int);\ntask(long) %s = spawn %s(%d, gate%d);\nawait sleep(0);"
                % (made.type, task, name, number, made.type), run)

    def finish(self):
        known = [n for n in TASKS if n in self.names]
        if not known:
            return self.begin()
        name = self.random.choice(known)
        thing = self.names.pop(name)
        self.told.add(name)  # a definition, also one further down, would make it another task

        def run(out):
            total, after, number = thing.value
            out.append(short_remainder(total + after({"x": number})))
        return 'set_result(gate%d, 1);\nprintf("%%ld\\n", await %s);' % (thing.type, name), run

    # ------------------------------------------------------------ cells

    def cell(self):
        """The text of the next cell, the lines it prints, and how it ends: "ok", "error" or "fault"."""
        ending = self.random.choices(["ok", "error", "fault"], [10, 1, 1])[0]
        saved = dict(self.names)
        self.pending, self.new_tasks, self.told = [], [], set()  # told: tasks of this cell
        makers = [self.function] * 5 + [self.async_function, self.variable, self.variable, self.array, self.struct, self.object,
                                        self.enumerator, self.typedef, self.macro, self.pointer,
                                        self.counter]
        texts = []
        done = set()
        for maker in self.random.choices(makers, k=self.random.randrange(4)):
            before = dict(self.names)
            count = len(self.pending)
            text = maker()
            changed = {n for n in self.names if self.names[n] is not before.get(n)}
            touched = changed | {n for t, _ in self.pending[count:] for n in self.names if self.names[n] is t}
            if touched & done:  # one meaning for each name in one cell
                self.names = before
                del self.pending[count:]
                continue
            done |= touched
            texts.append(text)
        steps = []
        for _ in range(self.random.randrange(1, 4)):
            text, run = self.random.choice([self.say, self.say, self.say, self.assign, self.count, self.begin, self.finish])()
            texts.append(text)
            steps.append(run)
            for name, task in self.new_tasks:
                self.names[name] = task
            self.new_tasks = []
        if ending == "error":
            self.names = saved
            texts.insert(self.random.randrange(len(texts) + 1), "printf(\"%d\\n\", nobody_defined_this);")
            return "\n".join(texts), [], "error"
        out = []
        for thing, value in self.pending:
            thing.value = value
        for step in steps:
            step(out)
        if ending == "fault":
            texts.append("*(int *)nullptr = 1;\nprintf(\"not reached\\n\");")
        return "\n".join(texts), out, ending


def short_remainder(value):
    return value % 100 if value >= 0 else -(-value % 100)
