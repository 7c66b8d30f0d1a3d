"""The first workload on CPython's asyncio, in virtual time: prints events per second for each round that is asked for."""

import asyncio
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "conformance" / "asyncio"))
from virtual_loop import StockLoop  # noqa: E402


def draws(process):
    state = ((process + 1) * 0x9E3779B1 | 1) & 0xFFFFFFFF
    while True:
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        yield 1 + state % 10


events = 0


async def body(process, sleeps):
    global events
    lengths = draws(process)
    for _ in range(sleeps):
        await asyncio.sleep(next(lengths) / 1000)
        events += 1


def measure(processes, sleeps):
    global events
    events = 0
    loop = StockLoop()
    started = time.perf_counter()
    for process in range(processes):
        loop.create_task(body(process, sleeps))
    loop.run_to_the_end()
    return events / (time.perf_counter() - started)


processes, sleeps, rounds = (int(argument) for argument in sys.argv[1:])
for _ in range(rounds):
    print(measure(processes, sleeps))
