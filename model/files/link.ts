/** What somebody shares of a playground, as a link carries it and as a file holds it. */
import * as v from 'valibot';
import type { Json } from '../json.js';
import { sharedFormat, type TimedAct } from '../recording.js';
import type { Speed } from '../snapshot.js';
import { pack, unpack } from './link-bytes.js';
import { problem } from './problem.js';
import { recordedRun } from './recording-schema.js';

/** Of the links and files that are written now. */
export const linkVersion = 1;

/** A run that was recorded: what was done to the texts that are shared with it. */
export interface SharedRun {
  readonly acts: readonly TimedAct[];
  /** How far it went, in whole virtual microseconds. */
  readonly end: number;
  /** Where it began; left out: at the beginning. */
  readonly point?: Json;
}

/** What is shared. What is left out is as it is by itself: seed 1, speed 1, a clock that is not held. */
export interface Shared {
  /** The example that it started from, by the name of its folder: texts that are left out are those of it. Left out: none, and they are empty. */
  readonly example?: string;
  /** `sumOfTexts` of those that are left out because they are those of the example. */
  readonly same?: string;
  readonly texts?: { readonly process?: string; readonly data?: string; readonly protocol?: string; readonly bench?: string };
  /** The name of the bench that was chosen; left out: that of the example, or the default one. */
  readonly bench?: string;
  readonly seed?: number;
  readonly speed?: Speed;
  readonly held?: true;
  readonly run?: SharedRun;
}

export type ReadShared = { readonly ok: true; readonly shared: Shared } | { readonly ok: false; readonly message: string };

const optional = v.exactOptional;
/** As long as any file that can be opened. Of the signs that control a terminal only tabs and line ends are text. */
const text = v.pipe(
  v.string('it must be a text'),
  v.maxLength(1_000_000, 'it must be a text of at most 1,000,000 characters'),
  v.regex(/^[^\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$/, 'it must hold text alone, without control characters'),
);
const name = (pattern: RegExp) => v.pipe(v.string('it must be a name'), v.regex(pattern, 'it must be a name'));

const shared = v.strictObject({
  example: optional(name(/^[a-z0-9][a-z0-9-]{0,79}$/)),
  same: optional(name(/^[A-Za-z0-9_-]{4}$/)),
  texts: optional(v.strictObject({ process: optional(text), data: optional(text), protocol: optional(text), bench: optional(text) })),
  bench: optional(name(/^[A-Za-z0-9][A-Za-z0-9 _-]{0,79}$/)),
  seed: optional(v.pipe(v.number('it must be a whole number'), v.safeInteger('it must be a whole number'))),
  speed: optional(v.picklist([1, 10, 100, 'max'], 'it must be 1, 10, 100 or "max"')),
  held: optional(v.literal(true, 'it must be true, or left out')),
  run: optional(recordedRun),
}) satisfies v.GenericSchema<unknown, Shared>;

/** What stands in the address behind `#/link/`. */
export function writeLink(state: Shared): string {
  return `${linkVersion}.${pack(JSON.stringify(state))}`;
}

/** The text of a file with the same. */
export function writeSharedFile(state: Shared): string {
  return `${JSON.stringify({ format: sharedFormat, version: linkVersion, ...state }, null, 2)}\n`;
}

const kept = 'Your texts are as they were.';
const refuse = (message: string): ReadShared => ({ ok: false, message: `${message} ${kept}` });
const newer = (what: string, version: number): ReadShared =>
  refuse(
    `${what} was made by a newer version of the playground: its format is ${version}, and this page knows those up to ${linkVersion}. Reload the page to get the newest version, and open it again.`,
  );

/** Signs that programs take for a part of a link that they stand behind. */
const trail = /[).,:;!?'"»”’>\]}*_]*$/;

/** What a link carries, or why it cannot be opened, in sentences for people. Never throws. */
export function readLink(payload: string): ReadShared {
  const [, digits = '', packed = ''] = /^(\d{1,6})\.(.*)$/s.exec(payload) ?? [];
  if (digits === '') return refuse('This link is damaged: it does not say which version it is. Copy it once more, as a whole.');
  if (Number(digits) > linkVersion) return newer('This link', Number(digits));
  const unpacked = unpack(packed);
  const read = unpacked.ok || unpacked.why === 'too-large' ? unpacked : unpack(packed.replace(trail, ''));
  if (!read.ok)
    return refuse(
      read.why === 'too-large'
        ? 'This link holds more than a playground can: it was not opened.'
        : 'This link is damaged: a part of it is missing, or was changed on the way. Copy it once more, as a whole.',
    );
  return check(objectIn(read.text), 'This link');
}

/** The same for the text of a file. */
export function readSharedFile(text: string): ReadShared {
  const raw = objectIn(text);
  if (raw?.['format'] !== sharedFormat) return refuse('This file is damaged, or it is not what was shared of a Process Playground.');
  const { format: _, version, ...state } = raw;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse('This file is damaged: it does not say which version of the format it is.');
  return version > linkVersion ? newer('This file', version) : check(state, 'This file');
}

/** What a text holds as JSON, when that is an object. */
function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const raw: unknown = JSON.parse(text);
    return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

function check(raw: object | null, what: string): ReadShared {
  if (raw === null) return refuse(`${what} is damaged: what it holds is no state of a playground.`);
  const result = safely(raw);
  if (result === null) return refuse(`${what} is damaged: something in it has no end.`);
  if (!result.success) return refuse(`${what} is damaged. ${problem(result.issues[0], 'what it holds')}`);
  return { ok: true, shared: result.output };
}

/** Endlessly deep input makes the parser itself give up. */
function safely(raw: object): v.SafeParseResult<typeof shared> | null {
  try {
    return v.safeParse(shared, raw, { abortEarly: true, abortPipeEarly: true });
  } catch {
    return null;
  }
}
