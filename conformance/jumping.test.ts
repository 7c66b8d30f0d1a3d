import { describe, expect, it } from 'vitest';
import { halt, jump, pause, play, resume, retry } from './harness.js';

const handled = `export default async function p(context) {
  for (let round = 0; round < 4; round++) {
    try { await context.wait(asyncio.sleep(0.2)); } catch (error) {
      if (!(error instanceof am.JumpRequest)) throw error;
      context.logger.info(error.point, error.oldPoint, context.point);
    }
  }
}`;
const unhandled = `export default async function p(context) {
  context.logger.info('starts at', context.point);
  context.pausable = true;
  context.sendLocation({ at: context.point });
  context.sendDuration(0.2);
  await context.wait(asyncio.sleep(0.2));
}`;
const never = 'export default async function p(context) { await asyncio.sleep(0.2); }';

/** The document's timer: a pause, a jump and both together, with its own estimate. */
const timer = `
export default async function timer(context) {
  context.pausable = true;
  const duration = 0.5;
  let progress = context.point?.progress ?? 0;
  while (progress < 1) {
    const begun = am.now();
    context.sendLocation({ progress });
    context.sendDuration(duration * (1 - progress));
    try {
      await context.wait(asyncio.sleep(duration * (1 - progress)));
      progress = 1;
    } catch (request) {
      if (request instanceof am.JumpRequest) { progress = request.point.progress; continue; }
      if (!(request instanceof am.PauseRequest)) throw request;
      progress += (am.now() - begun) / duration;
      while (true) {
        context.sendLocation({ progress });
        context.sendDuration(duration * (1 - progress));
        try { await context.checkpoint(); break; } catch (other) {
          if (!(other instanceof am.JumpRequest)) throw other;
          progress = other.point.progress;
        }
      }
    }
  }
}`;

