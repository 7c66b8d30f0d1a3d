"""Records what CPython's asyncio does with the programs. From the project's folder: python3 conformance/asyncio/record.py"""

import gzip
import json
import os
import pathlib
import random
import sys
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).parent))
warnings.simplefilter('ignore')

from interpreter import play  # noqa: E402
from random_programs import Maker  # noqa: E402
from virtual_loop import OneByOneLoop, StockLoop  # noqa: E402

HERE = pathlib.Path(__file__).parent


def record_scenarios():
    scenarios = json.loads((HERE / 'scenarios.json').read_text())
    logs = {}
    for scenario in scenarios:
        log, _ = play(scenario, OneByOneLoop())
        stock, _ = play(scenario, StockLoop())
        # Said for each: whether asyncio's own loop, where timers of one instant become ready together, gives the same log.
        logs[scenario['name']] = {'log': log, 'stock': stock == log}
    lines = [f'{json.dumps(name)}: {json.dumps(entry)}' for name, entry in logs.items()]
    (HERE / 'scenarios.golden.json').write_text('{\n' + ',\n'.join(lines) + '\n}\n')
    print(len(logs), 'scenarios;', sum(entry['stock'] for entry in logs.values()), 'the same on the stock loop')


def record_random(count, seed):
    """Programs that meet a known difference are left out; README.md names them."""
    chance = random.Random(seed)
    entries, left_out, stock_too = [], {}, 0
    while len(entries) < count:
        program = Maker(chance).program()
        log, met = play(program, OneByOneLoop())
        for name in met:
            left_out[name] = left_out.get(name, 0) + 1
        if met or len(log) > 200:
            continue
        stock_too += play(program, StockLoop())[0] == log
        entries.append({**program, 'log': log})
    text = '[\n' + ',\n'.join(json.dumps(entry, separators=(',', ':')) for entry in entries) + '\n]\n'
    (HERE / 'random.golden.json.gz').write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(count, 'programs by chance;', stock_too, 'the same on the stock loop; left out:', left_out)


if __name__ == '__main__':
    print('CPython', sys.version.split()[0])
    record_scenarios()
    record_random(1700, seed=1)
    sys.stdout.flush()
    # Without closing the coroutines that had not ended (see KEPT).
    os._exit(0)
