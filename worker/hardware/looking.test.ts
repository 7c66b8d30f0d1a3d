import { describe, expect, it } from 'vitest';
import { benches } from '../../model/benches/index.js';
import { Bench } from './bench.js';
import { Lab } from './harness.js';
import type { WritableProcessNode } from './process-node.js';

/** What happens on a bench where everything that can be read is watched while some values are written; `look` is called at its instants. */
function course(name: string, every: number, look: (bench: Bench) => void): readonly string[] {
  const lab = new Lab();
  const bench = new Bench(
    lab.loop,
    benches.find((known) => known.name === name)!,
    { seed: 3, store: () => undefined },
  );
  const told: string[] = [];
  bench.onChange(({ path, value }) => told.push(`${lab.now} ${path} ${JSON.stringify(value)}`));
  for (const path of bench.paths) bench.watch(path);
  const write = (path: string, value: unknown) => {
    const [device = '', node = ''] = path.split('.');
    const found = (bench.devices[device] as Record<string, WritableProcessNode<unknown>> | undefined)?.[node];
    // Nobody waits, and a device may refuse.
    if (found !== undefined) found.write(value).addDoneCallback((done) => done.exception());
  };
  const script: readonly (readonly [number, string, unknown])[] = [
    [1, 'relays.valve1', true],
    [2, 'pump.flow', '400 µl/min'],
    [3, 'pressure.setpoint', '300 mbar'],
    [5, 'relays.valve2', true],
    [9, 'stage.x', '80 mm'],
    [11, 'stage.x', '20 mm'],
    [20.3, 'relays.valve1', false],
    [40, 'relays.valve1', true],
    [41, 'pump.flow', '1000 µl/min'],
    [70, 'pump.flow', '10 µl/min'],
  ];
  for (const [at, path, value] of script) lab.loop.callLater(at, () => write(path, value));
  for (let at = 0; at < 90; at += every) {
    look(bench);
    lab.pass(every);
  }
  return told;
}

describe('looking at a bench', () => {
  it.each(['microfluidics', 'imaging'])('changes nothing on the bench %s, however often somebody looks', (name) => {
    const unseen = course(name, 10, () => undefined);
    expect(unseen.length).toBeGreaterThan(20);
    expect(course(name, 0.5, (bench) => void bench.views())).toEqual(unseen);
  });

  it.each(['microfluidics', 'imaging'])('shows the same curves on the bench %s, however often somebody has looked', (name) => {
    const curves = (every: number) => {
      let last: unknown = null;
      course(name, every, (bench) => (last = bench.views().map(({ id, history }) => [id, history.filter(([at]) => at < 80)])));
      return last;
    };
    expect(curves(0.5)).toEqual(curves(10));
  });

  it('keeps when a switch was on, and which of several cases there was', () => {
    let last: Bench | null = null;
    course('everything', 1, (bench) => {
      bench.views();
      last = bench;
    });
    const of = (device: string, path: string) => last!.history(device).series.find((series) => series.path === path)?.samples ?? [];
    const valve = of('relays', 'relays.valve1');
    expect(valve.find(([, value]) => value === 1)?.[0]).toBeCloseTo(1, 0);
    expect(valve.find(([at, value]) => at > 2 && value === 0)?.[0]).toBeCloseTo(20.31, 2);
    const enums = last!
      .views()
      .flatMap(({ id, nodes }) => nodes.filter(({ spec, readable }) => spec.type === 'enum' && readable).map(({ path }) => of(id, path)));
    expect(enums.length).toBeGreaterThan(0);
    for (const samples of enums) expect(samples.every(([, value]) => value === null || Number.isInteger(value))).toBe(true);
    expect(enums.some((samples) => samples.length > 0)).toBe(true);
  });
});
