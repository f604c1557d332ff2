"""Random task programs: made from a seed, written as Cora.

A program is a main, a few async functions and async generators (each calls only later ones, so that every program ends) over
shared locks, semaphores, events, conditions, barriers, queues, futures, call handles and variables of tasks and generators. A statement is a Stmt; STATEMENTS has a row for
each kind: how it is written in C, and how often it is made. Its meaning is in interpret.py.

In the C text $N is the statement's site, $A and $B its numbers, {0} and {1} its bodies. A statement whose task variable
is empty does nothing, a fault of misuse is told where it happens.
"""
import random

TASKS, LOCKS, EVENTS, CONDITIONS, FUTURES, HANDLES, GENERATORS = 4, 2, 2, 2, 3, 2, 2
BARRIERS = [2, 3]
SEMAPHORES = [("new_semaphore(1)", 1, False), ("new_bounded_semaphore(2)", 2, True)]
QUEUES = [("new_queue(int)", "fifo", 0), ("new_queue(int, 1)", "fifo", 1), ("new_lifo_queue(int, 2)", "lifo", 2),
          ("new_priority_queue(int)", "priority", 0)]


class Stmt:
    def __init__(self, kind, site=0, a=0, b=0, flag=False, bodies=()):
        self.kind, self.site, self.a, self.b, self.flag = kind, site, a, b, flag
        self.bodies = list(bodies)


class Program:
    def __init__(self, functions, generators):
        self.functions = functions  # bodies; 0 is main's
        self.generators = generators  # the numbers of those that are generators


