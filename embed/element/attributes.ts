import {
  type EmbedMode,
  type EmbedPart,
  type EmbedSettings,
  type EmbedState,
  type EmbedTheme,
  embedLanguages,
  embedModes,
  embedParts,
  embedThemes,
  type RecordedState,
} from '../../model/embed.js';
import type { Speed } from '../../model/snapshot.js';

/** The state before the first run. */
export const readyState: EmbedState = {
  state: 'Ready',
  now: 0,
  line: null,
  left: 'Not running',
  progress: null,
  location: [],
  devices: [],
  failure: null,
};

/** What the attributes of the element say. What one says that means nothing is told to `problem` in a sentence, and is as if it were not there. */
export function readSettings(host: Element, problem: (sentence: string) => void): EmbedSettings {
  const pick = <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value => {
    const given = host.getAttribute(name);
    if (given === null || values.includes(given as Value)) return (given as Value | null) ?? otherwise;
    problem(`${name}="${given}" is none of ${values.join(', ')}: ${otherwise} is taken.`);
    return otherwise;
  };
  const seed = Number(host.getAttribute('seed') ?? 1);
  if (!Number.isSafeInteger(seed)) problem(`seed="${host.getAttribute('seed')}" is no whole number: 1 is taken.`);
  const speed = pick('speed', ['1', '10', '100', 'max'], '1');
  const lang = host.getAttribute('lang') ?? '';
  if (lang !== '' && !/^(ts|typescript|en.*)$/i.test(lang))
    problem(`lang="${lang}" cannot be run here: only ${embedLanguages.join()} can.`);
  const parts = (host.getAttribute('hide') ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = parts.find((part) => !embedParts.includes(part as EmbedPart));
  if (unknown) problem(`hide="${unknown}" is none of ${embedParts.join(', ')}.`);
  const example = host.getAttribute('example');
  return {
    language: 'typescript',
    mode: pick<EmbedMode>('mode', embedModes, 'mini'),
    bench: host.getAttribute('bench') ?? 'default',
    seed: Number.isSafeInteger(seed) ? seed : 1,
    speed: (speed === 'max' ? speed : Number(speed)) as Speed,
    readonly: host.hasAttribute('readonly'),
    hide: parts as EmbedPart[],
    theme: pick<EmbedTheme>('theme', embedThemes, 'auto'),
    ...(example === null ? {} : { example }),
  };
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = <Item>(value: unknown, read: (item: never) => Item): Item[] =>
  Array.isArray(value) ? value.map((item) => read((item ?? {}) as never)) : [];

/** A recorded state, as it may stand in somebody's page. Throws when it is none. */
export function readRecorded(text: string): EmbedState {
  const raw = JSON.parse(text) as RecordedState;
  if (typeof raw !== 'object' || raw === null) throw new Error('it is no object');
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return {
    state: words(raw.state) || readyState.state,
    now: number(raw.now) ?? 0,
    line: number(raw.line),
    left: words(raw.left),
    progress: number(raw.progress),
    location: list(raw.location, ([label, value]: [unknown, unknown]) => [words(label), words(value)] as const),
    devices: list(raw.devices, ({ label, headline, note }: Record<string, unknown>) => ({
      label: words(label),
      headline: words(headline),
      note: words(note),
    })),
    failure: words(raw.failure) || null,
  };
}
