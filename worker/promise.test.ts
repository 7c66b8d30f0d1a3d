import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import { interruptions, type Interruption, type Promised, promiseOf } from '../model/promise.js';
import type { Request } from '../model/requests.js';
import { infoOf } from './process-info.js';
import { Run } from './run.js';

const requests: Readonly<Record<Interruption, Request>> = {
  pause: { type: 'pause' },
  jump: { type: 'jump', point: 3 },
  swap: { type: 'swap', data: { value: 5 } },
};

const body = (code: string): string => `
  import * as am from 'automancer'; import * as asyncio from 'asyncio';
  async function inner(): Promise<void> { await asyncio.sleep(10); }
  export default async function main(context: am.ProcessContext): Promise<void> { context.pausable = true; ${code} }`;

/** What a request that is made at 1 s comes to at that instant, and what was promised before. */
function both(code: string, request: Interruption): { promised: Promised; came: Promised } {
  const events: TraceEvent[] = [];
  const source = { language: 'typescript', code: body(code) } as const;
  const run = new Run({ source, data: { value: 1 }, seed: 1, onEvent: (event) => events.push(event) });
  expect(run.load).toMatchObject({ ok: true });
  run.start();
  run.loop.drain();
  while ((run.clock.nextAt ?? Infinity) <= 1_000_000) run.loop.advance();
  run.clock.passTo(1_000_000);
  const before = run.process()!;
  const promised = promiseOf(request, before.state, before.suspension, infoOf(run.program!).guards, before.pending);
  const result = run.request(requests[request])!;
  run.loop.drain();
  const after = run.process()!;
  const caught = events.some((event) => event.event === 'log' && event.message === 'caught');
  const came =
    result.accepted === false
      ? 'refused'
      : result.reason === 'stored'
        ? 'stored'
        : after.state.mode === 'failed'
          ? 'fails'
          : after.instance > before.instance
            ? 'recreates'
            : caught
              ? 'now'
              : 'later';
  return { promised, came };
}

const places: Readonly<Record<string, string>> = {
  'a wait() in a try block': `try { await context.wait(asyncio.sleep(10)); } catch (error) { console.log('caught'); await asyncio.sleep(9); }`,
  'a wait() that nothing guards': `if (context.point === null) await context.wait(asyncio.sleep(10)); else await asyncio.sleep(9);`,
  'a wait() for a function of its own': `await context.wait(inner());`,
  'a wait() for a function, in a try block': `try { await context.wait(inner()); } catch (error) { console.log('caught'); await asyncio.sleep(9); }`,
  'a try block around a plain await': `try { await asyncio.sleep(10); } catch (error) { console.log('caught'); }`,
  'a try block that ends in finally only': `try { await context.wait(asyncio.sleep(10)); } finally { context.sendLocation(1); }`,
  'the catch clause beside the block': `try { await context.checkpoint(); throw new Error('x'); } catch (error) { await context.wait(asyncio.sleep(10)); }`,
  'a plain await': `await asyncio.sleep(10);`,
  'receive()': `await context.receive();`,
  'a process that cannot be paused': `context.pausable = false; await context.wait(asyncio.sleep(10));`,
};

describe.each(Object.entries(places))('in %s', (_, code) => {
  it.each(interruptions)('%s comes to what was promised', (request) => {
    const { promised, came } = both(code, request);
    expect(came).toBe(promised);
  });
});

it('promises each kind somewhere that a running process can come to', () => {
  const seen = new Set(Object.values(places).flatMap((code) => interruptions.map((request) => both(code, request).promised)));
  expect([...seen].sort()).toEqual(['fails', 'later', 'now', 'recreates', 'refused']);
});

it('keeps new data for the retry of a failed process', () => {
  expect(both(`throw new Error('broken');`, 'swap')).toEqual({ promised: 'stored', came: 'stored' });
});
