"""Event loops of CPython's asyncio on virtual time.

Both never wait: when nothing is ready, time jumps to the next timer.

* ``StockLoop`` is asyncio's own loop, unchanged but for its clock and its selector. Timers of one instant become ready together.
* ``OneByOneLoop`` differs in the one rule that the playground adds: between two timers, also of one instant, everything runs that the
  first one woke, and timers of one instant fire in the order in which they were made (asyncio leaves that order open).
"""

import asyncio
import heapq
import itertools
import selectors


class _NoWaiting(selectors.SelectSelector):
    loop = None

    def select(self, timeout=None):
        if timeout is not None and timeout > 0:
            self.loop.now = max(self.loop.now, self.loop._scheduled[0]._when)
        return []


class StockLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.now = 0.0
        selector = _NoWaiting()
        selector.loop = self
        super().__init__(selector)
        self._clock_resolution = 1e-9

    def time(self):
        return self.now

    def call_at(self, when, callback, *args, context=None):
        # Whole microseconds, as in the playground: equal instants are equal numbers.
        return super().call_at(round(when * 1e6) / 1e6, callback, *args, context=context)

    def idle(self):
        return not self._ready and not any(not handle._cancelled for handle in self._scheduled)

    def run_to_the_end(self):
        asyncio.events._set_running_loop(self)
        try:
            while not self.idle():
                self._run_once()
        finally:
            asyncio.events._set_running_loop(None)


class OneByOneLoop(StockLoop):
    def __init__(self):
        super().__init__()
        self._timers = []
        self._count = itertools.count()

    def call_at(self, when, callback, *args, context=None):
        handle = asyncio.TimerHandle(max(self.now, round(when * 1e6) / 1e6), callback, args, self, context)
        heapq.heappush(self._timers, (handle._when, next(self._count), handle))
        return handle

    def _timer_handle_cancelled(self, handle):
        pass

    def idle(self):
        return not self._ready and all(handle._cancelled for _, _, handle in self._timers)

    def _run_once(self):
        if not self._ready:
            while self._timers:
                when, _, handle = heapq.heappop(self._timers)
                if not handle._cancelled:
                    self.now = max(self.now, when)
                    handle._run()
                    break
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run()
