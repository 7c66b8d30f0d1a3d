import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import { PlayedRun } from './played-run.js';
import { Run } from './run.js';
import { SuspensionTrace } from './suspension-trace.js';

const head = "import * as asyncio from 'asyncio';\n";

/** What is told of a run, and how often it came to rest. */
function told(code: string, limit?: number, protocol?: string) {
  const events: TraceEvent[] = [];
  const onEvent = (event: TraceEvent): void => {
    if (event.event === 'suspended' || event.event === 'resumed' || event.event === 'log') events.push(event);
  };
  const source = { language: 'typescript', code: head + code, ...(protocol === undefined ? {} : { protocol }) } as const;
  const run = new Run({ source, data: { value: null }, seed: 1, onEvent });
  const trace = new SuspensionTrace(run, onEvent, limit);
  const played = new PlayedRun(run, { standstillTurns: 1e6, rested: () => trace.look() });
  run.start();
  played.playTo(1e9, 1e6);
  return events;
}
const lines = (events: readonly TraceEvent[]): readonly string[] =>
  events.map((event) =>
    event.event === 'suspended' || event.event === 'resumed'
      ? `${event.t} ${event.step ?? ''} ${event.event} ${event.at.map(({ line, kind }) => `${line} ${kind}`).join(' > ')}`
      : event.event,
  );

describe('where a process is suspended', () => {
  it('is told with every await from the outermost to the innermost, once for each', () => {
    const code = `async function inner() {
  await asyncio.sleep(1);
  await asyncio.sleep(0);
  await asyncio.sleep(1);
}
export default async function p(context) {
  await context.wait(inner());
  for (let n = 0; n < 2; n++) await asyncio.sleep(1);
}`;
    expect(lines(told(code))).toEqual([
      '0  suspended 8 wait > 3 wait',
      '1  resumed 8 wait > 3 wait',
      '1  suspended 8 wait > 5 wait',
      '2  resumed 8 wait > 5 wait',
      '2  suspended 9 plain',
      '3  resumed 9 plain',
      '3  suspended 9 plain',
      '4  resumed 9 plain',
    ]);
  });

  it('is told of each step of a protocol', () => {
    const events = told('export default async function p() { await asyncio.sleep(1); }', undefined, '- process: p\n- process: p\n');
    expect(lines(events)).toEqual(['0 1 suspended 2 plain', '1 1 resumed 2 plain', '1 2 suspended 2 plain', '2 2 resumed 2 plain']);
  });

  it('is told in samples once it was told often, each with its own end, and fewer and fewer', () => {
    const times = 100_000;
    const events = told(`export default async function p() { for (let n = 0; n < ${times}; n++) await asyncio.sleep(0.001); }`, 50);
    const [all, said, samples] = [events.slice(0, 99), events[99], events.slice(100)];
    expect(all.filter(({ event }) => event === 'suspended')).toHaveLength(50);
    expect(said).toMatchObject({ event: 'log', level: 'info', message: expect.stringContaining('50 times') as string });
    // The last one that was told so far goes on.
    expect(samples[0]).toMatchObject({ event: 'resumed', t: 0.05 });
    const pairs = samples.slice(1);
    expect(pairs.filter(({ event }) => event === 'log')).toEqual([]);
    expect(pairs.length).toBeGreaterThan(100);
    expect(pairs.length).toBeLessThan(1000);
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      expect([pairs[index]!.event, pairs[index + 1]!.event]).toEqual(['suspended', 'resumed']);
      expect(pairs[index + 1]!.t - pairs[index]!.t).toBeCloseTo(0.001, 6);
    }
    expect(pairs.at(-1)!.t).toBeGreaterThan(times / 1000 / 2);
  });
});
