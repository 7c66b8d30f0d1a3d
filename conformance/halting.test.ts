import { describe, expect, it } from 'vitest';
import { halt, jump, pause, play, resume, retry, skip } from './harness.js';

describe('halting (scenarios 12 to 20)', () => {
  it('12: a plain sleep is cancelled at once, and halting is visible', () => {
    const run = play('export default async function p(context) { await asyncio.sleep(1); }', { requests: [[50, halt]] });
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@50');
    expect(run.end).toMatchObject({ t: 0.05, outcome: 'halted' });
  });

  it('8: a halt before the first statement keeps the body from running', () => {
    const run = play(`export default async function p(context) { context.logger.info('ran'); await asyncio.sleep(1); }`, {
      requests: [[0, halt]],
    });
    expect(run.trace.endsWith('H D:halted')).toBe(true);
  });

  it('13: a cleanup takes its time, and its location is kept', () => {
    const run = play(
      `export default async function p(context) {
      try { await asyncio.sleep(1); } catch (error) {
        await asyncio.sleep(0.1);
        context.sendLocation({ cleaned: true });
        throw error;
      }
    }`,
      { requests: [[50, halt]] },
    );
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@150');
    expect(run.locations).toEqual([[150, { cleaned: true }]]);
    expect(run.warnings).toEqual([]);
  });

  const shielded = `export default async function p(context) {
    try { await asyncio.sleep(1); } finally { await am.shield(asyncio.sleep(0.1)); context.logger.info('cleaned'); }
  }`;
  it('15: a second halt during a shielded cleanup is absorbed once', () => {
    const run = play(shielded, {
      requests: [
        [50, halt],
        [80, halt],
      ],
    });
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@150');
    expect(run.answers).toBe('halt@50=T halt@80=T(repeated)');
  });
  it('16: a third halt cancels the shielded cleanup', () => {
    const run = play(shielded, {
      requests: [
        [50, halt],
        [80, halt],
        [100, halt],
      ],
    });
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@100');
    expect(run.log).toEqual([]);
  });

  it('17: a process that swallows the cancellation and returns was halted all the same', () => {
    const run = play(
      `export default async function p(context) {
      try { await asyncio.sleep(1); } catch (error) {}
    }`,
      { requests: [[50, halt]] },
    );
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@50');
    expect(run.of('warning')).toMatchObject([{ name: 'cancellation-swallowed', place: { line: 3 } }]);
  });

  it('18: a process that swallows the cancellation and goes on stays in halting until it ends, and can be halted again', () => {
    const run = play(
      `export default async function p(context) {
      try { await asyncio.sleep(1); } catch (error) {}
      await asyncio.sleep(1);
    }`,
      {
        requests: [
          [50, halt],
          [200, halt],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 H@50 D:halted@200');
  });

  it('19: a cancellation turned into an error fails the process, and says that it was raised while halting', () => {
    const run = play(
      `export default async function p(context) {
      try { await asyncio.sleep(1); } catch (error) { throw new Error('stuck'); }
    }`,
      {
        requests: [
          [50, halt],
          [60, pause],
          [61, resume],
          [62, jump(1)],
          [70, halt],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 H@50 F@50 h@70 D:halted@70');
    expect(run.answers).toBe('halt@50=T pause@60=F(not-running) resume@61=F(not-running) jump@62=F(not-running) halt@70=T');
    expect(run.of('error')[0]?.description).toContain('while halting');
  });

  it('20: a cancellation that nobody asked for ends the process as cancelled, with a warning', () => {
    const run = play('export default async function p(context) { throw new asyncio.CancelledError(); }');
    expect(run.trace).toBe('col N- D:cancelled');
    expect(run.of('warning')[0]?.message).toContain('cancellation nobody requested');
  });

  it('reaches the innermost await first, and unwinds outwards', () => {
    const run = play(
      `
      async function inner(context) { try { await asyncio.sleep(10); } finally { await asyncio.sleep(0.01); context.logger.info('inner'); } }
      async function middle(context) { try { await inner(context); } finally { context.logger.info('middle'); } }
      export default async function p(context) { try { await middle(context); } finally { context.logger.info('outer'); } }`,
      { requests: [[50, halt]] },
    );
    expect(run.log).toEqual(['60 inner', '60 middle', '60 outer']);
  });

  it('skip is a halt for a single process', () => {
    expect(play('export default async function p(context) { await asyncio.sleep(1); }', { requests: [[50, skip]] }).trace).toBe(
      'col N- H D:halted',
    );
  });

  it.each([pause, resume, halt, jump(1), retry, skip])('$type is refused after the end', (request) => {
    const run = play('export default async function p(context) {}', { requests: [[10, request]] });
    expect(run.answers).toBe(`${request.type}@10=F(ended)`);
  });
});