# kind: (weight, what a is, what b is, how many bodies, C)
# Operands: T a task variable, F a future, L S E C B Q a lock and so on, H a call handle, G a generator variable, f a later
# function, g a later generator, t seconds, n a number, - none
STATEMENTS = {
    "say": (2, "-", "-", 0, "say(me, $N, 0);"),
    "sleep": (12, "t", "-", 0, "await sleep($A); say(me, $N, 0);"),
    "block": (3, "t", "-", 0, "sleep($A); say(me, $N, 0);"),
    "spawn": (12, "T", "f", 0, "t[$A] = spawn f$B();"),
    "spawn_only": (2, "-", "f", 0, "spawn f$B();"),
    "spawn_sleep": (2, "t", "-", 0, "spawn sleep($A);"),
    "await_task": (8, "T", "-", 0, "if (t[$A]) say(me, $N, await t[$A]);"),
    "call": (4, "-", "f", 0, "say(me, $N, await f$B());"),
    "run": (2, "-", "f", 0, "say(me, $N, run$B());"),
    "cancel": (8, "T", "-", 0, "if (t[$A]) say(me, $N, cancel(t[$A]));"),
    "cancel_self": (1, "-", "-", 0, "say(me, $N, cancel(current_task()));"),
    "done": (2, "T", "-", 0, "if (t[$A]) say(me, $N, done(t[$A]) + 2 * cancelled(t[$A]));"),
    "on_done": (2, "T", "-", 0, "if (t[$A]) on_done(t[$A], called$N);"),
    "call_later": (2, "t", "-", 0, "call_later($A, called$N, NULL);"),
    "call_at": (1, "t", "-", 0, "call_at($A, called$N, NULL);"),
    "call_soon": (2, "-", "-", 0, "call_soon(called$N, NULL);"),
    "keep_soon": (1, "H", "-", 0, "h[$A] = call_soon(called$N, NULL);"),
    "keep_later": (2, "H", "t", 0, "h[$A] = call_later($B, called$N, NULL);"),
    "cancel_handle": (2, "H", "-", 0, "if (h[$A]) say(me, $N, cancel_handle(h[$A]));"),
    "with_lock": (6, "L", "-", 1, "{ await acquire(l[$A]); defer release(l[$A]); say(me, $N, 0); {0} }"),
    "release": (1, "L", "-", 0, "release(l[$A]); say(me, $N, 0);"),
    "with_semaphore": (5, "S", "-", 1, "{ await acquire(s[$A]); defer release(s[$A]); say(me, $N, 0); {0} }"),
    "post": (1, "S", "-", 0, "release(s[$A]); say(me, $N, 0);"),
    "wait_event": (3, "E", "-", 0, "await wait(e[$A]); say(me, $N, 0);"),
    "set_event": (3, "E", "-", 0, "set(e[$A]);"),
    "clear_event": (1, "E", "-", 0, "clear(e[$A]);"),
    "with_condition": (5, "C", "-", 1, "{ await acquire(c[$A]); defer release(c[$A]); say(me, $N, 0); {0} }"),
    "wait_condition": (1, "C", "-", 0, "await wait(c[$A]); say(me, $N, 0);"),
    "notify": (2, "C", "n", 0, "notify(c[$A], $B); say(me, $N, 0);"),
    "notify_all": (1, "C", "-", 0, "notify_all(c[$A]); say(me, $N, 0);"),
    "wait_barrier": (6, "B", "-", 0, "say(me, $N, await wait(b[$A]));"),
    "reset_barrier": (1, "B", "-", 0, "reset(b[$A]); say(me, $N, n_waiting(b[$A]));"),
    "abort_barrier": (1, "B", "-", 0, "abort(b[$A]); say(me, $N, broken(b[$A]));"),
    "put": (5, "Q", "n", 0, "await put(q[$A], $B); say(me, $N, (int)size(q[$A]));"),
    "get": (4, "Q", "-", 0, "say(me, $N, await get(q[$A]));"),
    "try_put": (2, "Q", "n", 0, "say(me, $N, try_put(q[$A], $B));"),
    "try_get": (2, "Q", "-", 0, "{ int got = 0; bool any = try_get(q[$A], &got); say(me, $N, any ? got : -1); }"),
    "task_done": (2, "Q", "-", 0, "task_done(q[$A]); say(me, $N, 0);"),
    "join": (1, "Q", "-", 0, "await join(q[$A]); say(me, $N, 0);"),
    "close": (1, "Q", "-", 0, "close(q[$A]);"),
    "new_future": (1, "F", "-", 0, "f[$A] = new_future(int);"),
    "await_future": (4, "F", "-", 0, "say(me, $N, await f[$A]);"),
    "set_result": (3, "F", "n", 0, "set_result(f[$A], $B); say(me, $N, 0);"),
    "set_error": (1, "F", "-", 0, "set_error(f[$A], \"FutureError\", \"\"); say(me, $N, 0);"),
    "cancel_future": (1, "F", "-", 0, "say(me, $N, cancel(f[$A]));"),
    "gather": (3, "f", "f", 0, "{ int *r = await gather(f$A(), f$B(), .return_errors = $G); say(me, $N, r[0]); say(me, $N, r[1]); }"),
    "gather_tasks": (2, "T", "T", 0, "if (t[$A] && t[$B]) { int *r = await gather(t[$A], t[$B], .return_errors = $G); "
                                     "say(me, $N, r[0]); say(me, $N, r[1]); }"),
    "wait_for": (3, "t", "f", 0, "say(me, $N, await wait_for(f$B(), $A));"),
    "wait_for_task": (3, "T", "t", 0, "if (t[$A]) say(me, $N, await wait_for(t[$A], $B));"),
    "wait_for_future": (1, "F", "t", 0, "say(me, $N, await wait_for(f[$A], $B));"),
    "wait_any": (2, "T", "T", 0, "if (t[$A] && t[$B]) { task(int) w[] = {t[$A], t[$B]}; say(me, $N, (int)await wait_any(w, 2)); }"),
    "wait_all": (1, "T", "T", 0, "if (t[$A] && t[$B]) { task(int) w[] = {t[$A], t[$B]}; await wait_all(w, 2); say(me, $N, 0); }"),
    "as_completed": (2, "f", "f", 0, "{ coroutine(int) w[] = {f$A(), f$B()}; future(int) *o = as_completed(w, 2); "
                                     "for (int i = 0; i < 2; i++) say(me, $N, await o[i]); }"),
    "as_completed_tasks": (2, "T", "T", 0, "if (t[$A] && t[$B]) { task(int) w[] = {t[$A], t[$B]}; future(int) *o = as_completed(w, 2); "
                                           "for (int i = 0; i < 2; i++) say(me, $N, await o[i]); }"),
    "shield_task": (2, "T", "-", 0, "if (t[$A]) say(me, $N, await shield(t[$A]));"),
    "taskgroup": (7, "-", "-", 1, "taskgroup { {0} } say(me, $N, 0);"),
    "deadline": (6, "t", "-", 1, "deadline ($A) { {0} } say(me, $N, 0);"),
    "deadline_else": (5, "t", "-", 2, "deadline ($A) { {0} } else { say(me, $N, 1); {1} }"),
    "shield": (5, "-", "-", 1, "shield { {0} } say(me, $N, 0);"),
    "try": (14, "-", "-", 2, "try { {0} } catch (error x) { told(me, $N, x.name); {1} }"),
    "try_throw": (3, "-", "-", 2, "try { {0} } catch (error x) { told(me, $N, x.name); {1} if (yes) throw; }"),
    "throw": (3, "-", "-", 0, "if (yes) throw error(\"Error$N\", \"\");"),
    "defer": (4, "-", "-", 1, "defer { say(me, $N, 0); {0} }"),
    "repeat": (3, "n", "-", 1, "for (int i = 0; i < $A; i++) { {0} }"),
    "break": (1, "-", "-", 0, "if (yes) break;"),
    "yield": (30, "n", "-", 0, "say(me, $N, yield $A);"),
    "new_generator": (6, "G", "g", 0, "g[$A] = f$B();"),
    "next": (4, "G", "-", 0, "if (g[$A]) say(me, $N, await next(g[$A]));"),
    "try_next": (2, "G", "-", 0, "if (g[$A]) { int got = 0; bool more = await try_next(g[$A], &got); say(me, $N, more ? got : -1); }"),
    "send": (3, "G", "n", 0, "if (g[$A]) say(me, $N, await send(g[$A], $B));"),
    "throw_into": (2, "G", "-", 0, "if (g[$A]) say(me, $N, await throw_into(g[$A], error(\"Error$N\", \"\")));"),
    "close_generator": (2, "G", "-", 0, "if (g[$A]) await close_generator(g[$A]); say(me, $N, 0);"),
    "for_await": (6, "g", "-", 1, "for await (int x : f$A()) { say(me, $N, x); {0} }"),
    "return": (1, "-", "-", 0, "if (yes) return $N;"),
}
COUNTS = {"T": TASKS, "F": FUTURES, "L": LOCKS, "S": len(SEMAPHORES), "E": EVENTS, "C": CONDITIONS, "B": len(BARRIERS),
          "Q": len(QUEUES), "H": HANDLES, "G": GENERATORS}
