import { describe, expect, it } from 'vitest';
import { halt, pause, play, resume, retry, send, swap } from './harness.js';

const data = "export const data = am.quantity('second');\n";
const handled = `${data}export default async function p(context) {
  context.pausable = true;
  let data = context.data;
  while (true) {
    try { await context.wait(asyncio.sleep(data)); break; } catch (error) {
      if (!(error instanceof am.SwapRequest)) throw error;
      data = error.data;
      context.logger.info(error.oldData.value, error.data.value, context.data.value);
    }
  }
}`;

describe('swapping (scenarios 61 to 66)', () => {
  it('61: new data is raised with the data before; context.data stays', () => {
    const run = play(handled, {
      data: '1 s',
      requests: [
        [50, swap('2 s')],
        [100, swap('3 s')],
      ],
    });
    expect(run.states).toBe('col@0 N-@0 N+@0 W@50 N+@50 W@100 N+@100 D:completed@3100');
    expect(run.log).toEqual(['50 1 2 1', '100 2 3 1']);
  });

  it('62: data that leaves the body starts a new instance with it, at no point', () => {
    const run = play(
      `${data}export default async function p(context) {
      context.logger.info(context.data.value, context.point);
      await context.wait(asyncio.sleep(context.data));
    }`,
      {
        data: '1 s',
        point: 3,
        requests: [
          [50, swap('2 s')],
          [100, swap('0.1 s', 4)],
        ],
      },
    );
    expect(run.log).toEqual(['0 1 3', '50 2 null', '100 0.1 4']);
    expect(run.states).toBe('col@0 N-@0 W@50 N-@50 N-@50 W@100 N-@100 N-@100 D:completed@200');
  });

  it('63: data that cannot be used is refused with its diagnostics, and the process undisturbed', () => {
    const run = play(handled, { data: '1 s', requests: [[50, swap('2 degC')]] });
    expect(run.answers).toBe('swap@50=F(data-invalid)');
    expect(run.errors).toHaveLength(1);
    expect(run.states).toBe('col@0 N-@0 N+@0 D:completed@1000');
  });

  it('65: a swap while paused is raised by checkpoint(), and the pause goes on', () => {
    const run = play(
      `${data}export default async function p(context) {
      context.pausable = true;
      while (true) try { await asyncio.sleep(0.1); await context.checkpoint(); return; } catch (error) { context.logger.info(error.name); }
    }`,
      {
        data: '1 s',
        requests: [
          [50, pause],
          [200, swap('2 s')],
          [400, resume],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 pd@100 W@200 pg@200 pd@300 N+@400 D:completed@400');
    expect(run.log).toEqual(['200 SwapRequest']);
  });

  it('66: a swap in failed is stored, and the retry uses it', () => {
    const run = play(
      `${data}export default async function p(context) {
      if (context.data.value < 2) throw new Error('too short');
      context.logger.info(context.data.value);
    }`,
      {
        data: '1 s',
        requests: [
          [50, swap('2 s')],
          [60, retry],
        ],
      },
    );
    expect(run.answers).toBe('swap@50=T(stored) retry@60=T');
    expect(run.states).toBe('col@0 N-@0 F@0 N-@60 D:completed@60');
    expect(run.log).toEqual(['60 2']);
  });

  it('a retry of a failed process with a changed data document evaluates it first', () => {
    const run = play(`${data}export default async function p(context) { if (context.data.value < 2) throw new Error('too short'); }`, {
      data: '1 s',
      requests: [
        [50, { type: 'retry', data: { text: '5 apples' } }],
        [60, { type: 'retry', data: { text: '3 s' } }],
      ],
    });
    expect(run.answers).toBe('retry@50=F(data-invalid) retry@60=T');
    expect(run.states).toBe('col@0 N-@0 F@0 col@60 N-@60 D:completed@60');
  });

  it('swap and jump together: the swap is raised first', () => {
    const run = play(
      `${data}export default async function p(context) {
      await asyncio.sleep(0.1);
      for (let round = 0; round < 2; round++) try { await context.checkpoint(); } catch (error) { context.logger.info(error.name); }
    }`,
      {
        data: '1 s',
        requests: [
          [50, { type: 'jump', point: 1 }],
          [60, swap('2 s')],
        ],
      },
    );
    expect(run.log).toEqual(['100 SwapRequest', '100 JumpRequest']);
    expect(run.states).toBe('col@0 N-@0 J@50 W@60 J@100 N-@100 D:completed@100');
  });
});

describe('messages (scenario 68 and 2.8)', () => {
  const receives = `export default async function p(context) {
    context.pausable = true;
    await asyncio.sleep(0.1);
    while (true) try {
      context.logger.info(await context.wait(context.receive()));
    } catch (error) {
      if (!(error instanceof am.PauseRequest)) throw error;
      await context.checkpoint();
    }
  }`;

  it('are queued, also while paused, and received in order', () => {
    const run = play(receives, {
      requests: [
        [10, send('a')],
        [20, send('b')],
        [150, pause],
        [200, send('c')],
        [300, resume],
        [400, halt],
      ],
    });
    expect(run.log).toEqual(['100 a', '100 b', '300 c']);
    expect(run.answers).toContain('message@200=T(queued)');
  });

  it('68: are refused while halting', () => {
    const run = play('export default async function p(context) { try { await asyncio.sleep(1); } finally { await asyncio.sleep(0.1); } }', {
      requests: [
        [50, halt],
        [60, send(1)],
      ],
    });
    expect(run.answers).toBe('halt@50=T message@60=F(halting)');
  });

  it('of the instant of a pause are received first, as everything that has completed', () => {
    const run = play(receives, {
      requests: [
        [150, pause],
        [150, send('first')],
        [300, resume],
        [400, halt],
      ],
    });
    expect(run.log).toEqual(['150 first']);
    expect(run.trace).toContain('pg pd');
  });

  it('that nobody received are told when the process is recreated', () => {
    const run = play('export default async function p(context) { await context.wait(asyncio.sleep(1)); }', {
      requests: [
        [10, send(1)],
        [20, send(2)],
        [50, { type: 'jump', point: 1 }],
      ],
    });
    expect(run.of('warning')).toMatchObject([{ name: 'messages-lost', message: expect.stringContaining('2 messages were lost') }]);
  });
});
