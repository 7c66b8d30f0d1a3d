import { describe, expect, it } from 'vitest';
import { pause, play, resume, retry } from './harness.js';

const failing = (thrown: string) => `export default async function p(context) {
  context.sendLocation({ step: 1 });
  await asyncio.sleep(0.05);
  ${thrown}
}`;

describe('failures (scenarios 69 to 75)', () => {
  it('69: any other error fails the process as an internal error, with its place', () => {
    const run = play(failing("throw new Error('x');"));
    expect(run.states).toBe('col@0 N-@0 F@50');
    expect(run.of('error')).toMatchObject([
      { id: 0, name: 'Error', message: "Process internal error: Error('x')", place: { line: 5, column: 9 } },
    ]);
    expect(run.end.outcome).toBe('failed');
  });

  it.each([
    ["throw new am.ProcessFailureError('Invalid credentials', { cause: new RangeError('535') });", 'Invalid credentials'],
    ["throw new am.ProcessFailureError(undefined, { cause: new RangeError('535') });", "RangeError('535')"],
    ['throw new am.ProcessFailureError();', 'Unknown error'],
    ['throw am.ProcessFailureError;', 'Unknown error'],
  ])('70, 71: %s says %s', (thrown, message) => {
    expect(play(failing(thrown)).errors).toEqual([message]);
  });

  it('70: the cause is in the description', () => {
    const run = play(failing("throw new am.ProcessFailureError('Invalid credentials', { cause: new RangeError('535') });"));
    expect(run.of('error')[0]?.description).toContain('RangeError: 535');
  });

  it('72: each failed retry is another error', () => {
    const run = play(failing("throw new Error('x');"), { requests: [[100, retry]] });
    expect(run.states).toBe('col@0 N-@0 F@50 N-@100 F@150');
    expect(run.of('error').map((event) => event.id)).toEqual([0, 1]);
  });

  it('74: a group of nothing but cancellations is a cancellation', () => {
    expect(play(failing('throw new AggregateError([new asyncio.CancelledError(), new asyncio.CancelledError()]);')).trace).toBe(
      'col N- D:cancelled',
    );
    expect(play(failing("throw new AggregateError([new asyncio.CancelledError(), new Error('x')]);")).trace).toBe('col N- F');
  });

  it('75: reporting an error is not failing', () => {
    const run = play(
      `export default async function p(context) {
      context.sendError(new am.GenericDiagnostic(new Error('leak')));
      context.sendWarning(new am.GenericDiagnostic('low'));
      await asyncio.sleep(1);
    }`,
      { until: 500 },
    );
    expect(run.trace).toBe('col N-');
    expect(run.of('error')).toMatchObject([{ t: 0, message: 'leak', name: 'Error', place: { line: 3 } }]);
    expect(run.of('warning')).toMatchObject([{ t: 0, message: 'low', place: { line: 4 } }]);
    expect(run.end.outcome).toBe('running');
  });

  it('a task that fails and that nobody awaits is a warning', () => {
    const run = play(`async function detached() { await asyncio.sleep(0.01); throw new Error('lost'); }
    export default async function p(context) { detached(); await asyncio.sleep(0.1); }`);
    expect(run.of('warning')).toMatchObject([
      { name: 'unhandled-error', message: expect.stringContaining("Error('lost')"), place: { line: 2 } },
    ]);
    expect(run.trace).toBe('col N- D:completed');
  });

  it('a loop of awaits that never lets time pass is told with its line, and left', () => {
    const run = play(`export default async function p(context) {
      while (true) await asyncio.sleep(0);
    }`);
    expect(run.of('warning')).toMatchObject([{ name: 'standstill', place: { line: 3 } }]);
    expect(run.end.outcome).toBe('running');
  });
});

describe('locations and terms (scenarios 80 to 84)', () => {
  it('80: of the locations of one turn the last is shown; only a turn in between makes two', () => {
    const code = (between: string) => `export default async function p(context) {
      context.sendLocation(1); ${between} context.sendLocation(2); context.sendLocation(3);
      await asyncio.sleep(1);
    }`;
    expect(play(code('')).locations).toEqual([[0, 3]]);
    expect(play(code('await context.checkpoint();')).locations).toEqual([[0, 3]]);
    expect(play(code('await asyncio.sleep(0);')).locations).toEqual([
      [0, 1],
      [0, 3],
    ]);
  });

  it('80: a location of the last turn is kept', () => {
    expect(
      play('export default async function p(context) { await asyncio.sleep(0.1); context.sendLocation({ end: true }); }').locations,
    ).toEqual([[100, { end: true }]]);
  });

  it('82: a location that cannot be exported is a type error where it was sent', () => {
    const run = play(`export default async function p(context) {
      context.sendLocation({ step: () => 1 });
    }`);
    expect(run.of('error')).toMatchObject([
      { name: 'TypeError', message: expect.stringContaining('location.step cannot be exported'), place: { line: 3 } },
    ]);
  });

  it('83: the estimate freezes while paused and goes on after', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      context.sendDuration(2);
      try { await context.wait(asyncio.sleep(2)); } catch (error) { await context.checkpoint(); }
      await asyncio.sleep(1.5);
    }`,
      {
        requests: [
          [500, pause],
          [1500, resume],
        ],
      },
    );
    expect(run.terms).toEqual(['0 datetime(2000)', '500 duration(1500)', '1500 datetime(3000)']);
  });

  it('84: a duration alone is told', () => {
    expect(play('export default async function p(context) { context.sendDuration(5); await asyncio.sleep(1); }').terms).toEqual([
      '0 datetime(5000)',
    ]);
  });

  it('a failed process has no known end', () => {
    const run = play("export default async function p(context) { context.sendDuration(5); await asyncio.sleep(1); throw new Error('x'); }");
    expect(run.terms).toEqual(['0 datetime(5000)', '1000 unknown']);
  });

  it.each([
    ['Infinity', 'forever'],
    ['NaN', null],
    ["am.q('2 min')", 'datetime(120000)'],
    ['new am.DurationTerm(3)', 'datetime(3000)'],
    ['-1', 'datetime(0)'],
  ])('sendDuration(%s) is %s', (value, term) => {
    const run = play(`export default async function p(context) { context.sendDuration(${value}); await asyncio.sleep(1); }`);
    expect(run.terms).toEqual(term === null ? [] : [`0 ${term}`]);
  });
});
