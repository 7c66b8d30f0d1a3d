import { describe, expect, it } from 'vitest';
import { halt, jump, pause, play, resume, send } from './harness.js';

const pausable = (statements: string) => `export default async function p(context) { context.pausable = true; ${statements} }`;

describe('wait() (semantics 2.6)', () => {
  it('6: a second halt stops the waiting for a cleanup, which goes on detached and is told', () => {
    const run = play(
      `async function slow() { try { await asyncio.sleep(10); } finally { await am.shield(asyncio.sleep(1)); } }
      export default async function p(context) { await context.wait(slow()); }`,
      {
        requests: [
          [50, halt],
          [60, halt],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@60');
    expect(run.warnings).toEqual(['abandoned']);
    expect(run.end.detached).toBe(1);
  });

  it('7: an error of the awaitable is raised as it is, and what is pending stays so', () => {
    const run = play(
      `async function fails() { await asyncio.sleep(0.1); throw new RangeError('x'); }
      ${pausable('for (let n = 0; n < 2; n++) try { await context.wait(n === 0 ? am.shield(fails()) : asyncio.sleep(1)); } catch (error) { console.log(error.name); }')}`,
      { requests: [[100, pause]] },
    );
    expect(run.log).toEqual(['100 RangeError', '100 PauseRequest']);
  });

  it('8: an awaitable that somebody else cancels is a cancellation that nobody requested', () => {
    const run = play(`export default async function p(context) {
      const task = asyncio.createTask(asyncio.sleep(10));
      setTimeout(() => task.cancel(), 50);
      await context.wait(task);
    }`);
    expect(run.states).toBe('col@0 N-@0 D:cancelled@50');
  });

  it('12: am.shield() inside wait() puts the request off until the action is over, whose result is lost', () => {
    const run = play(
      pausable(
        'try { console.log(await context.wait(am.shield(asyncio.sleep(0.3)))); } catch (error) { console.log(error.name); await context.checkpoint(); }',
      ),
      {
        requests: [
          [50, pause],
          [400, resume],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 pd@300 N+@400 D:completed@400');
    expect(run.log).toEqual(['300 PauseRequest']);
  });

  it('13: a task that has not started when it is given up never runs', () => {
    const run = play(
      pausable(
        "await asyncio.sleep(0.1); try { await context.wait(asyncio.createTask(() => console.log('ran'))); } catch (error) { await context.checkpoint(); }",
      ),
      {
        requests: [
          [50, pause],
          [200, resume],
        ],
      },
    );
    expect(run.log).toEqual([]);
    expect(run.trace).toBe('col N- N+ pg pd N+ D:completed');
  });

  it('gives a message back that it took while a request was pending', () => {
    const run = play(
      pausable(
        'await asyncio.sleep(0.1); while (true) try { console.log(await context.wait(context.receive())); } catch (error) { console.log(error.name); await context.checkpoint(); }',
      ),
      {
        requests: [
          [10, send('a')],
          [20, send('b')],
          [50, pause],
          [200, resume],
          [300, halt],
        ],
      },
    );
    expect(run.log.slice(0, 3)).toEqual(['100 PauseRequest', '200 a', '200 b']);
  });
});

describe('a recreation', () => {
  it('makes the time that is left unknown again, and tells it (2.4)', () => {
    const run = play(
      'export default async function p(context) { if (context.point === null) context.sendDuration(5); await context.wait(asyncio.sleep(1)); }',
      { requests: [[50, jump(1)]] },
    );
    expect(run.terms).toEqual(['0 datetime(5000)', '50 unknown']);
  });

  it('gives the new instance a context of its own; the old one can only be looked at (2.1)', () => {
    const run = play(
      `let old = null;
      export default async function p(context) {
        if (old !== null) {
          console.log(old.data, old.point, context.point);
          for (const use of [() => old.sendLocation(1), () => old.pausable, () => old.wait(asyncio.sleep(1)), () => old.checkpoint(), () => old.test(), () => old.receive()])
            try { use(); console.log('usable'); } catch (error) { if (!error.message.includes('after the process ended')) throw error; }
        }
        old = context;
        await context.wait(asyncio.sleep(1));
      }`,
      { requests: [[50, jump(1)]] },
    );
    expect(run.log).toEqual(['50 null null 1']);
    expect(run.end.outcome).toBe('completed');
  });
});
