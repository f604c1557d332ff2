"""A model of Cora's loop, from its rules: asyncio's, with cancellation that stays on.

Nothing here knows how runtime/loop does it. A task is a Python generator that yields Wait(future); locks and their kin
are written as asyncio writes them, with a list of private futures each. The rules:

    ready things run first in, first out; a future that is done makes its waiters ready, in the order they came
    a turn is what is in the queue when it begins. Timers whose time has come join the queue between two turns, by time,
    then by age; what goes off at one time is put into the queue together, and what has its turn before may still take it back
    time goes on when nothing is ready, and while a plain sleep holds the loop; the deadlines around that sleep which pass
    meanwhile end the next wait
    a coroutine that is awaited runs as part of its awaiter; what is done already does not suspend
    a task that is cancelled (or whose block's time is over, or whose group failed) is told at its wait, which is cancelled;
    if that wait is for something that can be cancelled itself, it is told when that has ended; a task that cancels itself
    is told at its next wait, and if there is none it ends cancelled
    every further wait outside of a shield throws; of several reasons the one of the widest block is thrown

Next: interpret.py, which runs programs on it.
"""
import heapq
from collections import deque

PENDING, DONE, FAILED, CANCELLED = range(4)


class Error(Exception):
    """An error of the program. block: the block whose end of time or failure it says, until that is left."""

    def __init__(self, name, block=None):
        super().__init__(name)
        self.name = name
        self.block = block


class Future:
    def __init__(self):
        self.state = PENDING
        self.value = None
        self.waiters = []

    def cancel(self, loop, seen):
        """Whether anybody was told."""
        if self.state != PENDING:
            return False
        self.finish(loop, CANCELLED, Error("CancelledError"))
        return True

    def finish(self, loop, state, value):
        assert self.state == PENDING
        self.state, self.value = state, value
        waiters, self.waiters = self.waiters, []
        loop.ready.extend(waiters)

    def call_when_done(self, loop, call):
        """call: a function without arguments, called by the loop."""
        if self.state == PENDING:
            self.waiters.append(call)
        else:
            loop.ready.append(call)

    def forget(self, loop, call):
        if call in self.waiters:
            self.waiters.remove(call)
        elif call in loop.ready:
            loop.take_back(call)


class Wait:
    """settles: a cancellation that is on already ends it at once. keeps_turn: once its turn has come nothing is told."""

    def __init__(self, future, settles=True, keeps_turn=False):
        self.future = future
        self.settles = settles
        self.keeps_turn = keeps_turn


class Block:
    def __init__(self, task, kind):
        self.task = task
        self.kind = kind  # "shield", "deadline", "group"
        self.timer = None  # of a deadline
        self.ends_waits = False
        self.is_leaving = False


class Task(Future):
    def __init__(self, loop, body):
        super().__init__()
        self.body = body
        self.started = False
        self.wait = None  # Wait: what it waits for, or waited for until it runs
        self.told = None  # an Error that is thrown instead of what it waited for
        self.cancelling = False
        self.blocks = []  # the innermost last
        self.step = lambda: loop.step(self)
        loop.tasks.append(self)
        loop.ready.append(self.step)

    def is_ready(self):
        return not self.started or self.told is not None or self.wait.future.state != PENDING

    def wait_error(self):
        """What its waits throw now, or None."""
        widest = None
        for block in reversed(self.blocks):
            if block.kind == "shield":
                break
            if block.ends_waits and not block.is_leaving:
                widest = block
        else:
            if self.cancelling:
                return Error("CancelledError")
        if widest is None:
            return None
        return Error("TimeoutError" if widest.kind == "deadline" else "CancelledError", widest)

    def is_shielded(self):
        return any(block.kind == "shield" for block in self.blocks)

    def tell(self, loop, error):
        """Its wait, wherever it stands, is over; it throws `error`."""
        if not self.is_ready():
            self.wait.future.forget(loop, self.step)
            loop.ready.append(self.step)
        elif self.wait is not None and self.wait.keeps_turn and self.wait.future.state == DONE:
            return
        if self.told is None:
            self.told = error

    def end_wait(self, loop, seen):
        """What it waits for is cancelled; if that is nothing that can be, it is told itself."""
        if self.is_ready() or not self.wait.future.cancel(loop, seen):
            self.tell(loop, Error("CancelledError"))

    def cancel(self, loop, seen):
        """seen: the tasks that this cancellation has come to; False for those that it is still inside of (a ring)."""
        if self.state != PENDING:
            return False
        if self in seen:
            return seen[self]
        seen[self] = False
        self.cancelling = True
        if self is loop.running:
            self.told = None if self.is_shielded() else Error("CancelledError")
        elif not self.is_shielded():
            self.end_wait(loop, seen)
        seen[self] = True
        return True


