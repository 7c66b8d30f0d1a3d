import { describe, expect, it } from 'vitest';
import { halt, pause, play, resume } from './harness.js';

describe('blocking actions and detached work (scenarios 87 to 91)', () => {
  it('87: a halt does not wait for a bare blocking action, which goes on detached', () => {
    const run = play('export default async function p(context) { await asyncio.toThread(() => blocking.sleep(0.3)); }', {
      requests: [[50, halt]],
    });
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@50');
    expect(run.end.detached).toBe(1);
  });

  it('88: am.shield makes the halt wait for it', () => {
    const run = play('export default async function p(context) { await am.shield(asyncio.toThread(() => blocking.sleep(0.3))); }', {
      requests: [[50, halt]],
    });
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@300');
    expect(run.end.detached).toBe(0);
  });

  it('89: a second halt gives up on it', () => {
    const run = play('export default async function p(context) { await am.shield(asyncio.toThread(() => blocking.sleep(0.3))); }', {
      requests: [
        [50, halt],
        [80, halt],
      ],
    });
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@80');
    expect(run.end.detached).toBe(1);
  });

  it('90: an action that fails while the halt waits for it fails the process', () => {
    const run = play(
      "export default async function p(context) { await am.shield(asyncio.toThread(() => { blocking.sleep(0.3); throw new Error('jam'); })); }",
      {
        requests: [[50, halt]],
      },
    );
    expect(run.states).toBe('col@0 N-@0 H@50 F@300');
  });

  it('a task that was created and runs on is counted', () => {
    const run = play(
      'export default async function p() { asyncio.createTask(async () => { await asyncio.sleep(5); }); await asyncio.sleep(1); }',
    );
    expect(run.end).toMatchObject({ outcome: 'completed', detached: 1 });
  });

  it('91: a pause between two shielded actions', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      await am.shield(asyncio.toThread(() => blocking.sleep(0.2)));
      await context.checkpoint();
      context.logger.info('second');
      await am.shield(asyncio.toThread(() => blocking.sleep(0.1)));
    }`,
      {
        requests: [
          [50, pause],
          [500, resume],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 pd@200 N+@500 D:completed@600');
    expect(run.log).toEqual(['500 second']);
  });

  it('a blocking call outside a thread blocks everything, with a warning', () => {
    const run = play(
      `export default async function p(context) {
      blocking.sleep(0.3);
    }`,
      { requests: [[50, halt]] },
    );
    expect(run.of('warning')).toMatchObject([{ name: 'blocked', place: { line: 3 } }]);
    expect(run.end).toMatchObject({ t: 0.3, outcome: 'completed' });
  });

  it('a shielded task goes on after a halt, detached', () => {
    const run = play(
      `async function work(context) { await asyncio.sleep(0.3); }
    export default async function p(context) { await asyncio.shield(work()); }`,
      { requests: [[50, halt]] },
    );
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@50');
    expect(run.end.detached).toBe(1);
  });
});