CALLBACKS = ("call_soon", "call_later", "call_at", "keep_soon", "keep_later")


class Place:
    """Where a statement stands."""

    def __init__(self, at, in_defer=False, in_loop=False, in_block=False, holds=None):
        self.at = at  # the function's number
        self.in_defer, self.in_loop = in_defer, in_loop
        self.in_block = in_block  # a group, a deadline, a shield: nothing is yielded there
        self.holds = holds  # the kind that is made more often here

    def inside(self, kind):
        return Place(self.at, self.in_defer or kind == "defer",
                     (self.in_loop or kind in ("repeat", "for_await")) and kind != "defer",
                     self.in_block or kind in ("taskgroup", "deadline", "deadline_else", "shield"),
                     "wait_condition" if kind == "with_condition" else None)


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.site = 0
        self.function_count = self.random.randint(3, 6)
        self.generators = [at for at in range(1, self.function_count) if self.random.random() < 0.25]
        # a program is about a few things: it meets itself more often
        kinds = list(STATEMENTS)
        self.kinds = [kind for kind in kinds if self.random.random() < 0.6 or STATEMENTS[kind][0] >= 12]

    def later(self, at, are_generators):
        return [i for i in range(at + 1, self.function_count) if (i in self.generators) == are_generators]

    def operand(self, what, at):
        if what == "t":
            return self.random.choice([0, 1, 1, 2, 2, 3, 5])
        if what == "n":
            return self.random.randint(1, 3)
        if what in "fg":
            return self.random.choice(self.later(at, what == "g"))
        return self.random.randrange(COUNTS[what]) if what in COUNTS else 0

    def allowed(self, kind, place, depth):
        _, a, b, bodies, _ = STATEMENTS[kind]
        for what in "fg":
            if what in a + b and not self.later(place.at, what == "g"):
                return False
        if kind == "break":
            return place.in_loop and not place.in_defer
        if kind == "yield":
            return place.at in self.generators and not place.in_defer and not place.in_block
        if place.in_defer and kind in ("return", "defer"):
            return False
        return bodies == 0 or depth < 4

    def statement(self, place, depth):
        kinds = [kind for kind in self.kinds if self.allowed(kind, place, depth)]
        weights = [STATEMENTS[kind][0] * (6 if place.holds == kind else 1) for kind in kinds]
        kind = self.random.choices(kinds, weights)[0]
        _, a, b, bodies, _ = STATEMENTS[kind]
        self.site += 1
        made = Stmt(kind, self.site, self.operand(a, place.at), self.operand(b, place.at), self.random.random() < 0.4)
        for i in range(bodies):
            made.bodies.append(self.body(place.inside(kind), depth + 1, 3 if i == 0 else 1))
        return made

    def body(self, place, depth, most=3):
        return [self.statement(place, depth) for _ in range(self.random.randint(1, most))]

    def program(self):
        """What main does is mostly caught where it fails: main lives long enough to see what the others do."""
        functions = [self.body(Place(at), 0, most=8) for at in range(1, self.function_count)]
        main = []
        for _ in range(self.random.randint(6, 16)):
            made = self.statement(Place(0), 0)
            is_caught = made.kind not in ("spawn", "defer", "return") and self.random.random() < 0.8
            self.site += is_caught
            main.append(Stmt("try", self.site, bodies=[[made], []]) if is_caught else made)
        return Program([main] + functions, self.generators)


