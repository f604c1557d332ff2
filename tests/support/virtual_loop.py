"""An asyncio event loop whose clock nobody waits for: when nothing is ready, time jumps to the next timer.

It is CPython's own loop with two changes. `time()` is a number that this file moves on, and timers of the same moment go
off in the order in which they were made: on a real clock no two calls of `time()` give the same number, so that is the
order a program sees there; a bare heap of equal numbers would give any. A loop that waits for ever is an error at once.
"""
import asyncio
import heapq
import itertools
import selectors

_numbers = itertools.count()


class _Timer(asyncio.TimerHandle):
    __slots__ = ("number",)

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


class _Selector(selectors.SelectSelector):
    """Waits by setting the loop's clock; really, while sockets are in flight."""

    def select(self, timeout=None):
        if timeout != 0 and len(self.get_map()) > 1:  # one is the loop's own
            ready = super().select(timeout)
            if ready or timeout is None:
                return ready
        if timeout is None and not self.loop._ready:
            raise RuntimeError("deadlock: nothing is ready, and no timer will ever go off")
        if timeout:
            self.loop.now = self.loop._scheduled[0]._when
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.now = 0.0
        selector = _Selector()
        selector.loop = self
        super().__init__(selector)

    def time(self):
        return self.now

    def call_at(self, when, callback, *args, context=None):
        self._check_closed()
        timer = _Timer(when, callback, args, self, context)
        timer.number = next(_numbers)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer


class VirtualPolicy(asyncio.DefaultEventLoopPolicy):
    """`asyncio.set_event_loop_policy(VirtualPolicy())`: asyncio.run uses such a loop from then on."""

    _loop_factory = VirtualLoop
