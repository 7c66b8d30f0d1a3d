"""Programs made by chance, from a seed."""

NAMES = ['main', 'a', 'b', 'c']
TIMES = [0, 0, 1, 2, 3, 5, 8]


class Maker:
    def __init__(self, random):
        self.random = random

    def program(self):
        self.names = NAMES[: self.random.randint(2, 4)]
        program = {'tasks': {}}
        for index, name in enumerate(self.names):
            self.index = index
            ops = self.ops(self.random.randint(3, 7), depth=2, nested=False, group=False)
            if name == 'main':
                # Most programs start what they have.
                ops = [['create', other] for other in self.names[1:] if self.random.random() < 0.75] + ops
            program['tasks'][name] = ops
        if self.random.random() < 0.4:
            program['queues'] = {'q': self.random.randint(1, 2)}
        self.index = 0
        program['at'] = [[self.random.randint(0, 10), self.at_once(outside=True)] for _ in range(self.random.choice([0, 0, 1, 2]))]
        return program

    def ops(self, count, **where):
        return [self.op(**where) for _ in range(count)]

    def some_task(self):
        return self.random.choice(self.names)

    def awaitable(self):
        """A plain future or a later task: awaiting goes one way only, so that nobody awaits itself."""
        return self.random.choice(self.names[self.index + 1 :] + ['f', 'g'])

    def awaitables(self):
        everything = self.names[self.index + 1 :] + ['f', 'g']
        return self.random.sample(everything, self.random.randint(1, min(3, len(everything))))

    def value(self):
        return self.random.randint(1, 9)

    def at_once(self, outside=False):
        random = self.random
        kind = random.choice(
            ['cancel'] * 6
            + ['resolve', 'resolve', 'reject', 'put_nowait', 'put_nowait', 'get_nowait', 'unlock', 'set', 'set', 'clear', 'status', 'callback']
            + ['size', 'locked', 'task_done']
            + ([] if outside else ['create', 'create', 'log'])
        )
        if kind in ('cancel', 'status'):
            return [kind, random.choice(self.names + ['f'])]
        if kind == 'create':
            return [kind, self.some_task()]
        if kind == 'resolve':
            return [kind, random.choice(['f', 'g']), self.value()]
        if kind == 'reject':
            return [kind, random.choice(['f', 'g']), f'bad{self.value()}']
        if kind == 'callback':
            return [kind, random.choice(self.names + ['f']), f'c{self.value()}']
        if kind == 'put_nowait':
            return [kind, 'q', self.value()]
        if kind == 'log':
            return [kind, f'l{self.value()}']
        return [kind, {'unlock': 'l', 'locked': 'l', 'set': 'e', 'clear': 'e'}.get(kind, 'q')]

    def op(self, depth, nested, group):
        random = self.random
        if depth > 0 and random.random() < 0.35:
            return self.block(depth - 1, nested, group)
        if random.random() < 0.35:
            if not nested and random.random() < 0.25:
                return [random.choice(['cancelling', 'uncancel'])]
            if group and self.names[self.index + 1 :] and random.random() < 0.6:
                return ['spawn', random.choice(self.names[self.index + 1 :])]
            return self.at_once()
        kind = random.choice(
            ['sleep'] * 6
            + ['await', 'await', 'shield', 'am_shield', 'put', 'put', 'get', 'get', 'get', 'lock', 'wait_event', 'join', 'raise', 'return']
            + ['gather', 'gather', 'wait', 'wait', 'wait_for', 'am_race', 'am_wait_all', 'am_try_all', 'am_cancel_task']
        )
        if kind == 'sleep':
            return [kind, random.choice(TIMES)]
        if kind in ('await', 'shield', 'am_shield'):
            return [kind, self.awaitable()]
        if kind == 'put':
            return [kind, 'q', self.value()]
        if kind in ('get', 'join'):
            return [kind, 'q']
        if kind == 'lock':
            return [kind, 'l']
        if kind == 'wait_event':
            return [kind, 'e']
        if kind == 'raise':
            return [kind, f'bad{self.value()}']
        if kind == 'return':
            return [kind, self.value()]
        if kind == 'gather':
            return [kind, self.awaitables(), random.random() < 0.4]
        if kind == 'wait':
            when = random.choice(['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION'])
            return [kind, self.awaitables(), when, random.choice([None, None, *TIMES])]
        if kind == 'wait_for':
            return [kind, random.choice([None, *TIMES]), self.awaitable()]
        return [kind, self.awaitables()]

    def block(self, depth, nested, group):
        random = self.random
        kind = random.choice(['try', 'try', 'try', 'timeout', 'timeout', 'group', 'group', 'with', 'call', 'loop', 'wait_for'])
        body = lambda nested, group: self.ops(random.randint(1, 4), depth=depth, nested=nested, group=group)
        if kind == 'try':
            handlers = {}
            for name in ('cancelled', 'error'):
                if random.random() < 0.6:
                    handlers[name] = body(nested, group) + ([['rethrow']] if random.random() < 0.4 else [])
            if random.random() < 0.4:
                handlers['finally'] = self.ops(random.randint(1, 2), depth=0, nested=nested, group=group)
            return [kind, body(nested, group), handlers]
        if kind == 'timeout':
            return [kind, random.choice([None, *TIMES]), body(True, group)]
        if kind == 'wait_for':
            # A function of ours has started already: never without time, and never up at the very instant of one of its timers.
            return [kind, random.choice([None, 1.31, 2.31, 5.31]), body(True, group)]
        if kind == 'group':
            later = self.names[self.index + 1 :]
            return [kind, [['spawn', name] for name in later if random.random() < 0.6] + body(True, True)]
        if kind == 'with':
            return [kind, 'l', body(True, group)]
        if kind == 'loop':
            return [kind, 2, body(nested, group)]
        return [kind, body(True, group)]
