import { describe, expect, it } from 'vitest';
import { halt, pause, play, resume } from './harness.js';

const long = `export default async function p(context) {
  context.pausable = true;
  while (true) {
    try { await context.wait(asyncio.sleep(0.2)); break; } catch (error) {
      if (!(error instanceof am.PauseRequest)) throw error;
      context.sendLocation('paused');
      await context.checkpoint();
      context.sendLocation('resumed');
    }
  }
}`;
const steps = `export default async function p(context) {
  context.pausable = true;
  for (let index = 0; index < 4; index++) {
    await asyncio.sleep(0.1);
    context.sendLocation({ index });
    await context.checkpoint();
  }
}`;

describe('pausing (scenarios 23 to 43)', () => {
  it('23: a process that never says that it can pause refuses', () => {
    const run = play('export default async function p(context) { await asyncio.sleep(0.1); }', { requests: [[50, pause]] });
    expect(run.answers).toBe('pause@50=F(not-pausable)');
    expect(run.states).toBe('col@0 N-@0 D:completed@100');
  });

  it('24: wait() raises the pause, checkpoint() waits, and the step starts again in full', () => {
    const run = play(long, {
      requests: [
        [50, pause],
        [100, resume],
      ],
    });
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 pd@50 N+@100 D:completed@300');
    expect(run.locations).toEqual([
      [50, 'paused'],
      [100, 'resumed'],
    ]);
  });

  it('25: checkpoint() between steps pauses, and each step runs once', () => {
    const run = play(steps, {
      requests: [
        [50, pause],
        [300, resume],
      ],
    });
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 pd@100 N+@300 D:completed@600');
    expect(run.locations).toEqual([
      [100, { index: 0 }],
      [400, { index: 1 }],
      [500, { index: 2 }],
      [600, { index: 3 }],
    ]);
  });

  it('26: a second pause is accepted, and raised once only', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      for (let left = 4; left > 0; left--) {
        try { await context.wait(asyncio.sleep(0.1)); } catch (error) { context.logger.info(error.name); }
      }
    }`,
      {
        requests: [
          [50, pause],
          [60, pause],
        ],
      },
    );
    expect(run.answers).toBe('pause@50=T pause@60=T(already-pausing)');
    expect(run.log).toEqual(['50 PauseRequest']);
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 D:completed@350');
  });

  it('27: pause and resume out of turn are refused with the reason', () => {
    const run = play(steps, {
      requests: [
        [10, resume],
        [50, pause],
        [60, resume],
        [150, pause],
        [200, resume],
        [201, resume],
      ],
    });
    expect(run.answers).toBe(
      'resume@10=F(not-paused) pause@50=T resume@60=F(not-paused-yet) pause@150=F(already-paused) resume@200=T resume@201=F(not-paused)',
    );
  });

  it('28: a pause request that leaves the body is a failure that names checkpoint()', () => {
    const run = play(`export default async function p(context) { context.pausable = true; await context.wait(asyncio.sleep(1)); }`, {
      requests: [[50, pause]],
    });
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 F@50');
    expect(run.of('error')).toMatchObject([
      { message: expect.stringContaining('pause request'), description: expect.stringContaining('checkpoint()') },
    ]);
  });

  it('30: taking pausable back does not withdraw a pending pause', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      await asyncio.sleep(0.1);
      context.pausable = false;
      await context.checkpoint();
    }`,
      {
        requests: [
          [50, pause],
          [200, resume],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 pg@100 pd@100 N-@200 D:completed@200');
    expect(run.of('state').find((event) => event.form === 'paused')?.pausable).toBe(false);
  });

  it('31: a pause after pausable was taken back is refused', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true; await asyncio.sleep(0.05); context.pausable = false; await asyncio.sleep(0.1);
    }`,
      { requests: [[100, pause]] },
    );
    expect(run.answers).toBe('pause@100=F(not-pausable)');
  });

  it('32: an awaitable that has completed wins over a pause of the same instant', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      context.logger.info(await context.wait(after()));
      try { await context.wait(asyncio.sleep(1)); } catch (error) { context.logger.info(error.name); await context.checkpoint(); }
    }
    async function after() { await asyncio.sleep(0.1); return 'value'; }`,
      {
        requests: [
          [100, pause],
          [200, resume],
        ],
      },
    );
    expect(run.log).toEqual(['100 value', '100 PauseRequest']);
  });

  it('34: resume and pause of the same instant: checkpoint() returns, the pause is observed at the next point', () => {
    const run = play(steps, {
      requests: [
        [50, pause],
        [150, resume],
        [150, pause],
        [400, resume],
      ],
    });
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 pd@100 N+@150 pg@150 pd@250 N+@400 D:completed@600');
  });

  it('36: the request is raised only when the awaitable has finished reacting, and its value is lost', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      try { context.logger.info(await context.wait(slow())); } catch (error) { context.logger.info(error.name); await context.checkpoint(); }
    }
    async function slow() { try { await asyncio.sleep(10); } catch (error) { await asyncio.sleep(0.2); } return 'lost'; }`,
      {
        requests: [
          [50, pause],
          [300, resume],
        ],
      },
    );
    expect(run.log).toEqual(['250 PauseRequest']);
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 pd@250 N+@300 D:completed@300');
  });

  it('36: an error raised while being cancelled is lost, but told', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      try { await context.wait(slow()); } catch (error) { await context.checkpoint(); }
    }
    async function slow() { try { await asyncio.sleep(10); } catch (error) { throw new Error('valve jammed'); } }`,
      {
        requests: [
          [50, pause],
          [60, resume],
        ],
      },
    );
    expect(run.trace).toBe('col N- N+ pg pd N+ D:completed');
    expect(run.of('warning')).toMatchObject([{ name: 'error-lost', message: expect.stringContaining('valve jammed') }]);
  });

  it('38: with a pause pending at its entry, wait() does not start what it was given', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      await asyncio.sleep(0.1);
      try { await context.wait(() => started(context)); } catch (error) { context.logger.info(error.name); await context.checkpoint(); }
    }
    async function started(context) { context.logger.info('started'); }`,
      {
        requests: [
          [50, pause],
          [200, resume],
        ],
      },
    );
    expect(run.log).toEqual(['100 PauseRequest']);
  });

  const shieldedTask = `export default async function p(context) {
    context.pausable = true;
    const task = asyncio.createTask(asyncio.sleep(0.3));
    while (true) {
      try { await context.wait(asyncio.shield(task)); break; } catch (error) {
        if (!(error instanceof am.PauseRequest)) throw error;
        await context.checkpoint();
      }
    }
  }`;
  it.each([
    [100, 300],
    [500, 500],
  ])('39: a shielded task goes on during the pause: resumed at %i it ends at %i', (resumedAt, end) => {
    const run = play(shieldedTask, {
      requests: [
        [50, pause],
        [resumedAt, resume],
      ],
    });
    expect(run.states).toBe(`col@0 N-@0 N+@0 pg@50 pd@50 N+@${resumedAt} D:completed@${end}`);
  });

  it('41: a halt while paused is raised out of checkpoint()', () => {
    const run = play(steps, {
      requests: [
        [50, pause],
        [200, halt],
      ],
    });
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 pd@100 H@200 D:halted@200');
  });

  it('43: pausable takes nothing but true and false', () => {
    const run = play(`export default async function p(context) { context.pausable = 1; }`);
    expect(run.trace).toBe('col N- F');
    expect(run.of('error')).toMatchObject([
      { message: expect.stringContaining('context.pausable is true or false, not 1'), place: { line: 2 } },
    ]);
  });

  it('a pause that is pending when the process returns is moot', () => {
    const run = play(`export default async function p(context) { context.pausable = true; await asyncio.sleep(0.1); }`, {
      requests: [[50, pause]],
    });
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 D:completed@100');
  });
});
