import { describe, expect, it } from 'vitest';
import { halt, jump, pause, play, resume, retry, send, swap } from './harness.js';

const logsStart = "context.logger.info('starts', context.data, context.point);";
const lets = (statements: string) => `export default async function p(context) { ${logsStart} ${statements} }`;
const waits = lets('await context.wait(asyncio.sleep(0.2));');

describe('what is pending outlives a recreation (1.5.2, 1.5.6)', () => {
  it('a jump beside a swap that leaves the body is raised in the new instance', () => {
    const run = play(waits, {
      requests: [
        [50, jump(5)],
        [50, swap('3')],
      ],
    });
    expect(run.log).toEqual(['0 starts null null', '50 starts 3 null', '50 starts 3 5']);
    expect(run.warnings).toEqual([]);
  });

  it('a jump of the time in which the old instance cleans up is raised in the new one', () => {
    const run = play(lets('try { await context.wait(asyncio.sleep(0.2)); } finally { await asyncio.sleep(0.1); }'), {
      requests: [
        [50, jump(5)],
        [100, jump(6)],
      ],
    });
    expect(run.log).toEqual(['0 starts null null', '150 starts null 5', '250 starts null 6']);
  });

  it('a swap likewise', () => {
    const run = play(lets('try { await context.wait(asyncio.sleep(0.2)); } finally { await asyncio.sleep(0.1); }'), {
      requests: [
        [50, jump(5)],
        [100, swap('3')],
      ],
    });
    expect(run.log).toEqual(['0 starts null null', '150 starts null 5', '250 starts 3 null']);
  });

  it('requests that the last instance never looked at are told, also when a cancellation ended it', () => {
    const run = play('export default async function p(context) { await asyncio.sleep(0.1); throw new asyncio.CancelledError(); }', {
      requests: [
        [50, jump(5)],
        [50, swap('3')],
      ],
    });
    expect(run.warnings).toEqual(['cancelled', 'jump-not-taken', 'swap-not-taken']);
  });
});

