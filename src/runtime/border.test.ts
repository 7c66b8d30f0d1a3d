import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../model/events.js';
import type { Update } from '../../model/snapshot.js';
import { read, Refused } from './border.js';
import { failures } from './wire-parts.js';
import { limits } from './wire-values.js';
import * as schemas from './wire-schemas.js';

const events: readonly TraceEvent[] = [
  { t: 0, event: 'load', language: 'typescript', process: 'incubate' },
  {
    t: 0,
    event: 'load-error',
    failure: { kind: 'load', name: 'SyntaxError', message: 'x', place: { file: 'process', line: 1, column: 2 } },
  },
  { t: 0, event: 'state', mode: 'running', form: 'paused', pausable: true, instance: 1 },
  { t: 1, event: 'request', type: 'jump', point: { index: 3 }, accepted: false, reason: 'ended' },
  { t: 1, event: 'location', location: { phase: ['hold', 1, null] } },
  { t: 1, event: 'term', term: { type: 'datetime', value: 60, resolution: 1 } },
  { t: 1, event: 'warning', id: 0, name: 'W', message: 'low', description: 'x' },
  { t: 1, event: 'note', name: 'restarted', message: 'Instance 2 starts.', place: { file: 'process', line: 3, column: 1 } },
  { t: 1, event: 'effect', id: 0, type: 'fileCreated', path: 'run.csv' },
  { t: 1, event: 'suspended', at: [{ function: 'main', line: 1, column: 5, endLine: 1, endColumn: 30, kind: 'plain' }] },
  { t: 1, event: 'log', level: 'info', message: 'hello' },
  { t: 1, event: 'device', path: 'thermostat.readout', value: 36.5, unit: 'degC' },
  { t: 1, event: 'fault', device: 'pump', type: 'disconnect', active: true },
  { t: 1, event: 'control', path: 'pump.flow', action: 'set', value: 5, accepted: false, reason: 'not-yours' },
  { t: 1, event: 'end', outcome: 'halted', claims: ['pump'], detached: 1 },
];

const update: Update = {
  run: 1,
  snapshot: {
    revision: 4,
    clock: { now: 3, speed: 'max', rate: null, held: false },
    steps: null,
    process: {
      name: 'incubate',
      state: { mode: 'running', form: 'jumping', pausable: true },
      pending: { pause: false, jump: true, swap: false },
      pendingPoint: { index: 3 },
      instance: 1,
      location: { value: { phase: 'hold' }, at: 2 },
      term: { type: 'duration', value: 5 },
      suspension: { at: [], since: 1, detail: 'sleep 30 s', until: 31 },
      failure: null,
      detached: [{ label: 'write', since: 2 }],
    },
    bench: 'default',
    ambient: 22,
    devices: [
      {
        id: 'thermostat',
        label: 'Thermostat',
        kind: 'thermostat',
        connected: true,
        connectedSince: 0,
        activity: 'heating',
        faults: [{ node: 'thermostat.readout', type: 'drift', since: 1, until: null, amount: 0.5 }],
        headline: 'readout',
        history: Array.from({ length: 300 }, (_, index) => [index, 20 + index / 10] as const),
        nodes: [
          {
            path: 'thermostat.readout',
            label: 'Readout',
            spec: { type: 'numeric', unit: 'degC', range: [4, 60], resolution: null },
            readable: true,
            writable: false,
            observed: 'polled',
            nullable: false,
            value: 21,
            valueAt: 2,
            settled: true,
            error: null,
            claim: { type: 'process', name: 'incubate' },
          },
        ],
      },
    ],
  },
  events,
  first: 0,
  dropped: 2,
};

const wired = <T>(value: T): T => structuredClone(value);

describe('the border', () => {
  it('lets through what the contract says, unchanged', () => {
    const match: schemas.SchemasMatchTheContract = true;
    expect(match).toBe(true);
    expect(read(schemas.update, wired(update))).toEqual(update);
  });

  it('never raises anything but a refusal in words, whatever comes', () => {
    const targets = [schemas.update, schemas.runReply, schemas.requestReply, failures, schemas.stuckReport, schemas.loadResult];
    fc.assert(
      fc.property(fc.constantFrom(...targets), fc.anything({ withMap: true, withDate: true, withBigInt: true }), (schema, input) => {
        try {
          read(schema, input);
        } catch (error) {
          expect(error).toBeInstanceOf(Refused);
          expect((error as Refused).message).toMatch(/^The runtime sent something/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never lets a damaged update through as something that the contract does not know', () => {
    const paths = pathsOf(update);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.bigInt(), fc.date()), (path, value) => {
        const damaged = wired(update);
        put(damaged, path, value);
        let result: unknown;
        try {
          result = read(schemas.update, damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(Refused);
          return;
        }
        expect(read(schemas.update, wired(result))).toEqual(result);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['an unknown event', { ...update, events: [{ t: 0, event: 'surprise' }] }],
    ['an event of another type', { ...update, events: [{ t: 0, event: 'toString' }] }],
    ['a list without end', { ...update, events: Array.from({ length: limits.list + 1 }, () => events[0]) }],
    ['a revision that is no number', { ...update, snapshot: { ...update.snapshot, revision: Number.NaN } }],
    [
      'a history that is none',
      { ...update, snapshot: { ...update.snapshot, devices: [{ ...update.snapshot.devices[0], history: [[1, 'x']] }] } },
    ],
    ['nothing', undefined],
  ])('refuses %s', (_, input) => {
    expect(() => read(schemas.update, input)).toThrow(Refused);
  });

  it('cuts long text and replaces data that is too large, instead of losing the update', () => {
    const location: { next?: unknown } = {};
    location.next = location;
    const large: unknown = [
      { t: 0, event: 'log', level: 'info', message: 'x'.repeat(100_000) },
      { t: 0, event: 'location', location },
      { t: 0, event: 'location', location: Array.from({ length: 100_000 }, () => 0) },
    ];
    const [log, cyclic, long] = read(schemas.update, { ...update, events: large }).events;
    expect(log).toHaveProperty('message.length', limits.text + 1);
    expect(cyclic).toMatchObject({ location: '… (too large to show)' });
    expect(long).toMatchObject({ location: '… (too large to show)' });
  });

  it('bounds the data of a whole message, the state before the events', () => {
    const location = Array.from({ length: 1_000 }, () => 0);
    const many = Array.from({ length: 200 }, (_, index) => ({ t: index, event: 'location', location }));
    const process = { ...update.snapshot.process, location: { value: location, at: 1 } };
    const parsed = read(schemas.update, { ...update, snapshot: { ...update.snapshot, process }, events: many });
    expect(parsed.snapshot.process?.location?.value).toEqual(location);
    expect(parsed.events[0]).toMatchObject({ location });
    expect(parsed.events.at(-1)).toMatchObject({ location: '… (too large to show)' });
  });

  it('refuses a type that contains itself without end', () => {
    const type: Record<string, unknown> = { type: 'list' };
    type['item'] = type;
    expect(() =>
      read(schemas.loadResult, { ok: true, info: { name: 'x', data: type, points: null, guards: [] }, protocol: null, warnings: [] }),
    ).toThrow(Refused);
  });
});

function pathsOf(value: unknown, prefix: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  const below = Object.entries(value).slice(0, 20);
  return [...(prefix.length > 0 ? [prefix] : []), ...below.flatMap(([key, item]) => pathsOf(item, [...prefix, key]))];
}

function put(target: unknown, path: readonly string[], value: unknown): void {
  const last = path.at(-1)!;
  let holder = target as Record<string, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  holder[last] = value;
}
