"""Runs programs of the small language of README.md on asyncio and gives what they log."""

import asyncio
from asyncio import CancelledError

import helpers


#: Worlds of programs that have been played. Were they thrown away, coroutines that had not ended would be closed, and would run their
#: ``finally`` blocks, while another program is being played.
KEPT = []


class Boom(Exception):
    pass


def describe(error):
    if isinstance(error, BaseExceptionGroup):
        return 'group(' + ', '.join(describe(one) for one in error.exceptions) + ')'
    if isinstance(error, Boom):
        return str(error)
    if isinstance(error, (RuntimeError, ValueError)):
        return 'Error'
    return type(error).__name__


class Context:
    """Where an operation stands: the name for the log, the group and the error around it, how deep in blocks."""

    def __init__(self, who, group=None, error=None, nested=False):
        self.who, self.group, self.error, self.nested = who, group, error, nested

    def inside(self, **changes):
        return Context(**{**vars(self), **changes})


class World:
    def __init__(self, loop, program):
        self.loop, self.program = loop, program
        self.log, self.tasks, self.things = [], {}, {}
        #: Known differences that this run met; see README.md.
        self.met = set()

    def say(self, who, text):
        self.log.append(f'{round(self.loop.time() * 1000)} {who}: {text}')

    def thing(self, kind, name, make):
        if (kind, name) not in self.things:
            self.things[kind, name] = make()
        return self.things[kind, name]

    def queue(self, name):
        return self.thing('queue', name, lambda: asyncio.Queue(self.program.get('queues', {}).get(name, 0)))

    def lock(self, name):
        return self.thing('lock', name, asyncio.Lock)

    def event(self, name):
        return self.thing('event', name, asyncio.Event)

    def future(self, name):
        if name in self.tasks or name in self.program['tasks']:
            return self.tasks.get(name)
        return self.thing('future', name, self.loop.create_future)

    def futures(self, names):
        return [future for future in map(self.future, names) if future is not None]

    def name_of(self, future):
        return next((n for n, task in self.tasks.items() if task is future), None) or next(n for (_, n), x in self.things.items() if x is future)

    def body(self, name):
        async def start():
            self.say(name, 'starts')
            result = await self.run(self.program['tasks'][name], Context(name))
            return None if result is None else result[0]

        return start()

    # -- operations that never wait ------------------------------------------------------------------------------------

    def at_once(self, op, context):
        kind, *args = op
        say = lambda text: self.say(context.who, text)
        if kind == 'log':
            say(args[0])
        elif kind == 'create':
            if args[0] not in self.tasks:
                self.tasks[args[0]] = self.loop.create_task(self.body(args[0]))
        elif kind == 'spawn':
            if args[0] not in self.tasks:
                coroutine = self.body(args[0])
                try:
                    self.tasks[args[0]] = context.group.create_task(coroutine)
                finally:
                    if args[0] not in self.tasks:
                        coroutine.close()
        elif kind == 'cancel':
            future = self.future(args[0])
            if future is not None:
                current = asyncio.current_task()
                if current is future and current._must_cancel:
                    self.met.add('counts before delivery')
                say(f'cancel {args[0]}: {str(future.cancel()).lower()}')
                if current is not None and current._must_cancel and context.nested:
                    self.met.add('cancelled while it runs')
        elif kind == 'cancel_self':
            say(f'cancel self: {str(asyncio.current_task().cancel()).lower()}')
        elif kind == 'cancelling':
            if asyncio.current_task()._must_cancel:
                self.met.add('counts before delivery')
            say(f'cancelling {asyncio.current_task().cancelling()}')
        elif kind == 'uncancel':
            if asyncio.current_task()._must_cancel:
                self.met.add('counts before delivery')
            say(f'uncancel {asyncio.current_task().uncancel()}')
        elif kind == 'status':
            future = self.future(args[0])
            say(f'{args[0]} ' + ('missing' if future is None else self.status(future)))
        elif kind == 'callback':
            future = self.future(args[0])
            if future is not None:
                future.add_done_callback(lambda _: say(f'callback {args[1]}'))
        elif kind == 'resolve':
            self.future(args[0]).set_result(args[1])
        elif kind == 'reject':
            self.future(args[0]).set_exception(Boom(args[1]))
        elif kind == 'put_nowait':
            self.queue(args[0]).put_nowait(args[1])
        elif kind == 'get_nowait':
            say(f'got {self.queue(args[0]).get_nowait()}')
        elif kind == 'task_done':
            self.queue(args[0]).task_done()
        elif kind == 'size':
            queue = self.queue(args[0])
            say(f'size {queue.qsize()} empty {str(queue.empty()).lower()} full {str(queue.full()).lower()}')
        elif kind == 'unlock':
            self.lock(args[0]).release()
        elif kind == 'locked':
            say(f'locked {str(self.lock(args[0]).locked()).lower()}')
        elif kind == 'set':
            self.event(args[0]).set()
        elif kind == 'clear':
            self.event(args[0]).clear()
        elif kind == 'raise':
            raise Boom(args[0])
        elif kind == 'rethrow':
            raise context.error
        else:
            return False
        return True

    def status(self, future):
        if not future.done():
            return 'pending'
        if future.cancelled():
            return 'cancelled'
        error = future.exception()
        return f'result {future.result()}' if error is None else f'failed {describe(error)}'

    # -- operations that may wait --------------------------------------------------------------------------------------

    async def run(self, ops, context):
        """A value in a tuple when the operations returned one."""
        for op in ops:
            if op[0] == 'return':
                return (op[1],)
            if self.at_once(op, context):
                continue
            result = await self.wait_for_op(op, context)
            if result is not None:
                return result
        return None

    async def wait_for_op(self, op, context):
        kind, *args = op
        say = lambda text: self.say(context.who, text)
        nested = context.inside(nested=True)
        if kind in ('timeout', 'wait_for', 'group', 'call', 'with') and asyncio.current_task()._must_cancel:
            self.met.add('cancelled while it runs')
        if kind == 'sleep':
            await asyncio.sleep(args[0] / 1000)
        elif kind in ('await', 'shield', 'am_shield'):
            future = self.future(args[0])
            if future is not None:
                around = {'await': lambda x: x, 'shield': asyncio.shield, 'am_shield': helpers.shield}[kind]
                say(f'{args[0]} = {await around(future)}')
        elif kind == 'call':
            return await self.run(args[0], nested)
        elif kind == 'loop':
            for _ in range(args[0]):
                result = await self.run(args[1], context)
                if result is not None:
                    return result
        elif kind == 'try':
            return await self.attempt(args[0], args[1], context)
        elif kind == 'timeout':
            async with asyncio.timeout(None if args[0] is None else args[0] / 1000):
                return await self.run(args[1], nested)
        elif kind == 'wait_for':
            seconds = None if args[0] is None else args[0] / 1000
            if isinstance(args[1], list):
                return await helpers.wait_for(self.run(args[1], nested), seconds)
            future = self.future(args[1])
            if future is not None:
                say(f'{args[1]} = {await helpers.wait_for(future, seconds)}')
        elif kind == 'group':
            group = helpers.Group()
            async with group:
                return await self.run(args[0], nested.inside(group=group))
        elif kind == 'put':
            await self.queue(args[0]).put(args[1])
        elif kind == 'get':
            say(f'got {await self.queue(args[0]).get()}')
        elif kind == 'join':
            await self.queue(args[0]).join()
            say('joined')
        elif kind == 'lock':
            await self.lock(args[0]).acquire()
        elif kind == 'with':
            async with self.lock(args[0]):
                return await self.run(args[1], nested)
        elif kind == 'wait_event':
            await self.event(args[0]).wait()
        elif kind == 'gather':
            gathering = asyncio.gather(*self.futures(args[0]), return_exceptions=args[1])
            ends_with_all = args[1] or not self.futures(args[0])
            say('gathered ' + self.values(await (gathering if ends_with_all else helpers.watched(gathering, self.met))))
        elif kind == 'wait':
            await self.wait(args, say)
        elif kind == 'am_race':
            futures = self.futures(args[0])
            if futures:
                index, value = await helpers.race(futures)
                say(f'won {index} {value}')
        elif kind in ('am_wait_all', 'am_try_all'):
            join = helpers.wait_all if kind == 'am_wait_all' else helpers.try_all
            say('all ' + self.values(await join(self.futures(args[0]))))
        elif kind == 'am_cancel_task':
            await helpers.cancel_task(self.futures(args[0]))
        else:
            raise NotImplementedError(kind)
        return None

    def values(self, values):
        return '[' + ', '.join(describe(v) if isinstance(v, BaseException) else str(v) for v in values) + ']'

    async def wait(self, args, say):
        futures = self.futures(args[0])
        if not futures:
            return
        timeout = None if args[2] is None else args[2] / 1000
        # `asyncio.wait` but for its `set(futures)`, whose order changes from run to run.
        done, pending = await asyncio.tasks._wait(futures, timeout, args[1], self.loop)
        names = lambda some: ' '.join(self.name_of(future) for future in futures if future in some) or '-'
        say(f'done {names(done)} pending {names(pending)}')

    async def attempt(self, body, handlers, context):
        try:
            try:
                return await self.run(body, context)
            except CancelledError as error:
                if 'cancelled' not in handlers:
                    raise
                self.say(context.who, 'caught CancelledError')
                return await self.run(handlers['cancelled'], context.inside(error=error))
            except Exception as error:
                if 'error' not in handlers:
                    raise
                self.say(context.who, f'caught {describe(error)}')
                return await self.run(handlers['error'], context.inside(error=error))
        finally:
            if 'finally' in handlers:
                self.say(context.who, 'finally')
                await self.run(handlers['finally'], context)

    def outside(self, op):
        """An operation in a timer, outside every task."""
        try:
            self.at_once(op, Context('timer'))
        except Exception as error:
            self.say('timer', f'raised {describe(error)}')


def play(program, loop):
    """The log of a program, and the known differences that it met."""
    world = World(loop, program)
    loop.set_exception_handler(lambda _loop, _what: None)
    for milliseconds, op in program.get('at', []):
        loop.call_at(milliseconds / 1000, world.outside, op)
    world.tasks['main'] = loop.create_task(world.body('main'))
    loop.run_to_the_end()
    for name, task in world.tasks.items():
        world.say(name, world.status(task))
    KEPT.append(world)
    loop.close()
    return world.log, world.met
