import { describe, expect, it } from 'vitest';
import { halt, jump, pause, play, resume, swap } from './harness.js';

/** A step of 50 ms that logs how it goes, for the examples of the specifying document (semantics 10). */
const runStep = `async function runStep(index) {
  console.log('start', index);
  try { await asyncio.sleep(0.05); console.log('end', index); } catch (error) { console.log('cancelled', index); throw error; }
}
`;
const steps = (log: readonly string[]) => log.map((line) => line.replace(/^\S+ /, ''));

describe('halting (example 1)', () => {
  it('tells of the interruption, and is halted', () => {
    const run = play(
      `${runStep}export default async function p(data, context) {
        try { await runStep(1); await runStep(2); } catch (error) {
          if (error instanceof asyncio.CancelledError) context.sendLocation('interrupted');
          throw error;
        }
      }`,
      { requests: [[70, halt]] },
    );
    expect(steps(run.log)).toEqual(['start 1', 'end 1', 'start 2', 'cancelled 2']);
    expect(run.locations).toEqual([[70, 'interrupted']]);
    expect(run.end.outcome).toBe('halted');
  });
});

describe('pausing (examples 2 and 3)', () => {
  it('polled between steps: the pause lands after the step, and no step runs twice', () => {
    const run = play(
      `${runStep}export default async function p(context) {
        context.pausable = true;
        for (let index = 0; index < 3; index++) { await runStep(index); context.sendLocation({ index }); await context.checkpoint(); }
      }`,
      {
        requests: [
          [20, pause],
          [100, resume],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@20 pd@50 N+@100 D:completed@200');
    expect(steps(run.log)).toEqual(['start 0', 'end 0', 'start 1', 'end 1', 'start 2', 'end 2']);
  });

  it('by wait(): a wrong name in the catch clause shows only when a pause comes', () => {
    const code = `${runStep}export default async function p(context) {
      context.pausable = true;
      try { await context.wait(runStep(0)); } catch (error) { if (!(error instanceof PauseRequest)) throw error; await context.checkpoint(); }
    }`;
    expect(play(code).trace).toBe('col N- N+ D:completed');
    expect(play(code, { requests: [[20, pause]] }).errors).toEqual([expect.stringContaining('PauseRequest is not defined')]);
  });
});

describe('jumping (examples 4 and 5)', () => {
  const overList = `${runStep}export default async function p(context) {
    for (let index of [0, 1, 2, 3, 4].slice(context.point?.index ?? 0)) {
      try { await context.wait(runStep(index)); } catch (error) {
        if (!(error instanceof am.JumpRequest)) throw error;
        index = error.point.index;
      }
    }
  }`;
  it.each([4, 0, 1])('written over a list, as in the document, a jump to %i only goes on to the next step', (index) => {
    const run = play(overList, { requests: [[70, jump({ index })]] });
    expect(steps(run.log).slice(2, 6)).toEqual(['start 1', 'cancelled 1', 'start 2', 'end 2']);
  });

  const corrected = `${runStep}export default async function p(context) {
    let index = context.point?.index ?? 0;
    while (index < 5) {
      const step = asyncio.createTask(() => runStep(index));
      try {
        while (true) try { await context.wait(asyncio.shield(step)); index++; break; } catch (error) {
          if (!(error instanceof am.JumpRequest)) throw error;
          if (error.point.index === index) continue;
          index = error.point.index;
          break;
        }
      } finally { await am.cancelTask(step); }
    }
  }`;
  it('corrected, it goes to the step that was asked for', () => {
    const run = play(corrected, { requests: [[70, jump({ index: 4 })]] });
    expect(steps(run.log)).toEqual(['start 0', 'end 0', 'start 1', 'cancelled 1', 'start 4', 'end 4']);
  });
  it('corrected, a jump to the present step leaves it alone', () => {
    const run = play(corrected, { requests: [[70, jump({ index: 1 })]] });
    expect(steps(run.log)).toEqual([0, 1, 2, 3, 4].flatMap((index) => [`start ${index}`, `end ${index}`]));
  });
  it('corrected, a halt ends the step that it shields', () => {
    const run = play(corrected, { requests: [[70, halt]] });
    expect(steps(run.log).at(-1)).toBe('cancelled 1');
    expect(run.end).toMatchObject({ outcome: 'halted', detached: 0 });
  });
});

describe('swapping (example 6)', () => {
  it('restarts the request with the new address', () => {
    const run = play(
      `export const data = am.record({ address: am.str() });
      async function fetchHttp(address) { console.log('get', address); await asyncio.sleep(0.1); console.log('got', address); }
      export default async function p(context) {
        let { data } = context;
        while (true) try { await context.wait(fetchHttp(data.address)); break; } catch (error) {
          if (!(error instanceof am.SwapRequest)) throw error;
          data = error.data;
        }
      }`,
      { data: '{ address: first }', requests: [[50, swap('{ address: second }')]] },
    );
    expect(run.log).toEqual(['0 get first', '50 get second', '150 got second']);
  });
});

describe('recipes (examples 7 to 11)', () => {
  const single = `export default async function p(context) {
    context.sendDuration(4.5);
    await am.shield(asyncio.toThread(() => blocking.sleep(4.5)));
  }`;
  it('7: one blocking action: a halt waits for it, a second one does not', () => {
    expect(play(single, { requests: [[1000, halt]] }).states).toBe('col@0 N-@0 H@1000 D:halted@4500');
    const twice = play(single, {
      requests: [
        [1000, halt],
        [2000, halt],
      ],
    });
    expect(twice.states).toBe('col@0 N-@0 H@1000 D:halted@2000');
    expect(twice.end.detached).toBe(1);
  });

  const several = `
  class Location { constructor(phase) { this.phase = phase; } export() { return { phase: this.phase }; } }
  export default async function p(context) {
    context.sendLocation(new Location(0));
    await am.shield(asyncio.toThread(() => blocking.sleep(2)));
    console.log('first done');
    context.sendLocation(new Location(1));
    await context.checkpoint();
    await am.shield(asyncio.toThread(() => blocking.sleep(1)));
    context.sendLocation(new Location(2));
  }`;
  it('8: several blocking actions tell their phase', () => {
    expect(play(several).locations).toEqual([
      [0, { phase: 0 }],
      [2000, { phase: 1 }],
      [3000, { phase: 2 }],
    ]);
  });
  it('8: a jump that the checkpoint between them lets out runs the first one again', () => {
    expect(play(several, { requests: [[500, jump(1)]] }).log).toEqual(['2000 first done', '4000 first done']);
  });

  const reporting = (report: string) => `async function action() { await asyncio.sleep(0.05); throw new RangeError('too hot'); }
    export default async function p(context) { try { await action(); } catch (error) { ${report} } }`;
  it('9: reports an error and a warning, and ends well', () => {
    const run = play(
      reporting('context.sendError(new am.GenericDiagnostic(error)); context.sendWarning(new am.GenericDiagnostic(error));'),
    );
    expect([...run.of('error'), ...run.of('warning')]).toMatchObject([
      { id: 0, name: 'RangeError', message: 'too hot' },
      { id: 0, name: 'RangeError', message: 'too hot' },
    ]);
    expect(run.trace).toBe('col N- D:completed');
  });
  it('10: a critical error fails with its cause', () => {
    const run = play(reporting('throw new am.ProcessFailureError(undefined, { cause: error });'));
    expect(run.trace).toBe('col N- F');
    expect(run.of('error')).toMatchObject([{ message: "RangeError('too hot')", description: 'Caused by RangeError: too hot.' }]);
  });
  it('11: an effect of a function that is not async', () => {
    const run = play("export default function p(context) { context.sendEffect(new am.FileCreatedEffect('file.txt')); }");
    expect(run.of('effect')).toMatchObject([{ type: 'fileCreated', path: 'file.txt' }]);
    expect(run.warnings).toEqual(['not-async']);
  });
});
