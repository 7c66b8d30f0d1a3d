/** The file in which people keep a run: what it was made from, what was done to it, and what came of that. */
import * as v from 'valibot';
import type { TraceEvent } from '../events.js';
import { type Recording, recordingFormat } from '../recording.js';
import { problem } from './problem.js';
import { recording } from './recording-schema.js';

/** Of the files that are written now. */
export const recordingVersion = 1;

/** A run that was kept. */
export interface RecordingFile {
  /** Which version of the playground made it. */
  readonly app: string;
  readonly recording: Recording;
  /** Its events, from the first one on. Read loosely: that each is an event at an instant; whoever shows more of them checks more. */
  readonly trace: readonly TraceEvent[];
}

export type ReadRecording = { readonly ok: true; readonly file: RecordingFile } | { readonly ok: false; readonly message: string };

/** The text of a file; an event a line, so that two of them can be compared. */
export function writeRecordingFile({ app, recording, trace }: RecordingFile): string {
  const head = JSON.stringify({ format: recordingFormat, version: recordingVersion, app, recording }, null, 2).slice(0, -2);
  const lines = trace.map((event) => `    ${JSON.stringify(event)}`).join(',\n');
  return `${head},\n  "trace": [${lines === '' ? '' : `\n${lines}\n  `}]\n}\n`;
}

const event = v.looseObject({ t: v.pipe(v.number(), v.finite()), event: v.string(), step: v.exactOptional(v.string()) });
const shape = v.strictObject({
  format: v.string(),
  version: v.number(),
  app: v.pipe(v.string('it must be a text'), v.maxLength(200, 'it must be a text of at most 200 characters')),
  recording,
  trace: v.pipe(v.array(event, 'it must be a list of events'), v.maxLength(1_500_000, 'it must be a list of at most 1,500,000 events')),
});

/** Makes what one version wrote into what the next one writes; by the version that it was. There is one version so far. */
const migrations: Readonly<Record<number, (raw: object) => object>> = {};

/** What the text of a file holds, or why it cannot be opened, in sentences for people. */
export function readRecordingFile(text: string): ReadRecording {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse(
      'This file is not a recording, or it is damaged: it is not whole JSON. Save the recording once more, or choose another file.',
    );
  }
  if (typeof raw !== 'object' || raw === null || !('format' in raw) || raw.format !== recordingFormat)
    return refuse('This file is not a recording of the Process Playground. Choose a file that was saved with Save recording.');
  const version = 'version' in raw ? raw.version : null;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse('This recording is damaged: it does not say which version of the format it is. Save it once more.');
  if (version > recordingVersion) return refuse(tooNew('app' in raw ? raw.app : null, version));
  const migrated = migrate(raw, version);
  if (migrated === null)
    return refuse(`This recording was made by an older version of the playground (format ${version}), which cannot be opened any more.`);
  const result = safely(migrated);
  if (result === null) return refuse('This recording is damaged: something in it has no end.');
  if (!result.success) return refuse(`This recording is damaged. ${problem(result.issues[0], 'the recording')}`);
  const { app, recording, trace } = result.output;
  // What an event of each kind has besides is for those to check who look at it.
  return { ok: true, file: { app, recording, trace: trace as unknown as readonly TraceEvent[] } };
}

function tooNew(app: unknown, version: number): string {
  const by = typeof app === 'string' && app !== '' ? ` (${app.slice(0, 50)})` : '';
  return `This recording was made by a newer version of the playground${by}: its format is ${version}, and this page knows those up to ${recordingVersion}. Reload the page to get the newest version, and open it again.`;
}

function migrate(raw: object, version: number): object | null {
  let migrated: object = raw;
  for (let from = version; from < recordingVersion; from++) {
    const step = migrations[from];
    if (step === undefined) return null;
    migrated = { ...step(migrated), version: from + 1 };
  }
  return migrated;
}

/** Endlessly deep input makes the parser itself give up. */
function safely(raw: object): v.SafeParseResult<typeof shape> | null {
  try {
    return v.safeParse(shape, raw, { abortEarly: true, abortPipeEarly: true });
  } catch {
    return null;
  }
}

const refuse = (message: string): ReadRecording => ({ ok: false, message });