describe('a forced jump (1.5.9)', () => {
  it('does not disturb the cleanup that it starts', () => {
    const run = play(
      lets("try { await asyncio.sleep(0.2); } finally { await context.wait(asyncio.sleep(0.1)); context.logger.info('clean'); }"),
      {
        requests: [[60, jump(5, true)]],
        until: 300,
      },
    );
    expect(run.log).toEqual(['0 starts null null', '160 clean', '160 starts null 5']);
  });

  it('is not paused in its cleanup, and keeps the pause for the new instance', () => {
    const run = play(
      'export default async function p(context) { context.pausable = true; try { await asyncio.sleep(0.1); } finally { await context.checkpoint(); } }',
      {
        requests: [
          [50, pause],
          [60, jump(5, true)],
          [300, resume],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 J@60 H@60 N-@60 pg@60 pd@160 N+@300 D:completed@300');
  });

  it('starts with the new data that was pending', () => {
    const run = play(lets('await asyncio.sleep(0.2);'), {
      requests: [
        [50, swap('3')],
        [60, jump(5, true)],
      ],
    });
    expect(run.log).toEqual(['0 starts null null', '60 starts 3 5']);
  });

  it('whose cleanup fails is told, and a retry starts where the process was', () => {
    const run = play(lets("try { await asyncio.sleep(0.2); } finally { if (am.now() < 0.1) throw new Error('stuck'); }"), {
      requests: [
        [50, swap('3')],
        [60, jump(5, true)],
        [100, retry],
      ],
    });
    expect(run.warnings).toEqual(['jump-not-taken', 'swap-not-taken']);
    expect(run.log).toEqual(['0 starts null null', '100 starts null null']);
  });
});

describe('several tasks of one process', () => {
  const both = (first: string, second: string) => `
    async function slow() { try { await asyncio.sleep(10); } finally { await asyncio.sleep(0.1); } }
    async function watch(context, name, awaitable) { try { await context.wait(awaitable); } catch (error) { context.logger.info(name, error.name); } }
    export default async function p(context) {
      context.pausable = true;
      await asyncio.gather(watch(context, 'a', ${first}), watch(context, 'b', ${second}));
    }`;

  it('one request is raised in one of two waits, although the first one still cleans up', () => {
    const run = play(both('slow()', 'asyncio.sleep(0.3)'), { requests: [[50, jump(5)]] });
    expect(run.states).toBe('col@0 N-@0 N+@0 J@50 N+@150 D:completed@300');
    expect(run.log).toEqual(['150 a JumpRequest']);
  });

  it('of two requests each wait gets one', () => {
    const run = play(both('slow()', 'slow()'), {
      requests: [
        [50, jump(5)],
        [50, pause],
      ],
      until: 1000,
    });
    expect(run.log).toEqual(['150 a JumpRequest', '250 b PauseRequest']);
  });

  it('a halt while a wait of a task beside the body reacts is raised there instead', () => {
    const run = play(
      `async function slow() { try { await asyncio.sleep(10); } finally { await asyncio.sleep(0.1); } }
      async function beside(context) { try { await context.wait(slow()); } catch (error) { console.log(error.name); } }
      export default async function p(context) { beside(context); try { await asyncio.sleep(10); } finally { await asyncio.sleep(0.2); } }`,
      {
        requests: [
          [50, jump(5)],
          [60, halt],
        ],
      },
    );
    expect(run.log).toEqual(['150 CancelledError']);
  });

  it('a process stays paused while one of its tasks sits in checkpoint() and another takes a jump', () => {
    const run = play(
      `async function sits(context) { await context.checkpoint(); }
      export default async function p(context) {
        context.pausable = true;
        await asyncio.sleep(0.02);
        const other = sits(context);
        while (true) try { await context.wait(other); return; } catch (error) {
          context.logger.info(error.name);
          if (error instanceof am.PauseRequest) return await asyncio.shield(other);
        }
      }`,
      {
        requests: [
          [10, pause],
          [50, resume],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@10 pd@20 N+@50 D:completed@50');
  });

  it.each(['checkpoint', 'receive'])('a task that waits in %s() is cancelled when its instance ends', (what) => {
    const run = play(
      `async function beside(context) { try { await context.${what}(); } finally { console.log('left'); } }
      export default async function p(context) {
        context.pausable = true;
        await asyncio.sleep(0.02);
        beside(context);
        await asyncio.sleep(0.03);
      }`,
      {
        requests: [
          [10, pause],
          [100, send(1)],
        ],
      },
    );
    expect(run.log).toEqual(['50 left']);
    expect(run.end).toMatchObject({ outcome: 'completed', detached: 0 });
  });
});

describe('a person changes their mind in one instant', () => {
  const fails = `export const data = am.quantity('second');
    export default async function p(context) { context.logger.info(context.data.value); throw new Error('x'); }`;

  it('the last of two retries counts', () => {
    const run = play(fails, {
      data: '1 s',
      requests: [
        [50, retry],
        [50, { type: 'retry', data: { text: '3 s' } }],
      ],
    });
    expect(run.log).toEqual(['0 1', '50 3']);
  });

  it('after a halt a failed process takes no retry', () => {
    const run = play(fails, {
      data: '1 s',
      requests: [
        [50, halt],
        [50, retry],
      ],
    });
    expect(run.answers).toBe('halt@50=T retry@50=F(halting)');
    expect(run.states).toBe('col@0 N-@0 F@0 h@50 D:halted@50');
  });

  it('a retry is taken back by a halt', () => {
    expect(
      play(fails, {
        data: '1 s',
        requests: [
          [50, retry],
          [50, halt],
        ],
      }).states,
    ).toBe('col@0 N-@0 F@0 h@50 D:halted@50');
  });
});

describe('a process that never lets time pass', () => {
  it.each([
    ['awaits', 'while (true) await asyncio.sleep(0);'],
    ['sets timers of no length', 'const again = () => setTimeout(again, 0); again(); await asyncio.sleep(1);'],
    ['uses threads that take no time', 'while (true) await asyncio.toThread(() => undefined);'],
  ])('is told and left when it %s', (_, statements) => {
    const run = play(`export default async function p(context) { ${statements} }`);
    expect(run.of('warning').at(-1)).toMatchObject({ name: 'standstill', place: { line: 2 } });
    expect(run.end).toMatchObject({ t: 0, outcome: 'running' });
  });

  it('is stopped when it is recreated by requests that it raises itself', () => {
    const run = play('export default async function p(context) { throw new am.JumpRequest(1); }');
    expect(run.end.outcome).toBe('failed');
    expect(run.errors).toEqual([expect.stringContaining('started again and again')]);
  });

  it('leaves at the limit when only blocking calls take time', () => {
    const run = play('export default async function p(context) { while (true) { blocking.sleep(60); await asyncio.sleep(0); } }', {
      until: 600_000,
    });
    expect(run.end.outcome).toBe('running');
  });
});
