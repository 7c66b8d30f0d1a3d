/** Random processes that contend for the nodes of a real bench, under random requests and a person's hand. `BENCH_CASES=100000` tries more. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyContention, lineOfCatch } from './random-bench/bench-program.js';
import { anyActs, BenchTrial } from './random-bench/bench-trial.js';
import { playSession } from './random-bench/session-trial.js';

const cases = Number(globalThis.process.env['BENCH_CASES'] ?? 200);

type Invariant = readonly [sentence: string, broken: (trial: BenchTrial) => unknown];

const warnings = ({ events }: BenchTrial, ...names: readonly string[]) =>
  events.flatMap((event) => (event.event === 'warning' && names.includes(event.name) ? [event] : []));

/** Each says what breaks it, or `undefined`. Who has which node is checked whenever nothing is ready (`bench-trial.ts`). */
const invariants: readonly Invariant[] = [
  ['whatever is halted often enough ends', ({ run }) => (run.done ? undefined : 'it goes on')],
  [
    'at the end nothing is claimed, no timer is set and nothing goes on',
    ({ run, events }) => {
      const { clock, loop, bench } = run;
      const end = events.at(-1);
      const left = { claims: bench.claims(), timers: clock.size, tasks: [...loop.liveTasks()].length, ready: !loop.idle };
      if (left.claims.length + left.timers + left.tasks > 0 || left.ready) return left;
      return end?.event === 'end' && end.claims.length === 0 && end.detached === 0 ? undefined : end;
    },
  ],
  [
    'whoever loses a node to a person, or gets it back, is told so, and nobody else',
    (trial) => {
      const told = warnings(trial, 'overridden', 'override-over').map(
        ({ name, message, step }) => `${name} ${message.split(' ')[0]!} ${step ?? ''}`,
      );
      return JSON.stringify(told) === JSON.stringify(trial.news) ? undefined : { told, has: trial.news };
    },
  ],
  [
    'a catch clause that swallows a halt is told of, once, with its line; others are not',
    (trial) => {
      const { events, source } = trial;
      const numbers = events.flatMap((event) => (event.event === 'log' ? [/^swallows (\d+) +true$/.exec(event.message)?.[1]] : []));
      const lines = [...new Set(numbers.filter((number) => number !== undefined))].map((number) =>
        lineOfCatch(source.code, Number(number)),
      );
      const told = warnings(trial, 'cancellation-swallowed').map(({ place }) => place?.line);
      return JSON.stringify(told) === JSON.stringify(lines) ? undefined : { told, lines };
    },
  ],
];

describe('any processes that contend for nodes', () => {
  it(`keep: ${invariants.map(([sentence]) => sentence).join('; ')}`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyContention, anyActs, (bodies, acts) => {
        const trial = new BenchTrial(bodies);
        try {
          trial.play(acts);
          for (const [sentence, broken] of invariants) {
            const how = broken(trial);
            if (how !== undefined) throw new Error(`Broken: ${sentence}. ${JSON.stringify(how)}`);
          }
        } catch (error) {
          throw new Error(`${trial.source.code}\n${trial.events.map((event) => JSON.stringify(event)).join('\n')}`, { cause: error });
        }
      }),
      { numRuns: cases, seed: 1 },
    );
  });

  it('are published with revisions that grow, every event once, and nothing once all is over', { timeout: 600_000 }, () =>
    fc.assert(
      fc.asyncProperty(anyContention, anyActs, async (bodies, acts) => {
        const { heard, late, awake } = await playSession(bodies, acts);
        const updates = heard.map(({ update }) => update);
        const { revision } = updates[0]!.snapshot;
        expect(updates.map(({ snapshot }) => snapshot.revision)).toEqual(updates.map((_, index) => revision + index));
        expect(updates.filter(({ dropped, run }) => dropped > 0 || run !== 1)).toEqual([]);
        const events = updates.flatMap((update) => update.events);
        expect(updates.map(({ first }) => first)).toEqual(
          updates.map((_, index) => updates.slice(0, index).flatMap((update) => update.events).length),
        );
        expect(events.filter(({ t }, index) => index > 0 && t < events[index - 1]!.t)).toEqual([]);
        // A bench can be handled by hand also when the process has ended.
        const end = events.findIndex(({ event }) => event === 'end');
        expect(
          events
            .slice(end)
            .map(({ event }) => event)
            .filter((event) => event !== 'control' && event !== 'request'),
        ).toEqual(['end']);
        expect({ late, awake }).toEqual({ late: 0, awake: false });
        const nodes = updates.at(-1)!.snapshot.devices.flatMap((device) => device.nodes);
        expect(nodes.filter(({ claim }) => claim != null)).toEqual([]);
      }),
      { numRuns: Math.ceil(cases / 3), seed: 1 },
    ),
  );
});