class Loop:
    def __init__(self, limit_steps):
        self.ready = deque()
        self.turn_left = 0  # of the queue, until the turn ends
        self.tasks = []  # all: Python would run the defers of one that it collects
        self.timers = []  # [time, age, call], call None: taken back
        self.age = 0
        self.now = 0
        self.running = None
        self.steps = 0
        self.limit_steps = limit_steps

    def call_at(self, time, call):
        self.age += 1
        timer = [time, self.age, call]
        heapq.heappush(self.timers, timer)
        return timer

    def take_back(self, call):
        """It is in the queue, and will not be called."""
        self.turn_left -= self.ready.index(call) < self.turn_left
        self.ready.remove(call)

    def cancel(self, future):
        return future.cancel(self, {})

    def step(self, task):
        """From one wait to the next."""
        if task.told is not None and not task.started:
            task.finish(self, CANCELLED, task.told)
            return
        wait, task.wait = task.wait, None
        error = None
        future = wait.future if wait else None
        if task.told is not None:
            error = task.told
        elif future is not None and future.state in (FAILED, CANCELLED):
            error = future.value
        if error is not None and (error.name == "CancelledError" and (task.told or future.state == CANCELLED)):
            error = task.wait_error() or error
        task.told = None
        task.started = True
        self.running = task
        try:
            if error is not None:
                wait = task.body.throw(Error(error.name, error.block))
            else:
                wait = task.body.send(future.value if future else None)
        except StopIteration as end:
            self.running = None
            if task.told is None:
                self.end(task, DONE, end.value)
            else:  # it cancelled itself and did not wait any more
                self.end(task, CANCELLED, task.told)
            return
        except Error as failure:
            self.running = None
            self.end(task, CANCELLED if failure.name == "CancelledError" else FAILED, failure)
            return
        self.running = None
        self.begin_wait(task, wait)

    def begin_wait(self, task, wait):
        task.told = None
        if wait.future is task:
            wait = Wait(Future(), settles=False)
            wait.future.finish(self, FAILED, None)
            task.told = Error("RuntimeError")
        task.wait = wait
        if wait.future.state == PENDING:
            wait.future.waiters.append(task.step)
        else:
            self.ready.append(task.step)
        if wait.settles and task.wait_error() is not None:
            task.end_wait(self, {})

    def end(self, task, state, value):
        assert not task.blocks  # every way out leaves them
        task.finish(self, state, value)

    def block_ends(self, block):
        """Its time is over, or its group failed: the wait that goes on is, too."""
        block.ends_waits = True
        task = block.task
        if task is not self.running and task.wait_error() is not None:
            task.end_wait(self, {})

    def hold(self, seconds):
        """A plain sleep of the running task."""
        self.now += seconds
        for block in self.running.blocks:
            if block.timer is not None and block.timer[0] <= self.now:
                block.timer[2] = None
                block.ends_waits = True

    def begin_turn(self):
        while self.timers and self.timers[0][0] <= self.now:
            timer = heapq.heappop(self.timers)
            if timer[2] is not None:
                self.ready.append(lambda timer=timer: timer[2] is not None and timer[2]())
        self.turn_left = len(self.ready)

    def rest(self, main):
        """Nothing is ready: time goes on; or it cannot, and main is told."""
        while self.timers and self.timers[0][2] is None:
            heapq.heappop(self.timers)
        if self.timers:
            self.now = max(self.now, self.timers[0][0])
            return
        awaited = main.wait.future
        main.tell(self, Error("Deadlock"))
        if isinstance(awaited, Group):
            awaited.abort(self)  # no task outlives its group

    def run(self, main):
        """Until main has ended."""
        while main.state == PENDING:
            self.steps += 1
            if self.steps > self.limit_steps:
                return False
            if self.turn_left > 0:
                self.turn_left -= 1
                self.ready.popleft()()
                continue
            if not self.ready:
                self.rest(main)
            self.begin_turn()
        return True