def generate(seed):
    return Maker(seed).program()


# ---------------------------------------------------------------- as Cora

HEAD = """// Generated (tests/model): expected is what the model says.
#include <stdio.h>

task(int) t[%d];
future(int) f[%d];
lock l[%d];
semaphore s[%d];
event e[%d];
condition c[%d];
barrier b[%d];
queue(int) q[%d];
call_handle h[%d];
async generator(int, int) g[%d];
int born, yes = 1;

static void say(int me, int site, long value) {
    printf("%%g: %%d at %%d: %%ld\\n", loop_time(), me, site, value);
}

static void told(int me, int site, const char *name) {
    printf("%%g: %%d at %%d: %%s\\n", loop_time(), me, site, name);
}
""" % (TASKS, FUTURES, LOCKS, len(SEMAPHORES), EVENTS, CONDITIONS, len(BARRIERS), len(QUEUES), HANDLES, GENERATORS)


def write_body(body, indent, is_generator=False):
    lines = []
    for stmt in body:
        text = "if (yes) return;" if is_generator and stmt.kind == "return" else STATEMENTS[stmt.kind][4]
        text = text.replace("$N", str(stmt.site)).replace("$A", str(stmt.a)).replace("$B", str(stmt.b))
        text = text.replace("$G", "true" if stmt.flag else "false")
        for i, inner in enumerate(stmt.bodies):
            written = "\n" + write_body(inner, indent + 1, is_generator) + "    " * indent
            text = text.replace("{%d}" % i, written if inner else "")
        lines.append("    " * indent + text + "\n")
    return "".join(lines)


def each(body):
    for stmt in body:
        yield stmt
        for inner in stmt.bodies:
            yield from each(inner)


def write(program):
    parts = [HEAD]
    count = len(program.functions)
    kind_of = ["async generator(int, int)" if at in program.generators else "async int" for at in range(count)]
    for at in range(1, count):
        parts.append("%s f%d(void);\n" % (kind_of[at], at))
    for at in range(1, count):
        if at not in program.generators:
            parts.append("static int run%d(void) { return run(f%d()); }\n" % (at, at))
    for body in program.functions:
        for stmt in each(body):
            if stmt.kind == "on_done":
                parts.append("static void called%d(task(int) x) { say(0, %d, done(x)); }\n" % (stmt.site, stmt.site))
            elif stmt.kind in CALLBACKS:
                parts.append("static void called%d(void *x) { (void)x; say(0, %d, 0); }\n" % (stmt.site, stmt.site))
    for at in range(count - 1, 0, -1):
        is_generator = at in program.generators
        parts.append("\n%s f%d(void) {\n    int me = ++born;\n%s%s}\n"
                     % (kind_of[at], at, write_body(program.functions[at], 1, is_generator),
                        "    if (!yes) yield 0;\n" if is_generator else "    return %d;\n" % (1000 + at)))
    parts.append("\nasync int body(void) {\n    int me = 0;\n%s    return 0;\n}\n" % write_body(program.functions[0], 1))
    parts.append("\nasync int main(void) {\n")
    for i in range(FUTURES):
        parts.append("    f[%d] = new_future(int);\n" % i)
    for i in range(LOCKS):
        parts.append("    l[%d] = new_lock();\n" % i)
    for i in range(EVENTS):
        parts.append("    e[%d] = new_event();\n" % i)
    for i in range(CONDITIONS):
        parts.append("    c[%d] = new_condition();\n" % i)
    for i, parties in enumerate(BARRIERS):
        parts.append("    b[%d] = new_barrier(%d);\n" % (i, parties))
    for i, (text, *_) in enumerate(SEMAPHORES):
        parts.append("    s[%d] = %s;\n" % (i, text))
    for i, (text, *_) in enumerate(QUEUES):
        parts.append("    q[%d] = %s;\n" % (i, text))
    parts.append("""    try {
        say(0, 0, await body());
    } catch (error e) {
        told(0, 0, e.name);
    }
    shield {
        try {
            await sleep(20);
        } catch (error e) {
            told(0, 0, e.name);
        }
    }
    say(0, 0, 1);
    return 0;
}
""")
    return "".join(parts)
