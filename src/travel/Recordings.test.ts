// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type RecordingFile, writeRecordingFile } from '../../model/files/recording-file.js';
import type { TraceEvent } from '../../model/events.js';
import type { Recording } from '../../model/recording.js';
import { emptyTrace, extendTrace } from '../../model/trace.js';
import { recordingParts } from './recording-text.js';
import { Recordings } from './Recordings.svelte.js';

const recording: Recording = {
  source: { language: 'typescript', code: 'export default async function p() {}' },
  data: { text: '' },
  point: null,
  seed: 1,
  bench: 'default',
  acts: [],
  end: 5_000_000,
};
const events = Array.from({ length: 300 }, (_, t): TraceEvent => ({ t, event: 'location', location: t }));

function bed() {
  const told: string[] = [];
  const opened: [file: RecordingFile, name: string, remark: string][] = [];
  const recordings = new Recordings({
    trace: emptyTrace,
    name: 'p',
    app: '1',
    recording: () => Promise.resolve(null),
    open: (file, name, remark) => {
      opened.push([file, name, remark]);
      return Promise.resolve();
    },
    tell: (message) => told.push(message),
  });
  const open = (text: string | Uint8Array, name = 'run.json', size?: number) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    return recordings.open({ name, size: size ?? bytes.length, arrayBuffer: () => Promise.resolve(buffer) });
  };
  return { told, opened, recordings, open };
}

describe('a recording', () => {
  it('is opened as it was saved', async () => {
    const { opened, open, told } = bed();
    await open(writeRecordingFile({ app: '1', recording, trace: events }));
    expect(told).toEqual([]);
    expect(opened[0]?.[0].recording).toEqual(recording);
    expect(opened[0]?.[0].trace).toHaveLength(300);
    expect(opened[0]?.slice(1)).toEqual(['run.json', '']);
  });

  it('is opened without the events that this page cannot show, and says how many those are', async () => {
    const { opened, open } = bed();
    const odd = { t: 1, event: 'ghost' } as unknown as TraceEvent;
    await open(
      writeRecordingFile({ app: '1', recording, trace: [odd, events[0]!, { t: 2, event: 'load-error' } as unknown as TraceEvent] }),
    );
    expect(opened[0]?.[0].trace).toEqual([events[0]]);
    expect(opened[0]?.[2]).toContain('2 events of the file were left out');
  });

  it.each([
    ['no JSON', 'hello', 'is not a recording, or it is damaged'],
    ['foreign', '{"a": 1}', 'is not a recording of the Process Playground'],
    ['newer', '{"format": "process-playground-recording", "version": 99, "app": "9.0"}', 'made by a newer version of the playground (9.0)'],
    ['no text', new Uint8Array([0xff, 0xfe, 0xfd]), 'It is not text in UTF-8.'],
  ])('that is %s is refused with a sentence, and nothing changes', async (_, text, why) => {
    const { told, opened, open } = bed();
    await open(text);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('“run.json” was not opened.');
    expect(told[0]).toContain(why);
    expect(opened).toEqual([]);
  });

  it('that is larger than a page can show is not even read', async () => {
    const { told, open } = bed();
    await open('', 'run.json', 1e9);
    expect(told[0]).toContain('larger than any recording');
  });

  it('of nothing is not saved', async () => {
    const { told, recordings } = bed();
    await recordings.save();
    await recordings.saveScenario();
    expect(told).toEqual(['There is nothing to save yet: press Run first.', 'There is nothing to save yet: press Run first.']);
  });
});

it('a file that is written in slices is the same as one that is written at once', async () => {
  for (const count of [0, 1, 300]) {
    const trace = extendTrace(emptyTrace, events.slice(0, count));
    const text = (await recordingParts({ app: '1', recording }, trace)).join('');
    expect(text).toBe(writeRecordingFile({ app: '1', recording, trace: events.slice(0, count) }));
  }
});