class Handle:
    """call_soon, call_later, call_at."""

    def __init__(self, loop, time, call):
        self.is_over = False
        self.call = call
        self.timer = None
        if time is None:
            loop.ready.append(self.run)
        else:
            self.timer = loop.call_at(time, self.run)

    def run(self):
        if not self.is_over:
            self.is_over = True
            self.call()

    def cancel(self):
        """Whether that was in time."""
        was_over, self.is_over = self.is_over, True
        if self.timer is not None:
            self.timer[2] = None  # nobody waits for its time
        return not was_over


# ---------------------------------------------------------------- waiting, for coroutines


def wait_for_future(future):
    """await: what is done already does not suspend."""
    if future.state == PENDING:
        return (yield Wait(future))
    if future.state == DONE:
        return future.value
    raise Error(future.value.name)


class Sleep(Future):
    """A future with a timer."""

    def __init__(self, loop, seconds):
        super().__init__()
        self.timer = loop.call_at(loop.now + seconds, lambda: self.finish(loop, DONE, 0))

    def cancel(self, loop, seen):
        self.timer[2] = None
        return super().cancel(loop, seen)


def sleep(loop, seconds):
    future = Sleep(loop, seconds) if seconds > 0 else Future()
    if seconds == 0:  # one turn: behind whatever is ready
        future.finish(loop, DONE, 0)
    yield Wait(future)


# ---------------------------------------------------------------- operations on several


class Gather(Future):
    def __init__(self, loop, parts, keeps_errors):
        super().__init__()
        self.parts = parts
        self.left = len(parts)
        self.keeps_errors = keeps_errors
        self.cancel_wanted = False
        for part in parts:
            part.call_when_done(loop, lambda part=part: self.part_done(loop, part))

    def part_done(self, loop, part):
        self.left -= 1
        if self.state != PENDING:
            return
        if part.state != DONE and not self.keeps_errors:
            self.finish(loop, CANCELLED if self.cancel_wanted and part.state == CANCELLED else FAILED, part.value)
        elif self.left == 0 and self.cancel_wanted:
            self.finish(loop, CANCELLED, Error("CancelledError"))
        elif self.left == 0:
            self.finish(loop, DONE, [p.value if p.state == DONE else 0 for p in self.parts])

    def cancel(self, loop, seen):
        if self.state != PENDING:
            return False
        pending = [part for part in self.parts if part.state == PENDING]
        self.cancel_wanted = self.cancel_wanted or bool(pending)
        return any([part.cancel(loop, seen) for part in pending])


def as_completed(loop, parts):
    """A future takes the outcome of the first part that nobody took; one that was cancelled is passed over."""
    outcomes = [Future() for _ in parts]

    def part_done(part):
        for outcome in outcomes:
            if outcome.state == PENDING:
                outcome.finish(loop, part.state, part.value)
                return

    for part in parts:
        part.call_when_done(loop, lambda part=part: part_done(part))
    return outcomes


class WaitFor(Future):
    def __init__(self, loop, part, seconds):
        super().__init__()
        self.part = part
        self.is_due = self.timed_out = self.cancel_wanted = False
        self.timer = None
        if seconds == 0 and part.state != PENDING:  # without a turn
            self.finish(loop, part.state, part.value)
            return
        part.call_when_done(loop, lambda: self.part_done(loop))
        if seconds == 0:
            self.end_part(loop)
        elif part.state == PENDING:
            self.timer = loop.call_at(loop.now + seconds, lambda: self.due(loop))

    def due(self, loop):
        """The timer's, and a cancellation's, is to wake who waits; that one, a turn later, cancels the part."""
        if self.state == PENDING and not self.is_due and not self.cancel_wanted:
            self.is_due = True
            loop.ready.append(lambda: self.due(loop))
        elif self.state == PENDING:
            self.end_part(loop)

    def end_part(self, loop):
        if self.part.state == PENDING:
            self.timed_out = True
            loop.cancel(self.part)

    def part_done(self, loop):
        if self.timer is not None:
            self.timer[2] = None
        part = self.part
        if self.cancel_wanted:
            self.finish(loop, CANCELLED, Error("CancelledError"))
        elif part.state == CANCELLED and self.timed_out:
            self.finish(loop, FAILED, Error("TimeoutError"))
        else:
            self.finish(loop, part.state, part.value)

    def cancel(self, loop, seen):
        if self.state != PENDING:
            return False
        if not self.cancel_wanted:
            self.cancel_wanted = True
            loop.ready.append(lambda: self.due(loop))
        return True


