import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instants } from './at-instant.js';
import type { TraceEvent } from './events.js';
import { emptyFold, foldEvents } from './run-fold.js';
import { emptyLog, extendLog } from './run-log.js';
import { emptyTrace, extendTrace } from './trace.js';

const event = (index: number): TraceEvent => {
  const t = Math.floor(index / 3);
  switch (index % 5) {
    case 0:
      return {
        t,
        event: 'state',
        mode: 'running',
        form: index % 2 === 0 ? 'normal' : 'pausing',
        pausable: true,
        instance: 1 + Math.floor(index / 50),
      };
    case 1:
      return { t, event: 'request', type: 'pause', accepted: true, reason: 'accepted' };
    case 2:
      return { t, event: 'warning', id: index, name: 'W', message: `${index}` };
    default:
      return { t, event: 'location', location: index };
  }
};
const many = extendTrace(
  emptyTrace,
  Array.from({ length: 30_000 }, (_, index) => event(index)),
);

describe('an instant of a run', () => {
  it('is found with everything that happened at it', () => {
    const { count, fold, log } = new Instants().at(many, 3);
    expect(count).toBe(12);
    expect(fold.processes.get('')?.location).toEqual({ value: 9, at: 3 });
    expect(log.count).toBe(12);
  });

  it('is what a fold from the beginning makes of it, however far the places have come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30_000), { maxLength: 6 }), fc.nat(40), (counts, ahead) => {
        const instants = new Instants();
        for (let place = 0; place < ahead; place++) instants.advance(many);
        for (const count of counts) {
          const at = instants.afterEvents(many, count);
          expect(at.fold).toEqual(foldEvents(emptyFold, many.events, 0, count));
          const log = extendLog(emptyLog, many.events.slice(0, count));
          expect(at.log).toEqual(log);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('is found in a trace that is longer by now, and anew in that of another run', () => {
    const instants = new Instants();
    const short = extendTrace(emptyTrace, [event(0), event(3)]);
    expect(instants.at(short, 9).count).toBe(2);
    expect(instants.at(extendTrace(short, [event(4)]), 9).fold.processes.get('')?.location?.value).toBe(4);
    expect(instants.at(extendTrace(emptyTrace, [event(0), event(8)]), 9).fold.processes.get('')?.location?.value).toBe(8);
  });
});

it('keeps a bounded number of places in a million events', () => {
  const events = Array.from({ length: 1_000_000 }, (_, index): TraceEvent => ({ t: index, event: 'location', location: index }));
  const trace = extendTrace(emptyTrace, events);
  const instants = new Instants();
  let places = 0;
  while (instants.advance(trace)) places++;
  expect(places).toBeLessThan(1000);
  const { fold } = instants.at(trace, 777_777);
  expect(fold.processes.size).toBe(0);
});

it('knows nothing of a new instance but what the trace told since it began', () => {
  const running = (instance: number): TraceEvent => ({
    t: instance,
    event: 'state',
    mode: 'running',
    form: 'normal',
    pausable: false,
    instance,
  });
  const trace = extendTrace(emptyTrace, [running(1), { t: 1, event: 'location', location: 7 }, running(2)]);
  expect(new Instants().at(trace, 1).fold.processes.get('')?.location).toEqual({ value: 7, at: 1 });
  expect(new Instants().at(trace, 2).fold.processes.get('')?.location).toBeNull();
});
