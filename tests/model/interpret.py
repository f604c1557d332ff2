"""What a generated program prints, by the model of the loop.

trace(program) gives the lines, or None when the program takes too long to be worth running.
"""
import sys

import loop as model
import program as programs

LIMIT_STEPS = 4000
LIMIT_LINES = 2000


class Break:
    pass


class Return:
    def __init__(self, value):
        self.value = value


class Run:
    def __init__(self, program):
        self.program = program
        self.loop = model.Loop(LIMIT_STEPS)
        self.lines = []
        self.born = 0
        self.tasks = [None] * programs.TASKS
        self.futures = [model.Future() for _ in range(programs.FUTURES)]
        self.locks = [model.Lock() for _ in range(programs.LOCKS)]
        self.events = [model.Event() for _ in range(programs.EVENTS)]
        self.conditions = [model.Condition() for _ in range(programs.CONDITIONS)]
        self.barriers = [model.Barrier(parties) for parties in programs.BARRIERS]
        self.handles = [None] * programs.HANDLES
        self.generators = [None] * programs.GENERATORS
        self.all_generators = []  # Python would close one that it collects
        self.semaphores = [model.Semaphore(value, bounded) for _, value, bounded in programs.SEMAPHORES]
        self.queues = [model.Queue(order, maxsize) for _, order, maxsize in programs.QUEUES]

    def say(self, me, site, what):
        self.lines.append("%g: %d at %d: %s" % (self.loop.now, me, site, what))

    def main(self):
        try:
            self.say(0, 0, (yield from self.function(0)))
        except model.Error as error:
            self.say(0, 0, error.name)

        def rest():
            try:
                yield from model.sleep(self.loop, 20)
            except model.Error as error:
                self.say(0, 0, error.name)

        yield from model.in_shield(self.loop, rest())
        self.say(0, 0, 1)

    def function(self, at):
        """The coroutine of a call."""
        me = 0
        if at > 0:
            self.born += 1
            me = self.born
        signal = yield from self.block(self.program.functions[at], me)
        return signal.value if signal else 1000 + at if at > 0 else 0

    def block(self, body, me):
        """Runs statements; gives None, a Break or a Return."""
        for i, stmt in enumerate(body):
            if stmt.kind == "defer":
                try:
                    return (yield from self.block(body[i + 1:], me))
                finally:
                    self.say(me, stmt.site, 0)
                    yield from self.block(stmt.bodies[0], me)
            signal = yield from getattr(self, "do_" + stmt.kind)(stmt, me)
            if signal is not None:
                return signal
        return None

    def spawn(self, body):
        """A task, of the innermost group that is not being left."""
        task = model.Task(self.loop, body)
        for block in reversed(self.loop.running.blocks):
            if block.kind == "group" and not block.is_leaving:
                block.group.adopt(self.loop, task)
                break
        return task

    def new_generator(self, at):
        made = model.Generator(self.function(at))
        self.all_generators.append(made)
        return made

    def child(self, at):
        """A task that belongs to an operation."""
        return model.Task(self.loop, self.function(at))

    # ---- statements. Each is a coroutine; `yield from ()` makes one of those that never wait.

    def do_say(self, s, me):
        self.say(me, s.site, 0)
        yield from ()

    def do_sleep(self, s, me):
        yield from model.sleep(self.loop, s.a)
        self.say(me, s.site, 0)

    def do_block(self, s, me):
        self.loop.hold(s.a)
        self.say(me, s.site, 0)
        yield from ()

    def do_spawn(self, s, me):
        self.tasks[s.a] = self.spawn(self.function(s.b))
        yield from ()

    def do_spawn_only(self, s, me):
        self.spawn(self.function(s.b))
        yield from ()

    def do_spawn_sleep(self, s, me):
        self.spawn(model.sleep(self.loop, s.a))
        yield from ()

    def do_await_task(self, s, me):
        if self.tasks[s.a]:
            self.say(me, s.site, (yield from model.wait_for_future(self.tasks[s.a])))

    def do_call(self, s, me):
        self.say(me, s.site, (yield from self.function(s.b)))

    def do_run(self, s, me):
        self.say(me, s.site, (yield from model.wait_for_future(self.child(s.b))))

    def do_cancel(self, s, me):
        if self.tasks[s.a]:
            self.say(me, s.site, int(self.loop.cancel(self.tasks[s.a])))
        yield from ()

    def do_cancel_self(self, s, me):
        self.say(me, s.site, int(self.loop.cancel(self.loop.running)))
        yield from ()

    def do_done(self, s, me):
        task = self.tasks[s.a]
        if task:
            self.say(me, s.site, (task.state != model.PENDING) + 2 * (task.state == model.CANCELLED))
        yield from ()

    def do_on_done(self, s, me):
        if self.tasks[s.a]:
            self.tasks[s.a].call_when_done(self.loop, lambda: self.say(0, s.site, 1))
        yield from ()

    def handle(self, s, time):
        return model.Handle(self.loop, time, lambda: self.say(0, s.site, 0))

    def do_call_soon(self, s, me):
        self.handle(s, None)
        yield from ()

    def do_call_later(self, s, me):
        self.handle(s, self.loop.now + s.a)
        yield from ()

    def do_call_at(self, s, me):
        self.handle(s, s.a)
        yield from ()

    def do_keep_soon(self, s, me):
        self.handles[s.a] = self.handle(s, None)
        yield from ()

    def do_keep_later(self, s, me):
        self.handles[s.a] = self.handle(s, self.loop.now + s.b)
        yield from ()

    def do_cancel_handle(self, s, me):
        if self.handles[s.a]:
            self.say(me, s.site, int(self.handles[s.a].cancel()))
        yield from ()

    def held(self, s, me, thing):
        """The body of `with_...`, which has acquired it."""
        try:
            self.say(me, s.site, 0)
            return (yield from self.block(s.bodies[0], me))
        finally:
            thing.release(self.loop)

    def do_with_lock(self, s, me):
        yield from self.locks[s.a].acquire(self.loop)
        return (yield from self.held(s, me, self.locks[s.a]))

    def do_with_semaphore(self, s, me):
        yield from self.semaphores[s.a].acquire(self.loop)
        return (yield from self.held(s, me, self.semaphores[s.a]))

    def do_with_condition(self, s, me):
        yield from self.conditions[s.a].lock.acquire(self.loop)
        return (yield from self.held(s, me, self.conditions[s.a].lock))

    def do_release(self, s, me):
        self.locks[s.a].release(self.loop)
        self.say(me, s.site, 0)
        yield from ()

    def do_post(self, s, me):
        self.semaphores[s.a].release(self.loop)
        self.say(me, s.site, 0)
        yield from ()

    def do_wait_event(self, s, me):
        yield from self.events[s.a].wait()
        self.say(me, s.site, 0)

    def do_set_event(self, s, me):
        self.events[s.a].set(self.loop)
        yield from ()

    def do_clear_event(self, s, me):
        self.events[s.a].is_set = False
        yield from ()

    def do_wait_condition(self, s, me):
        yield from self.conditions[s.a].wait(self.loop)
        self.say(me, s.site, 0)

    def do_notify(self, s, me):
        self.conditions[s.a].notify(self.loop, s.b)
        self.say(me, s.site, 0)
        yield from ()

    def do_notify_all(self, s, me):
        self.conditions[s.a].notify(self.loop, 1 << 30)
        self.say(me, s.site, 0)
        yield from ()

    def do_wait_barrier(self, s, me):
        self.say(me, s.site, (yield from self.barriers[s.a].wait(self.loop)))

    def do_reset_barrier(self, s, me):
        barrier = self.barriers[s.a]
        barrier.reset(self.loop)
        self.say(me, s.site, barrier.count if barrier.state == "filling" else 0)
        yield from ()

    def do_abort_barrier(self, s, me):
        self.barriers[s.a].abort(self.loop)
        self.say(me, s.site, 1)
        yield from ()

    def do_put(self, s, me):
        yield from self.queues[s.a].put(self.loop, s.b)
        self.say(me, s.site, len(self.queues[s.a].items))

    def do_get(self, s, me):
        self.say(me, s.site, (yield from self.queues[s.a].get(self.loop)))

    def do_try_put(self, s, me):
        self.say(me, s.site, int(self.queues[s.a].try_put(self.loop, s.b)))
        yield from ()

    def do_try_get(self, s, me):
        item = self.queues[s.a].try_get(self.loop)
        self.say(me, s.site, -1 if item is None else item)
        yield from ()

    def do_task_done(self, s, me):
        self.queues[s.a].task_done(self.loop)
        self.say(me, s.site, 0)
        yield from ()

    def do_join(self, s, me):
        yield from self.queues[s.a].join(self.loop)
        self.say(me, s.site, 0)

    def do_close(self, s, me):
        self.queues[s.a].close(self.loop)
        yield from ()

    def do_new_future(self, s, me):
        self.futures[s.a] = model.Future()
        yield from ()

    def do_await_future(self, s, me):
        self.say(me, s.site, (yield from model.wait_for_future(self.futures[s.a])))

    def settle(self, s, me, state, value):
        if self.futures[s.a].state != model.PENDING:
            raise model.Error("InvalidStateError")
        self.futures[s.a].finish(self.loop, state, value)
        self.say(me, s.site, 0)
        yield from ()

    def do_set_result(self, s, me):
        yield from self.settle(s, me, model.DONE, s.b)

    def do_set_error(self, s, me):
        yield from self.settle(s, me, model.FAILED, model.Error("FutureError"))

    def do_cancel_future(self, s, me):
        self.say(me, s.site, int(self.loop.cancel(self.futures[s.a])))
        yield from ()

    def gathered(self, s, me, parts):
        both = yield from model.wait_for_future(model.Gather(self.loop, parts, s.flag))
        self.say(me, s.site, both[0])
        self.say(me, s.site, both[1])

    def do_gather(self, s, me):
        yield from self.gathered(s, me, [self.child(s.a), self.child(s.b)])

    def do_gather_tasks(self, s, me):
        if self.tasks[s.a] and self.tasks[s.b]:
            yield from self.gathered(s, me, [self.tasks[s.a], self.tasks[s.b]])

    def limited(self, s, me, part, seconds):
        self.say(me, s.site, (yield from model.wait_for_future(model.WaitFor(self.loop, part, seconds))))

    def do_wait_for(self, s, me):
        yield from self.limited(s, me, self.child(s.b), s.a)

    def do_wait_for_task(self, s, me):
        if self.tasks[s.a]:
            yield from self.limited(s, me, self.tasks[s.a], s.b)

    def do_wait_for_future(self, s, me):
        yield from self.limited(s, me, self.futures[s.a], s.b)

    def grouped(self, s, me, is_any):
        if self.tasks[s.a] and self.tasks[s.b]:
            parts = [self.tasks[s.a], self.tasks[s.b]]
            self.say(me, s.site, (yield from model.wait_for_future(model.WaitGroup(self.loop, parts, is_any))))

    def do_wait_any(self, s, me):
        yield from self.grouped(s, me, True)

    def do_wait_all(self, s, me):
        yield from self.grouped(s, me, False)

    def each_completed(self, s, me, parts):
        for outcome in model.as_completed(self.loop, parts):
            self.say(me, s.site, (yield from model.wait_for_future(outcome)))

    def do_as_completed(self, s, me):
        yield from self.each_completed(s, me, [self.child(s.a), self.child(s.b)])

    def do_as_completed_tasks(self, s, me):
        if self.tasks[s.a] and self.tasks[s.b]:
            yield from self.each_completed(s, me, [self.tasks[s.a], self.tasks[s.b]])

    def do_shield_task(self, s, me):
        if self.tasks[s.a]:
            self.say(me, s.site, (yield from model.wait_for_future(model.Shield(self.loop, self.tasks[s.a]))))

    def do_taskgroup(self, s, me):
        signal = yield from model.in_taskgroup(self.loop, self.block(s.bodies[0], me))
        return signal or self.say(me, s.site, 0)

    def do_deadline(self, s, me):
        signal = yield from model.in_deadline(self.loop, s.a, self.block(s.bodies[0], me), None)
        return signal or self.say(me, s.site, 0)

    def do_deadline_else(self, s, me):
        def otherwise():
            self.say(me, s.site, 1)
            return (yield from self.block(s.bodies[1], me))

        return (yield from model.in_deadline(self.loop, s.a, self.block(s.bodies[0], me), otherwise))

    def do_shield(self, s, me):
        signal = yield from model.in_shield(self.loop, self.block(s.bodies[0], me))
        return signal or self.say(me, s.site, 0)

    def do_try(self, s, me):
        try:
            return (yield from self.block(s.bodies[0], me))
        except model.Error as error:
            caught = error
        self.say(me, s.site, caught.name)
        signal = yield from self.block(s.bodies[1], me)
        if signal is None and s.kind == "try_throw":
            raise caught
        return signal

    do_try_throw = do_try

    def do_throw(self, s, me):
        raise model.Error("Error%d" % s.site)
        yield

    def do_repeat(self, s, me):
        for _ in range(s.a):
            signal = yield from self.block(s.bodies[0], me)
            if isinstance(signal, Break):
                return None
            if signal is not None:
                return signal
        return None

    def do_yield(self, s, me):
        got = yield model.Yielded(s.a)
        self.say(me, s.site, got or 0)

    def do_new_generator(self, s, me):
        self.generators[s.a] = self.new_generator(s.b)
        yield from ()

    def say_yielded(self, s, me, got):
        if got is None:
            raise model.Error("StopIteration")
        self.say(me, s.site, got.value)

    def do_next(self, s, me):
        if self.generators[s.a]:
            self.say_yielded(s, me, (yield from self.generators[s.a].send(None)))

    def do_try_next(self, s, me):
        if self.generators[s.a]:
            got = yield from self.generators[s.a].send(None)
            self.say(me, s.site, -1 if got is None else got.value)

    def do_send(self, s, me):
        if self.generators[s.a]:
            self.say_yielded(s, me, (yield from self.generators[s.a].send(s.b)))

    def do_throw_into(self, s, me):
        if self.generators[s.a]:
            self.say_yielded(s, me, (yield from self.generators[s.a].throw(model.Error("Error%d" % s.site))))

    def do_close_generator(self, s, me):
        if self.generators[s.a]:
            yield from self.generators[s.a].close()
        self.say(me, s.site, 0)

    def do_for_await(self, s, me):
        generator = self.new_generator(s.a)
        try:
            while True:
                got = yield from generator.send(None)
                if got is None:
                    return None
                self.say(me, s.site, got.value)
                signal = yield from self.block(s.bodies[0], me)
                if isinstance(signal, Break):
                    return None
                if signal is not None:
                    return signal
        finally:
            yield from generator.close()

    def do_break(self, s, me):
        return Break()
        yield

    def do_return(self, s, me):
        return Return(s.site)
        yield


def forget(unraisable):
    """Coroutines that have not ended when main has are dropped by Python with their `finally`s: they have no more say."""


def trace(program):
    sys.unraisablehook = forget
    run = Run(program)
    main = model.Task(run.loop, run.main())
    has_ended = run.loop.run(main)
    return list(run.lines) if has_ended and len(run.lines) <= LIMIT_LINES else None