class Shield(Future):
    def __init__(self, loop, part):
        super().__init__()
        self.part = part
        self.call = lambda: self.finish(loop, part.state, part.value)
        part.call_when_done(loop, self.call)

    def cancel(self, loop, seen):
        if self.state == PENDING:
            self.part.forget(loop, self.call)
        return super().cancel(loop, seen)


class WaitGroup(Future):
    """wait_any, wait_all: looks on."""

    def __init__(self, loop, parts, is_any):
        super().__init__()
        self.calls = []
        self.left = 1 if is_any else len(parts)
        for i, part in enumerate(parts):
            call = lambda i=i: self.part_done(loop, i, is_any)
            self.calls.append((part, call))
            part.call_when_done(loop, call)

    def part_done(self, loop, i, is_any):
        self.left -= 1
        if self.state == PENDING and self.left == 0:
            self.finish(loop, DONE, i if is_any else 0)
            self.leave(loop)

    def leave(self, loop):
        for part, call in self.calls:
            part.forget(loop, call)

    def cancel(self, loop, seen):
        if self.state == PENDING:
            self.leave(loop)
        return super().cancel(loop, seen)


# ---------------------------------------------------------------- blocks


class Group(Future):
    """A taskgroup: its own outcome is what its brace waits for."""

    def __init__(self, loop):
        super().__init__()
        self.block = Block(loop.running, "group")
        self.block.group = self
        self.parts = []
        self.error = None
        self.cancelled_leaving = False

    def adopt(self, loop, task):
        self.parts.append(task)
        task.call_when_done(loop, lambda: self.part_done(loop, task))
        if self.block.ends_waits:
            loop.cancel(task)

    def abort(self, loop):
        """Its waits end; what is left of it has to end."""
        self.block.ends_waits = True
        for part in list(self.parts):
            loop.cancel(part)

    def part_done(self, loop, part):
        self.parts.remove(part)
        if part.state == FAILED:
            self.error = self.error or part.value
            if not self.block.ends_waits:
                self.abort(loop)
                if not self.block.is_leaving:
                    loop.block_ends(self.block)
        if self.block.is_leaving and not self.parts:
            self.conclude(loop)

    def conclude(self, loop):
        if self.error is not None:
            self.finish(loop, FAILED, self.error)
        elif self.cancelled_leaving:
            self.finish(loop, CANCELLED, Error("CancelledError"))
        else:
            self.finish(loop, DONE, None)

    def cancel(self, loop, seen):
        if self.state != PENDING:
            return False
        if not self.cancelled_leaving:  # who waits at the brace wakes, and cancels the tasks then
            self.cancelled_leaving = True
            loop.ready.append(lambda: self.state == PENDING and self.abort(loop))
        return True


def in_taskgroup(loop, body):
    group = Group(loop)
    task = loop.running
    task.blocks.append(group.block)
    failure = None
    try:
        result = yield from body
    except Error as error:
        failure = error
        if error.block is not group.block:
            if error.name != "CancelledError" and error.block not in task.blocks and group.error is None:
                group.error = Error(error.name)
            if not group.block.ends_waits:
                group.abort(loop)
    group.block.is_leaving = True
    try:
        if group.parts:
            yield Wait(group)
        elif group.error is not None:
            raise Error(group.error.name)
    finally:
        task.blocks.remove(group.block)
    if failure is not None:
        raise failure
    return result


def in_deadline(loop, seconds, body, otherwise):
    """otherwise: a function that makes the else's body, or None."""
    task = loop.running
    block = Block(task, "deadline")
    task.blocks.append(block)
    if seconds > 0:
        block.timer = loop.call_at(loop.now + seconds, lambda: loop.block_ends(block))
    else:
        block.ends_waits = True
    try:
        try:
            return (yield from body)
        finally:
            task.blocks.remove(block)
            if block.timer is not None:
                block.timer[2] = None
    except Error as error:
        if error.block is not block or otherwise is None:
            raise
    return (yield from otherwise())


