import { embedModes, embedParts, embedThemes } from '../model/embed.js';
import type { Json } from '../model/json.js';
import { infoWords, type InfoWord } from './info-words.js';
import { timed, WrongOption, yamlValue } from './timed-option.js';

/** What stands behind ` ```ts playground `: how the embedded playground is shown, and the run that is recorded of it. */
export interface PlaygroundInfo {
  /** What the trace of the example is called beside the document; `null`: by its number on the page. */
  readonly name: string | null;
  /** Attributes of the element, as they were written; a flag has an empty value. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The data document of the process; `null`: it takes none. */
  readonly data: string | null;
  /** Virtual seconds of the recorded run at which the reader sees it first; `null`: its end. */
  readonly at: number | null;
  /** The members of the scenario of the recorded run, as `simulate --scenario` reads them. */
  readonly scenario: Readonly<Record<string, Json>>;
}

export type InfoResult =
  | { readonly type: 'other' }
  | { readonly type: 'wrong'; readonly problem: string }
  | { readonly type: 'playground'; readonly info: PlaygroundInfo };

/** What is wrong with a value, or `null`. */
type Check = (value: string) => string | null;

const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value) ? null : `it must be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
const matches =
  (pattern: RegExp, what: string): Check =>
  (value) =>
    pattern.test(value) ? null : `it must be ${what}`;
const parts: Check = (value) =>
  value.split(' ').every((part) => embedParts.some((known) => known === part))
    ? null
    : `it must be some of ${embedParts.join(', ')}, with spaces between them`;
const anything: Check = () => null;
const seconds = /^\d+(\.\d+)?$/;

/** Options that the element gets as attributes. `null`: a flag, which has no value. */
const attributeChecks: Readonly<Record<string, Check | null>> = {
  mode: oneOf(...embedModes),
  bench: matches(/\S/, 'the name of a bench'),
  seed: matches(/^-?\d{1,15}$/, 'a whole number'),
  speed: oneOf('1', '10', '100', 'max'),
  theme: oneOf(...embedThemes),
  height: matches(/^(\d{2,4}|all)$/, 'a number of pixels, or all'),
  hide: parts,
  autorun: null,
  readonly: null,
};

/** Options about the recorded run. */
const runChecks: Readonly<Record<string, Check>> = {
  name: matches(/^[a-z0-9][a-z0-9-]{0,79}$/, 'a name of small letters, digits and hyphens'),
  data: anything,
  point: anything,
  at: matches(seconds, 'a number of seconds, as in at=12'),
  until: matches(seconds, 'a number of seconds, as in until=600'),
  request: anything,
  fault: anything,
};
const known = [...Object.keys(attributeChecks), ...Object.keys(runChecks)];
const repeatable = ['request', 'fault'];

/** Reads the info string of a fenced block. `other`: it is no playground, and none of our business. Never throws. */
export function readInfo(text: string): InfoResult {
  // Another kind of block may have any info string at all.
  if (!/^\s*\S+\s+playground(\s|$)/.test(text)) return { type: 'other' };
  const read = infoWords(text);
  if (!read.ok) return { type: 'wrong', problem: read.problem };
  const [language, , ...options] = read.words;
  if (language?.key !== 'ts' && language?.key !== 'typescript')
    return { type: 'wrong', problem: `A playground runs TypeScript: write ts playground, not ${language?.key} playground.` };
  try {
    return { type: 'playground', info: infoOf(options) };
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error;
    return { type: 'wrong', problem: error.message };
  }
}

function infoOf(options: readonly InfoWord[]): PlaygroundInfo {
  for (const [index, option] of options.entries()) check(option, options.slice(0, index));
  const value = (key: string): string | null => options.find((option) => option.key === key)?.value ?? null;
  const all = (key: 'request' | 'fault') => options.filter((option) => option.key === key).map((option) => timed(key, option.value ?? ''));
  const number = (key: string): number | null => (value(key) === null ? null : Number(value(key)));
  const point = value('point');
  const requests = all('request');
  const faults = all('fault');
  const scenario = {
    data: value('data'),
    point: point === null ? null : yamlValue('point', point),
    seed: number('seed'),
    bench: value('bench'),
    until: number('until'),
    requests: requests.length > 0 ? requests : null,
    faults: faults.length > 0 ? faults : null,
  };
  return {
    name: value('name'),
    attributes: Object.fromEntries(
      options.filter(({ key }) => Object.hasOwn(attributeChecks, key)).map(({ key, value }) => [key, value ?? '']),
    ),
    data: value('data'),
    at: number('at'),
    scenario: Object.fromEntries(Object.entries(scenario).filter(([, member]) => member !== null)),
  };
}

function check({ key, value }: InfoWord, before: readonly InfoWord[]): void {
  if (!known.includes(key)) throw new WrongOption(`There is no option ${key}: there are ${known.join(', ')}.`);
  if (!repeatable.includes(key) && before.some((option) => option.key === key)) throw new WrongOption(`The option ${key} is there twice.`);
  const fits = attributeChecks[key] ?? runChecks[key] ?? null;
  if (fits === null) {
    if (value !== null) throw new WrongOption(`The option ${key} takes no value: write ${key} alone.`);
    return;
  }
  if (value === null) throw new WrongOption(`The option ${key} needs a value: write ${key}="…".`);
  const problem = fits(value);
  if (problem !== null) throw new WrongOption(`The option ${key} is wrong: ${problem}, not ${value === '' ? 'nothing' : value}.`);
}
