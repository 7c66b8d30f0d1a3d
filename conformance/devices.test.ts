import { describe, expect, it } from 'vitest';
import { halt, play } from './harness.js';

describe('devices (section 7)', () => {
  it('a process claims what it writes, and has given it back at the end', () => {
    const run = play("export default async function p(context) { await thermostat.setpoint.write('37 degC'); await asyncio.sleep(1); }");
    expect(run.trace).toBe('col N- D:completed');
    expect(run.end.claims).toEqual([]);
  });

  it('a value out of range is refused with both bounds', () => {
    const run = play("export default async function p(context) { await thermostat.setpoint.write('70 degC'); }");
    expect(run.trace).toBe('col N- F');
    expect(run.errors[0]).toMatch(/4 °C.*60 °C/);
  });

  it('95: what is written to a disconnected device is written when it comes back', () => {
    const run = play("export default async function p(context) { await pump.flow.write('100 µl/min'); await asyncio.sleep(2); }", {
      faults: [
        [0, 'pump', 'disconnect'],
        [500, 'pump', 'reconnect'],
      ],
      devices: true,
    });
    expect(run.of('device').filter((event) => event.path === 'pump.flow' && event.value === 100)[0]?.t).toBeGreaterThanOrEqual(0.5);
  });

  it('a halt leaves a reach() at once', () => {
    const run = play(
      "export default async function p(context) { await thermostat.setpoint.write('60 degC'); await thermostat.readout.reach('60 degC'); }",
      {
        requests: [[5000, halt]],
      },
    );
    expect(run.end).toMatchObject({ t: 5, outcome: 'halted' });
  });

  it('the same seed gives the same bytes, another seed other noise', () => {
    const code =
      'export default async function p(context) { for (let n = 0; n < 5; n++) { context.sendLocation((await thermostat.readout.read()).value); await asyncio.sleep(1); } }';
    expect(play(code, { seed: 7 }).events).toEqual(play(code, { seed: 7 }).events);
    expect(play(code, { seed: 7 }).locations).not.toEqual(play(code, { seed: 8 }).locations);
  });
});
