"""Records what CPython's asyncio does with the programs. From the project's folder: python3 conformance/asyncio/record.py"""

import gzip
import json
import pathlib
import sys
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).parent))
warnings.simplefilter('ignore')

from interpreter import play  # noqa: E402
from virtual_loop import OneByOneLoop, StockLoop  # noqa: E402

HERE = pathlib.Path(__file__).parent


def record_scenarios():
    scenarios = json.loads((HERE / 'scenarios.json').read_text())
    logs = {}
    for scenario in scenarios:
        log, met = play(scenario, OneByOneLoop())
        stock, _ = play(scenario, StockLoop())
        if met and 'differs' not in scenario:
            print('met', met, scenario['name'])
        # Said for each: whether asyncio's own loop, where timers of one instant become ready together, gives the same log.
        logs[scenario['name']] = {'log': log, 'stock': stock == log}
    lines = [f'{json.dumps(name)}: {json.dumps(entry)}' for name, entry in logs.items()]
    (HERE / 'scenarios.golden.json').write_text('{\n' + ',\n'.join(lines) + '\n}\n')
    print(len(logs), 'scenarios;', sum(entry['stock'] for entry in logs.values()), 'the same on the stock loop')


if __name__ == '__main__':
    print('CPython', sys.version.split()[0])
    record_scenarios()