describe('jumping (scenarios 44 to 60)', () => {
  it('44, 45: a jump is raised by wait() with its point and the one before', () => {
    const run = play(handled, {
      requests: [
        [50, jump(5)],
        [100, jump(7)],
      ],
    });
    expect(run.states).toBe('col@0 N-@0 J@50 N-@50 J@100 N-@100 D:completed@500');
    expect(run.log).toEqual(['50 5 null null', '100 7 5 null']);
  });

  it('46: a jump that leaves the body starts a new instance at its point, with everything reset', () => {
    const run = play(unhandled, { requests: [[50, jump(5)]] });
    expect(run.states).toBe('col@0 N-@0 N+@0 J@50 N+@50 N-@50 N+@50 D:completed@250');
    expect(run.of('state').map((event) => event.instance)).toEqual([1, 1, 1, 1, 1, 2, 2, 2]);
    expect(run.log).toEqual(['0 starts at null', '50 starts at 5']);
    expect(run.locations).toEqual([
      [0, { at: null }],
      [50, { at: 5 }],
    ]);
  });

  it('48: a process that never looks keeps the jump visible until it ends, with a warning', () => {
    const run = play(never, { requests: [[50, jump(5)]] });
    expect(run.states).toBe('col@0 N-@0 J@50 D:completed@200');
    expect(run.of('warning')).toMatchObject([{ name: 'jump-not-taken', message: expect.stringContaining('The jump to 5 was not taken') }]);
  });

  it('49: the last of two undelivered jumps wins', () => {
    const run = play(
      `export default async function p(context) {
      await asyncio.sleep(0.2);
      try { await context.checkpoint(); } catch (error) { context.logger.info(error.point); }
    }`,
      {
        requests: [
          [50, jump(5)],
          [60, jump(6)],
        ],
      },
    );
    expect(run.answers).toBe('jump@50=T jump@60=T(replaced)');
    expect(run.log).toEqual(['200 6']);
  });

  it('50: a jump and a pause together: the jump is raised first, then the pause', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      await asyncio.sleep(0.1);
      for (let round = 0; round < 3; round++) {
        try { await context.wait(asyncio.sleep(0.1)); } catch (error) {
          context.logger.info(error.name);
          if (error instanceof am.PauseRequest) await context.checkpoint();
        }
      }
    }`,
      {
        requests: [
          [50, jump(5)],
          [50, pause],
          [300, resume],
        ],
      },
    );
    expect(run.answers).toBe('jump@50=T pause@50=T(queued) resume@300=T');
    expect(run.log).toEqual(['100 JumpRequest', '100 PauseRequest']);
    expect(run.states).toBe('col@0 N-@0 N+@0 J@50 pg@100 pd@100 N+@300 D:completed@400');
  });

  it('51: a pause survives a recreation: the new instance pauses as soon as it can', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      await asyncio.sleep(0.1);
      await context.checkpoint();
      await asyncio.sleep(0.1);
    }`,
      {
        requests: [
          [50, pause],
          [60, jump(5)],
          [300, resume],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@50 J@60 pg@100 N-@100 pg@100 pd@200 N+@300 D:completed@400');
  });

  it('51: an instance that never can says that the pause could not be kept', () => {
    const run = play(
      `export default async function p(context) {
      if (context.point === null) context.pausable = true;
      await asyncio.sleep(0.1);
      await context.checkpoint();
    }`,
      {
        requests: [
          [50, pause],
          [60, jump(5)],
        ],
      },
    );
    expect(run.warnings).toContain('pause-not-kept');
  });

  it('52: a timer takes a jump while it is paused, stays paused, and its estimate follows', () => {
    const run = play(timer, {
      requests: [
        [100, pause],
        [200, jump({ progress: 0.5 })],
        [300, resume],
      ],
    });
    expect(run.states).toBe('col@0 N-@0 N+@0 pg@100 pd@100 J@200 pg@200 pd@200 N+@300 D:completed@550');
    expect(run.terms).toEqual(['0 datetime(500)', '100 duration(400)', '200 duration(250)', '300 datetime(550)']);
  });

  it('54: a timer goes on from where it was paused, and jumps', () => {
    const run = play(timer, {
      requests: [
        [100, pause],
        [200, resume],
        [250, jump({ progress: 0.9 })],
      ],
    });
    expect(run.locations).toContainEqual([100, { progress: 0.2 }]);
    expect(run.end.t).toBe(0.3);
  });

  it('55: a point that the process does not declare is refused, and the process undisturbed', () => {
    const code = `export const points = am.record({ index: am.int() });\n${never}`;
    const run = play(code, {
      requests: [
        [50, jump({ index: 'x' })],
        [60, jump({ number: 1 })],
      ],
    });
    expect(run.answers).toBe('jump@50=F(invalid-point) jump@60=F(invalid-point)');
    expect(run.trace).toBe('col N- D:completed');
  });

  it('56: a failed process takes no jump, and a retry starts at the last applied point', () => {
    const run = play(
      `export default async function p(context) {
      context.logger.info('starts at', context.point);
      await context.wait(asyncio.sleep(0.1));
      throw new Error('no');
    }`,
      {
        requests: [
          [50, jump(5)],
          [200, jump(6)],
          [300, retry],
          [320, halt],
        ],
      },
    );
    expect(run.answers).toBe('jump@50=T jump@200=F(not-running) retry@300=T halt@320=T');
    expect(run.log).toEqual(['0 starts at null', '50 starts at 5', '300 starts at 5']);
  });

  it('60: a forced jump cancels a process that never looks and starts it at the point', () => {
    const run = play(
      `export default async function p(context) {
      context.logger.info('starts at', context.point);
      try { await asyncio.sleep(0.2); } finally { await asyncio.sleep(0.01); }
    }`,
      { requests: [[50, jump(5, true)]] },
    );
    expect(run.states).toBe('col@0 N-@0 J@50 H@50 N-@60 D:completed@270');
    expect(run.log).toEqual(['0 starts at null', '60 starts at 5']);
  });

  it('60: a halt after a forced jump is a halt', () => {
    const run = play(
      `export default async function p(context) {
      try { await asyncio.sleep(0.2); } finally { await am.shield(asyncio.sleep(0.1)); }
    }`,
      {
        requests: [
          [50, jump(5, true)],
          [60, halt],
        ],
      },
    );
    expect(run.trace).toBe('col N- J H D:halted');
  });

  it('60: a cleanup that fails aborts the forced jump', () => {
    const run = play(
      `export default async function p(context) {
      try { await asyncio.sleep(0.2); } finally { throw new Error('stuck'); }
    }`,
      { requests: [[50, jump(5, true)]] },
    );
    expect(run.trace).toBe('col N- J H F');
  });

  it('a halt drops a pending jump', () => {
    const run = play(
      'export default async function p(context) { try { await asyncio.sleep(1); } finally { await asyncio.sleep(0.01); await context.checkpoint(); } }',
      {
        requests: [
          [50, jump(5)],
          [60, halt],
        ],
      },
    );
    expect(run.states).toBe('col@0 N-@0 J@50 H@60 D:halted@70');
  });

  it('test() raises without waiting, and a pause each time', () => {
    const run = play(
      `export default async function p(context) {
      context.pausable = true;
      await asyncio.sleep(0.1);
      for (let round = 0; round < 3; round++) try { context.test(); context.logger.info('none'); } catch (error) { context.logger.info(error.name); }
    }`,
      {
        requests: [
          [50, jump(5)],
          [50, pause],
        ],
      },
    );
    expect(run.log).toEqual(['100 JumpRequest', '100 PauseRequest', '100 PauseRequest']);
  });
});