def in_shield(loop, body):
    task = loop.running
    block = Block(task, "shield")
    task.blocks.append(block)
    try:
        return (yield from body)
    finally:
        task.blocks.remove(block)


# ---------------------------------------------------------------- locks and their kin


def give_first(loop, waiters):
    """The first that nobody has cancelled or given its turn; false: there is none."""
    for future in waiters:
        if future.state == PENDING:
            future.finish(loop, DONE, 1)
            return True
    return False


class Lock:
    def __init__(self):
        self.locked = False
        self.waiters = []

    def is_free(self):
        return not self.locked and all(future.state == CANCELLED for future in self.waiters)

    def wake_first(self, loop):
        """Only the very first: if it has its turn, or is on its way out, it will see to the rest."""
        if self.waiters and self.waiters[0].state == PENDING:
            self.waiters[0].finish(loop, DONE, 1)

    def acquire(self, loop, settles=True, keeps_turn=False):
        if self.is_free():
            self.locked = True
            return
        future = Future()
        self.waiters.append(future)
        try:
            yield Wait(future, settles, keeps_turn)
        except Error:
            self.leave(future)
            if not self.locked:
                self.wake_first(loop)
            raise
        self.waiters.remove(future)
        self.locked = True

    def leave(self, future):
        self.waiters.remove(future)

    def release(self, loop):
        if not self.locked:
            raise Error("RuntimeError")
        self.locked = False
        self.wake_first(loop)


class Event:
    def __init__(self):
        self.is_set = False
        self.waiters = []

    def wait(self):
        if self.is_set:
            return
        future = Future()
        self.waiters.append(future)
        try:
            yield Wait(future)
        finally:
            self.waiters.remove(future)

    def set(self, loop):
        if not self.is_set:
            self.is_set = True
            while give_first(loop, self.waiters):
                pass


class Condition:
    def __init__(self):
        self.lock = Lock()
        self.waiters = []

    def wait(self, loop):
        self.lock.release(loop)
        future = Future()
        self.waiters.append(future)
        failure = None
        try:
            yield Wait(future)
        except Error as error:
            failure = error
        self.waiters.remove(future)
        while True:
            try:
                yield from self.lock.acquire(loop, settles=False, keeps_turn=failure is not None)
                break
            except Error as error:
                if error.name == "Deadlock":  # the lock may never come
                    raise
                failure = error
        if failure is not None:
            raise failure

    def notify(self, loop, count):
        if not self.lock.locked:
            raise Error("RuntimeError")
        while count > 0 and give_first(loop, self.waiters):
            count -= 1


class Barrier:
    """Its lock is left out: nobody waits while having it, so that it is always free."""

    def __init__(self, parties):
        self.parties = parties
        self.state = "filling"  # "draining", "resetting", "broken"
        self.count = 0
        self.waiters = []

    def notify_all(self, loop):
        while give_first(loop, self.waiters):
            pass

    def wait_while(self, states):
        while self.state in states:
            future = Future()
            self.waiters.append(future)
            try:
                yield Wait(future)
            finally:
                self.waiters.remove(future)

    def wait(self, loop):
        yield from self.wait_while(("draining", "resetting"))
        if self.state == "broken":
            raise Error("BrokenBarrierError")
        index = self.count
        self.count += 1
        try:
            if index + 1 == self.parties:
                self.state = "draining"
                self.notify_all(loop)
            else:
                yield from self.wait_while(("filling",))
                if self.state != "draining":
                    raise Error("BrokenBarrierError")
            return index
        finally:
            self.count -= 1
            if self.count == 0:
                if self.state in ("resetting", "draining"):
                    self.state = "filling"
                self.notify_all(loop)

    def reset(self, loop):
        self.state = "resetting" if self.count > 0 else "filling"
        self.notify_all(loop)

    def abort(self, loop):
        self.state = "broken"
        self.notify_all(loop)


