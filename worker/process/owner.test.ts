import { describe, expect, it } from 'vitest';
import { join } from '../task/index.js';
import { OwnerBed } from './owner-bed.js';
import { PauseRequest } from './requests.js';

describe('the owner of a process', () => {
  it('shows where the process is suspended, and how it can be interrupted', () => {
    const bed = new OwnerBed(function* (context, loop) {
      yield* join(context.wait(loop.sleep(30)));
    });
    bed.runTo(10);
    expect(bed.owner.view().suspension).toMatchObject({ at: [{ kind: 'wait' }], since: 0, detail: 'sleep 30 s', until: 30 });
  });

  it('8: a halt after the process has begun and before its first statement keeps it from running', () => {
    const bed = new OwnerBed(function* (context, loop) {
      context.logger.info('ran');
      yield* join(loop.sleep(1));
    });
    while (bed.owner.state.mode === 'collecting') bed.loop.drain(1);
    expect(bed.logged).toEqual([]);
    bed.request({ type: 'halt' });
    bed.runTo(2);
    expect(bed.logged).toEqual([]);
    expect(bed.states).toEqual(['collecting', 'normal', 'halting', 'halted']);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('is halted by a halt %i turns after its start, also when its data comes at that very moment', (turns) => {
    const bed = new OwnerBed(function* (_context, loop) {
      yield* join(loop.sleep(1));
    });
    for (let turn = 0; turn < turns; turn++) bed.loop.drain(1);
    bed.request({ type: 'halt' });
    bed.runTo(2);
    expect(bed.events.at(-1)).toMatchObject({ t: 0, event: 'state', outcome: 'halted' });
  });

  it('pauses in a checkpoint and goes on after the resume', () => {
    const bed = new OwnerBed(function* (context, loop) {
      context.pausable = true;
      for (let round = 0; round < 3; round++) {
        try {
          yield* join(context.wait(loop.sleep(1)));
        } catch (error) {
          if (!(error instanceof PauseRequest)) throw error;
          yield* join(context.checkpoint());
        }
      }
    });
    bed.runTo(0.5);
    expect(bed.request({ type: 'pause' })).toMatchObject({ accepted: true });
    bed.runTo(0.5);
    expect(bed.owner.view()).toMatchObject({ state: { form: 'paused' }, suspension: { at: [{ kind: 'checkpoint' }] } });
    bed.request({ type: 'resume' });
    bed.runTo(5);
    expect(bed.states).toEqual(['collecting', 'normal', 'normal', 'pausing', 'paused', 'normal', 'completed']);
  });

  it('does not let one of two paused tasks go on when the other takes a jump', () => {
    const bed = new OwnerBed(function* (context, loop) {
      context.pausable = true;
      yield* join(loop.sleep(1));
      const both = [1, 2].map((number) =>
        loop.task(
          (function* () {
            try {
              yield* join(context.checkpoint());
            } catch {
              context.logger.info(`${number} took the jump`);
              yield* join(context.checkpoint());
            }
            context.logger.info(`${number} went on`);
          })(),
        ),
      );
      for (const task of both) yield* join(task);
    });
    bed.runTo(0.5);
    bed.request({ type: 'pause' });
    bed.runTo(2);
    bed.request({ type: 'jump', point: 1 });
    bed.runTo(3);
    expect(bed.logged).toEqual(['1 took the jump']);
    expect(bed.states.at(-1)).toBe('paused');
    bed.request({ type: 'resume' });
    bed.runTo(4);
    expect(bed.logged).toEqual(['1 took the jump', '1 went on', '2 went on']);
    expect(bed.states.at(-1)).toBe('completed');
  });
});
