import type { EmbedPart, EmbedSettings, EmbedState, RecordedState } from '../../model/embed.js';
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

const speeds: readonly unknown[] = [10, 100, 'max'];

/** What the attributes of the element say. What means nothing is as if it were not there; the live part says so (problems.ts). */
export function readSettings(host: Element): EmbedSettings {
  const get = (name: string): string | undefined => host.getAttribute(name) ?? undefined;
  const speed = get('speed') === 'max' ? 'max' : Number(get('speed'));
  const seed = Number(get('seed') ?? 1);
  const [mode, theme, example] = [get('mode'), get('theme'), get('example')];
  return {
    language: 'typescript',
    mode: mode === 'static' || mode === 'bench' || mode === 'full' ? mode : 'mini',
    bench: get('bench') ?? 'default',
    seed: Number.isSafeInteger(seed) ? seed : 1,
    speed: (speeds.includes(speed) ? speed : 1) as Speed,
    readonly: host.hasAttribute('readonly'),
    hide: partsOf(host) as EmbedPart[],
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    ...(example ? { example } : {}),
  };
}

/** As they stand in the attribute `hide`. */
export const partsOf = (host: Element): readonly string[] => (host.getAttribute('hide') ?? '').split(/[\s,]+/).filter(Boolean);

/** A recorded state, as it may stand in somebody's page: what it leaves out is as before a run. Throws when it is none. */
export function readRecorded(text: string): EmbedState {
  const { location, devices, ...rest } = JSON.parse(text) as RecordedState;
  return { ...readyState, ...rest, location: [...(location ?? [])], devices: [...(devices ?? [])] };
}
