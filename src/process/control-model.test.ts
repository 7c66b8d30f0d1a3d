import { describe, expect, it } from 'vitest';
import { admit, type Form, nothingPending } from '../../model/owner.js';
import { barControls, type Controllable, controlFor } from './control-model.js';

const running = (form: Form, pausable = true): Controllable => ({
  state: { mode: 'running', form, pausable },
  pending: nothingPending,
  suspension: null,
});

describe('the controls', () => {
  it('are all there before a run, each with the reason why it cannot be pressed', () => {
    const controls = barControls(null);
    expect(controls.map((control) => control.name)).toEqual(['Pause', 'Halt', 'Jump', 'Swap data', 'Send message']);
    for (const control of controls) expect(control).toMatchObject({ enabled: false, note: 'Nothing has been run yet: press Run first.' });
  });

  it('agree with the admission table in every form', () => {
    for (const form of ['normal', 'pausing', 'paused', 'jumping', 'swapping', 'halting'] as const) {
      for (const control of barControls(running(form))) {
        expect(control.enabled, `${control.name} while ${form}`).toBe(admit(running(form).state, control.type).accepted);
        expect(control.note).not.toBe('');
      }
    }
  });

  it('offer Resume in the place of Pause only while paused', () => {
    expect(barControls(running('paused'))[0]?.name).toBe('Resume');
    expect(barControls(running('pausing'))[0]?.name).toBe('Pause');
  });

  it('say of a step of a protocol that the data document is not its own, and why there is no process', () => {
    const failed = { state: { mode: 'failed', errorId: 0, whileHalting: false }, pending: nothingPending, suspension: null } as const;
    expect(controlFor('retry', failed).note).toContain('data document');
    expect(controlFor('retry', failed, { ofStep: true }).note).not.toContain('data document');
    expect(controlFor('pause', null, { without: 'Not begun.' })).toMatchObject({ enabled: false, note: 'Not begun.' });
  });

  it('say what a process that cannot pause has to do', () => {
    expect(controlFor('pause', running('normal', false))).toMatchObject({
      enabled: false,
      note: expect.stringContaining('context.pausable = true'),
    });
  });
});
