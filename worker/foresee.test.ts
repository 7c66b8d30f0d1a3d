import { describe, expect, it } from 'vitest';
import type { Request } from '../model/requests.js';
import { OwnedTime } from './clock/owned-time.js';
import { Session } from './session.js';

/** A session with a run that stands at an instant, and what it says of requests. Line 1 of the code is its first line. */
function bed(code: string, seconds: number, protocol?: string) {
  const time = new OwnedTime();
  const session = new Session({ realTime: time, publish: () => Promise.resolve() });
  const source = {
    language: 'typescript',
    code: `import * as asyncio from 'asyncio'; ${code}`,
    ...(protocol === undefined ? {} : { protocol }),
  } as const;
  session.run({ source, data: { value: null }, seed: 1, bench: 'default', speed: 1, held: false });
  time.pass(seconds * 1000);
  const foresee = async (request: Request) => {
    const { events } = session.trace(0, 1e6);
    const promise = session.foresee(request);
    let settled = false;
    void promise.finally(() => (settled = true));
    for (let turns = 0; turns < 1000 && !settled; turns++) {
      time.turn();
      await Promise.resolve();
    }
    // The run itself has felt nothing.
    expect(session.trace(0, 1e6).events.slice(0, events.length)).toEqual(events);
    expect(session.recording()?.acts).toEqual([]);
    return promise;
  };
  return { session, time, foresee };
}

const pausable = `export default async function p(context) {
  context.pausable = true;
  for (let n = 0; n < 100; n++) {
    await asyncio.sleep(10);
    await context.checkpoint();
  }
}`;

describe('what a request would do', () => {
  it('says when and where a pause is kept', async () => {
    const { foresee, session, time } = bed(pausable, 2);
    expect(await foresee({ type: 'pause' })).toMatchObject({
      verdict: { accepted: true },
      effect: 'later',
      at: 10,
      place: { line: 5 },
      by: 'checkpoint',
    });
    session.request({ type: 'pause' });
    time.pass(9000);
    expect(session.clock({ type: 'hold' }).snapshot.process?.state).toMatchObject({ form: 'paused' });
  });

  it('says why one that cannot be paused does not', async () => {
    const { foresee } = bed(pausable.replace('context.pausable = true;', ''), 2);
    expect(await foresee({ type: 'pause' })).toMatchObject({
      verdict: { accepted: false, reason: 'not-pausable' },
      effect: 'never',
      at: null,
    });
  });

  it('says that a pause is never kept by a process that ends before, or looks nowhere within an hour', async () => {
    const never = bed('export default async function p(context) { context.pausable = true; await asyncio.sleep(5); }', 1);
    expect(await never.foresee({ type: 'pause' })).toMatchObject({ effect: 'never', at: 5 });
    const unknown = bed('export default async function p(context) { context.pausable = true; for (;;) await asyncio.sleep(1e4); }', 1);
    expect(await unknown.foresee({ type: 'pause' })).toMatchObject({ effect: 'unknown', at: 3601 });
  });

  it('says that a jump recreates a process that does not catch it, where it was raised and when it begins anew', async () => {
    const code = `export default async function p(context) {
  try {
    await context.wait(asyncio.sleep(100));
  } finally {
    await asyncio.sleep(3);
  }
}`;
    expect(await bed(code, 2).foresee({ type: 'jump', point: null })).toMatchObject({
      effect: 'recreates',
      at: 5,
      place: { line: 3 },
      by: 'wait',
    });
    expect(await bed(code, 2).foresee({ type: 'jump', point: null, force: true })).toMatchObject({ effect: 'recreates', at: 5 });
  });

  it('says when a jump or new data is taken by a process that catches it', async () => {
    const code = `export default async function p(context) {
  for (;;) {
    try {
      await asyncio.sleep(4);
      await context.checkpoint();
    } catch (request) {
      if (request.name !== 'JumpRequest' && request.name !== 'SwapRequest') throw request;
    }
  }
}`;
    for (const request of [
      { type: 'jump', point: null },
      { type: 'swap', data: { value: 1 } },
    ] as const)
      expect(await bed(code, 5).foresee(request)).toMatchObject({ effect: 'later', at: 8, place: { line: 5 }, by: 'checkpoint' });
  });

  it('says that what a wait() takes is taken at once', async () => {
    const code = `export default async function p(context) {
  for (;;) {
    try {
      await context.wait(asyncio.sleep(4));
    } catch (request) {
      if (request.name !== 'JumpRequest') throw request;
    }
  }
}`;
    const foresight = await bed(code, 5).foresee({ type: 'jump', point: null });
    expect(foresight).toMatchObject({ effect: 'now', at: 5, place: { line: 4 }, by: 'wait' });
  });

  it('says what a halt cancels, and when the cleanup is over', async () => {
    const code = `export default async function p(context) {
  try {
    await asyncio.sleep(100);
  } finally {
    await asyncio.sleep(3);
  }
}`;
    expect(await bed(code, 2).foresee({ type: 'halt' })).toMatchObject({ effect: 'later', at: 5, place: { line: 3 }, by: 'plain' });
    expect(await bed(pausable, 2).foresee({ type: 'halt' })).toMatchObject({ effect: 'now', at: 2, place: { line: 4 } });
  });

  it('says when a message is received', async () => {
    const waits = 'export default async function p(context) { for (;;) await context.receive(); }';
    expect(await bed(waits, 2).foresee({ type: 'message', value: 1 })).toMatchObject({
      effect: 'now',
      at: 2,
      place: { line: 1 },
      by: 'receive',
    });
    const later = 'export default async function p(context) { await asyncio.sleep(7); await context.receive(); await asyncio.sleep(9); }';
    expect(await bed(later, 2).foresee({ type: 'message', value: 1 })).toMatchObject({
      effect: 'later',
      at: 7,
      place: null,
      by: 'receive',
    });
  });

  it('says it of a step of a protocol', async () => {
    const protocol = '- parallel: [{ process: p }, { process: p }]\n';
    const { foresee } = bed(pausable, 2, protocol);
    expect(await foresee({ type: 'pause', step: '1.2' })).toMatchObject({ effect: 'later', at: 10, place: { line: 5 } });
    expect(await foresee({ type: 'halt', step: '' })).toMatchObject({ effect: 'now', at: 2 });
    expect(await foresee({ type: 'pause', step: '7' })).toMatchObject({ effect: 'never', verdict: { reason: 'no-such-step' } });
  });

  it('gives up in time where a process goes round without end', async () => {
    const { foresee, time } = bed(
      pausable
        .replace('asyncio.sleep(10)', 'asyncio.sleep(n === 0 ? 10 : 0)')
        .replace('n < 100', 'true')
        .replace('await context.checkpoint();', ''),
      2,
    );
    time.lookMilliseconds = 1;
    expect(await foresee({ type: 'pause' })).toMatchObject({ effect: 'unknown' });
  });

  it('answers the newest question only', async () => {
    const { session, time } = bed(pausable, 2);
    const both = [session.foresee({ type: 'pause' }), session.foresee({ type: 'halt' })];
    for (let turns = 0; turns < 100; turns++) {
      time.turn();
      await Promise.resolve();
    }
    const [one, other] = await Promise.all(both);
    expect(one).toBeNull();
    expect(other).toMatchObject({ effect: 'now' });
  });
});
