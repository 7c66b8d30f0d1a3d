import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../events.js';
import type { Recording } from '../recording.js';
import { readRecordingFile, writeRecordingFile } from './recording-file.js';
import { scenarioText } from './recording-scenario.js';

const recording: Recording = {
  source: { language: 'typescript', code: 'export default async function p() {}\n', protocol: '- process: p\n' },
  data: { text: '5 min' },
  point: { index: 1 },
  seed: -3,
  bench: 'default',
  acts: [
    { at: 0, prepared: true, act: { type: 'fault', what: { device: 'pump', type: 'slow', amount: 2, for: 3 } } },
    { at: 0, act: { type: 'control', what: { type: 'set', node: 'pump.flow', value: '3 ml/min' } } },
    { at: 1_500_000, turns: 12, act: { type: 'request', what: { type: 'swap', data: { value: [1, null] }, step: '1' } } },
    { at: 1_500_000, act: { type: 'service-fault', what: { service: 'web', type: 'slow', times: null, seconds: 4 } } },
  ],
  end: 2_000_001,
};
const trace: readonly TraceEvent[] = [
  { t: 0, event: 'load', language: 'typescript', process: 'p' },
  { t: 1.5, step: '1', event: 'location', location: { a: '\u2028"' } },
];
const file = { app: '0.1.0', recording, trace };
const text = writeRecordingFile(file);

function refusal(raw: unknown): string {
  const read = readRecordingFile(typeof raw === 'string' ? raw : JSON.stringify(raw));
  return read.ok ? '' : read.message;
}
/** The file with something else in it. */
const damaged = (
  change: (raw: { version: unknown; recording: Record<string, unknown>; trace: unknown; [name: string]: unknown }) => void,
): string => {
  const raw = JSON.parse(text) as Parameters<typeof change>[0];
  change(raw);
  return refusal(raw);
};

describe('a file with a recording', () => {
  it('holds what was saved, with an event a line', () => {
    expect(readRecordingFile(text)).toEqual({ ok: true, file });
    expect(text.split('\n').filter((line) => line.includes('"event":"'))).toHaveLength(2);
    expect(readRecordingFile(writeRecordingFile({ ...file, trace: [] }))).toEqual({ ok: true, file: { ...file, trace: [] } });
  });

  it.each([
    ['', 'not whole JSON'],
    [text.slice(0, -20), 'not whole JSON'],
    ['[]', 'is not a recording of the Process Playground'],
    ['null', 'is not a recording of the Process Playground'],
    ['{"format":"something-else","version":1}', 'is not a recording of the Process Playground'],
    ['{"format":"process-playground-recording"}', 'does not say which version'],
    ['{"format":"process-playground-recording","version":1}', 'The member app of the recording is missing.'],
    [
      '{"format":"process-playground-recording","version":7,"app":"9.1"}',
      'made by a newer version of the playground (9.1): its format is 7',
    ],
  ])('that is none or damaged says so: %.40s', (given, message) => {
    expect(refusal(given)).toContain(message);
  });

  it('says what in it is wrong', () => {
    expect(damaged((raw) => (raw.recording['seed'] = 0.5))).toBe(
      'This recording is damaged. The member recording.seed of the recording is wrong: it must be a whole number.',
    );
    expect(damaged((raw) => (raw.recording['acts'] = [{ at: 3, act: { type: 'shout', what: {} } }]))).toContain(
      'recording.acts[0].act.type',
    );
    expect(damaged((raw) => (raw.recording['acts'] = [...recording.acts].reverse()))).toContain('in the order of time');
    expect(damaged((raw) => (raw.recording['more'] = 1))).toContain('recording.more of the recording is not known');
    expect(damaged((raw) => (raw.trace = [{ event: 'load' }]))).toContain('trace[0].t of the recording is missing');
  });

  it('is never more than a refusal, whatever is damaged', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 4 }), fc.nat(6), (at, put, gone) => {
        const read = readRecordingFile(text.slice(0, at) + put + text.slice(at + gone));
        if (!read.ok) expect(read.message).toMatch(/^This (file|recording) .*\.$/s);
      }),
      { numRuns: 500 },
    );
    const deep = text.replace('"point": {\n      "index": 1\n    }', `"point": ${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(deep).not.toBe(text);
    expect(refusal(deep)).toContain('recording.point');
  });
});

describe('a recording as a scenario', () => {
  it('has what was done in seconds, and the bench unless that is described', () => {
    const scenario = JSON.parse(scenarioText(recording)) as Record<string, unknown>;
    expect(scenario).toMatchObject({ data: '5 min', point: { index: 1 }, seed: -3, bench: 'default', until: 2.000001 });
    expect(scenario['acts']).toMatchObject([{ at: 0, prepared: true }, { at: 0 }, { at: 1.5, turns: 12 }, { at: 1.5 }]);
    expect(JSON.parse(scenarioText({ ...recording, source: { ...recording.source, bench: 'devices: []' } }))).not.toHaveProperty('bench');
    expect(JSON.parse(scenarioText({ ...recording, data: { value: '5 min' } }))).toMatchObject({ data: '"5 min"' });
  });
});
