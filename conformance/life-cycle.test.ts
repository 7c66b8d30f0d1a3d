import { describe, expect, it } from 'vitest';
import { halt, jump, pause, play, retry } from './harness.js';

describe('life cycle and data (scenarios 1 to 11)', () => {
  it('1: a process that returns at once is collected, runs and is done', () => {
    const run = play('export default async function nothing(context) {}');
    expect(run.states).toBe('col@0 N-@0 D:completed@0');
    expect(run.end).toMatchObject({ outcome: 'completed', claims: [], detached: 0 });
  });

  it('2: a constant quantity arrives in SI units', () => {
    const code = `export const data = am.quantity('second');
      export default async function p(context) { context.logger.info(context.data.value); }`;
    expect(play(code, { data: '3 min' }).log).toEqual(['0 180']);
  });

  it('3: data that fails leaves the body alone, and takes no pause or jump', () => {
    const code = `export const data = am.quantity('second');
      export default async function p(context) { context.logger.info('ran'); }`;
    const run = play(code, {
      data: '{{ 5 / "x" }}',
      requests: [
        [10, pause],
        [20, jump(1)],
        [30, halt],
      ],
    });
    expect(run.states).toBe('col@0 colF@0 h@30 D:halted@30');
    expect(run.answers).toBe('pause@10=F(not-running) jump@20=F(not-running) halt@30=T');
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]).toMatch(/^Evaluation error: /);
    expect(run.log).toEqual([]);
  });

  it('4: repaired data is collected again', () => {
    const code = `export const data = am.quantity('second');
      export default async function p(context) { context.logger.info(context.data.value); }`;
    const run = play(code, { data: '5 apples', requests: [[10, { type: 'retry', data: { text: '5 s' } }]] });
    expect(run.states).toBe('col@0 colF@0 col@10 N-@10 D:completed@10');
    expect(run.log).toEqual(['10 5']);
  });

  it('4: a retry with data that is still wrong fails again', () => {
    const code = `export const data = am.quantity('second'); export default async function p(context) {}`;
    const run = play(code, { data: '5 apples', requests: [[10, retry]] });
    expect(run.states).toBe('col@0 colF@0 col@10 colF@10');
    expect(run.end.outcome).toBe('collectionFailed');
  });

  const deviceData = `export const data = am.quantity('degC');
    export default async function p(context) { context.logger.info('ran'); }`;

  it('5: data that needs a device waits in collecting until the device is there', () => {
    const run = play(deviceData, {
      data: '{{ thermostat.readout }}',
      faults: [
        [0, 'thermostat', 'disconnect'],
        [500, 'thermostat', 'reconnect'],
      ],
    });
    expect(run.states).toMatch(/^col@0 N-@5\d\d(\.\d+)? D:completed/);
    expect(run.log).toHaveLength(1);
  });

  it('6: a halt in collecting leaves, and lets go of the device', () => {
    const run = play(deviceData, { data: '{{ thermostat.readout }}', faults: [[0, 'thermostat', 'disconnect']], requests: [[100, halt]] });
    expect(run.states).toBe('col@0 h@100 D:halted@100');
    expect(run.log).toEqual([]);
  });

  it('9: a context that is used after the end raises, and is reported', () => {
    const run = play(
      `export default async function p(context) {
      const late = async () => { await asyncio.sleep(1); context.sendLocation({ late: true }); };
      late();
    }`,
      { requests: [[2000, pause]] },
    );
    expect(run.locations).toEqual([]);
    expect(run.of('warning').at(-1)?.message).toContain('context was used after the process ended');
  });

  it('10: a function that is not async completes at once, with a hint, and its effect is reported', () => {
    const run = play(`export default function p(context) { context.sendEffect(new am.FileCreatedEffect('file.txt')); }`);
    expect(run.trace).toBe('col N- D:completed');
    expect(run.of('effect')).toMatchObject([{ type: 'fileCreated', path: 'file.txt', place: { line: 2 } }]);
    expect(run.warnings).toEqual(['not-async']);
  });

  it('11: one parameter is the context, two are data and context', () => {
    expect(
      play(
        `export default async function p(data, context) { context.logger.info(data.value + context.data.value); }
      export const data = am.quantity('second');`,
        { data: '2 s' },
      ).log,
    ).toEqual(['0 4']);
  });

  it('11: three parameters are a load error that says so', () => {
    const run = play('export default async function p(data, context, more) {}');
    expect(run.of('load-error')[0]?.failure).toMatchObject({ kind: 'load', message: expect.stringContaining('3 parameters') });
    expect(run.trace).toBe('');
  });
});
