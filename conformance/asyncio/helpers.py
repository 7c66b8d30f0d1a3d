"""What the programs use beside asyncio 3.11 itself."""

import asyncio
from asyncio import CancelledError, tasks, timeouts


async def wait_for(awaitable, timeout):
    """``asyncio.wait_for`` as CPython has it from 3.12 on: that of 3.11 lets a result that is there beat a cancellation (against A5)."""
    if timeout is not None and timeout <= 0:
        future = asyncio.ensure_future(awaitable)
        if future.done():
            return future.result()
        await tasks._cancel_and_wait(future, asyncio.get_running_loop())
        try:
            return future.result()
        except CancelledError as error:
            raise TimeoutError from error
    async with timeouts.timeout(timeout):
        return await awaitable


class _Ordered(dict):
    """A set in order of insertion: asyncio keeps a set, whose order changes from run to run."""

    def add(self, item):
        self[item] = True

    def discard(self, item):
        self.pop(item, None)


class Group(asyncio.TaskGroup):
    """``asyncio.TaskGroup`` that takes its own request for cancellation back also when its body had ended already, as from 3.13 on."""

    def __init__(self):
        super().__init__()
        self._tasks = _Ordered()

    async def __aexit__(self, *raised):
        taken_back = self._parent_cancel_requested
        try:
            return await super().__aexit__(*raised)
        finally:
            if self._parent_cancel_requested and not taken_back:
                self._parent_task.uncancel()


def watched(gathering, met):
    """Notes when a gathering of several that would end with the first of them is cancelled (see README.md)."""

    async def wait():
        try:
            return await gathering
        except BaseException:
            if gathering._cancel_requested and len(gathering._children) > 1:
                met.add('gather cancelled')
            raise

    return wait()


# Automancer's helpers as section 3 of the semantics describes them.


async def shield(future):
    try:
        return await asyncio.shield(future)
    except CancelledError:
        await future
        raise


class _Ended(asyncio.Future):
    """Completes when all have ended, however. Cancelling cancels those that have not."""

    def __init__(self, futures, first_ends=False, failure_cancels=False):
        super().__init__()
        self.futures, self.left, self.requested = futures, len(futures), False
        self.first_ends, self.failure_cancels = first_ends, failure_cancels
        for future in futures:
            future.add_done_callback(self.one_ended)
        if not futures:
            self.set_result(None)

    def one_ended(self, future):
        self.left -= 1
        if self.done():
            return
        failed = not future.cancelled() and future.exception() is not None
        if self.failure_cancels and failed and not self.requested:
            for other in self.futures:
                other.cancel()
        if self.first_ends and not self.requested:
            self.set_result(next(index for index, other in enumerate(self.futures) if other.done()))
        elif self.left == 0 and self.requested:
            errors = errors_of(self.futures)
            if errors:
                self.set_exception(errors[0])
            else:
                super().cancel()
        elif self.left == 0:
            self.set_result(None)

    def cancel(self, msg=None):
        if self.done():
            return False
        reached = [future for future in self.futures if future.cancel()]
        self.requested = self.requested or bool(reached)
        return bool(reached)


def errors_of(futures):
    return [future.exception() for future in futures if not future.cancelled() and future.exception() is not None]


def raise_all(futures):
    errors = errors_of(futures)
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise BaseExceptionGroup('', errors)


async def race(futures):
    index = await _Ended(futures, first_ends=True)
    for future in futures:
        future.cancel()
    await _Ended(futures)
    return index, futures[index].result()


async def wait_all(futures):
    await _Ended(futures)
    raise_all(futures)
    return [future.result() for future in futures]


async def try_all(futures):
    await _Ended(futures, failure_cancels=True)
    raise_all(futures)
    return [future.result() for future in futures]


async def cancel_task(futures):
    for future in futures:
        future.cancel()
    await _Ended(futures)
    raise_all(futures)