class Semaphore:
    def __init__(self, value, is_bounded):
        self.value = value
        self.bound = value if is_bounded else None
        self.waiters = []

    def wake_next(self, loop):
        if give_first(loop, self.waiters):
            self.value -= 1

    def acquire(self, loop):
        if self.value > 0 and all(future.state == CANCELLED for future in self.waiters):
            self.value -= 1
            return
        future = Future()
        self.waiters.append(future)
        try:
            yield Wait(future)
        except Error:
            self.waiters.remove(future)
            if future.state == DONE:
                self.value += 1
                self.wake_next(loop)
            raise
        self.waiters.remove(future)
        if self.value > 0:
            self.wake_next(loop)

    def release(self, loop):
        if self.bound is not None and self.value >= self.bound:
            raise Error("ValueError")
        self.value += 1
        self.wake_next(loop)


class Queue:
    def __init__(self, order, maxsize):
        self.order = order  # "fifo", "lifo", "priority"
        self.maxsize = maxsize
        self.items = []
        self.getters, self.putters, self.joiners = [], [], []
        self.unfinished = 0
        self.closed = False

    def full(self):
        return self.maxsize > 0 and len(self.items) >= self.maxsize

    def stand(self, loop, line, may_pass_on):
        """Waits in line; a turn that a cancelled task had goes to the next."""
        future = Future()
        line.append(future)
        try:
            yield Wait(future)
        except Error:
            if may_pass_on() and future.state == DONE:
                give_first(loop, line)
            raise
        finally:
            line.remove(future)

    def try_put(self, loop, item):
        if self.closed:
            raise Error("QueueShutDown")
        if self.full():
            return False
        self.items.append(item)
        if self.order == "priority":
            self.items.sort()
        self.unfinished += 1
        give_first(loop, self.getters)
        return True

    def put(self, loop, item):
        while not self.try_put(loop, item):
            yield from self.stand(loop, self.putters, lambda: not self.full())

    def try_get(self, loop):
        """The item, or None."""
        if not self.items:
            return None
        item = self.items.pop() if self.order == "lifo" else self.items.pop(0)
        give_first(loop, self.putters)
        return item

    def get(self, loop):
        while True:
            item = self.try_get(loop)
            if item is not None:
                return item
            if self.closed:
                raise Error("QueueShutDown")
            yield from self.stand(loop, self.getters, lambda: bool(self.items))

    def task_done(self, loop):
        if self.unfinished == 0:
            raise Error("ValueError")
        self.unfinished -= 1
        if self.unfinished == 0:
            while give_first(loop, self.joiners):
                pass

    def join(self, loop):
        if self.unfinished > 0:
            yield from self.stand(loop, self.joiners, lambda: False)

    def close(self, loop):
        self.closed = True
        while give_first(loop, self.getters) or give_first(loop, self.putters):
            pass


# ---------------------------------------------------------------- generators


class Closed(Exception):
    """What ends a generator where it stands: no `catch` sees it."""


class Yielded:
    def __init__(self, value):
        self.value = value


class Generator:
    """An async generator: its waits are those of the task that asks it. body yields Wait and Yielded."""

    def __init__(self, body):
        self.body = body
        self.state = "new"  # "suspended", "running", "over"

    def resume(self, value, error=None):
        """Yielded, or None at its end. A coroutine, as all of these."""
        assert self.state in ("new", "suspended")
        self.state = "running"
        try:
            got = self.body.throw(error) if error else self.body.send(value)
            while isinstance(got, Wait):
                try:
                    answer = yield got
                except Error as failure:
                    got = self.body.throw(failure)
                else:
                    got = self.body.send(answer)
            self.state = "suspended"
            return got
        except StopIteration:
            return None
        finally:
            if self.state == "running":
                self.state = "over"

    def check(self):
        if self.state == "running":
            raise Error("InvalidStateError")

    def send(self, value):
        """value None, of one that has not begun: ignored."""
        self.check()
        if self.state == "over":
            return None
        return (yield from self.resume(value if self.state == "suspended" else None))

    def throw(self, error):
        self.check()
        if self.state != "suspended":
            self.state = "over"
            raise error
        return (yield from self.resume(None, error))

    def close(self):
        self.check()
        if self.state == "suspended":
            try:
                again = yield from self.resume(None, Closed())
            except Closed:
                return
            if again is not None:
                raise Error("RuntimeError")
        self.state = "over"
