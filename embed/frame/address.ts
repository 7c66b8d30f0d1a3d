/** What the address of the frame says, for pages that can only place a frame: docs/embedding.md. */
import { type EmbedPart, type EmbedSettings, type EmbedTexts, embedModes, embedParts, embedThemes } from '../../model/embed.js';
import { readAddress } from '../../model/address.js';
import { readLink } from '../../model/files/link.js';
import { benchNamed } from '../../model/benches/index.js';
import type { Speed } from '../../model/snapshot.js';
import { loadExample } from '../../src/examples.js';

export interface Given {
  /** `null`: the page around says what to show. */
  readonly texts: EmbedTexts | null;
  readonly settings: EmbedSettings;
  /** Sentences for whoever wrote the address. */
  readonly problems: readonly string[];
}

const defaults: EmbedSettings = {
  language: 'typescript',
  mode: 'mini',
  bench: 'default',
  seed: 1,
  speed: 1,
  readonly: false,
  hide: [],
  theme: 'auto',
};

/** Reads the address. Never rejects: what is wrong is said in `problems`. */
export async function readFrameAddress({ search, hash }: Pick<Location, 'search' | 'hash'>): Promise<Given> {
  const query = new URLSearchParams(search);
  const problems: string[] = [];
  const pick = <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value => {
    const given = query.get(name);
    const found = values.find((value) => value === given);
    if (given !== null && found === undefined) problems.push(`${name}=${given} is none of ${values.join(', ')}: ${otherwise} is taken.`);
    return found ?? otherwise;
  };
  const seed = Number(query.get('seed') ?? 1);
  if (!Number.isSafeInteger(seed)) problems.push(`seed=${query.get('seed')} is no whole number: 1 is taken.`);
  const speed = pick('speed', ['1', '10', '100', 'max'], '1');
  const hide = (query.get('hide') ?? '').split(/[\s,]+/).filter(Boolean);
  for (const part of hide.filter((each) => !embedParts.some((known) => known === each)))
    problems.push(`hide=${part} is none of ${embedParts.join(', ')}.`);
  const bench = query.get('bench');
  if (bench !== null && !benchNamed(bench)) problems.push(`There is no bench “${bench}”: the default one is taken.`);
  const id = query.get('example');
  const example = id === null ? null : await loadExample(id).catch(() => null);
  if (id !== null && !example) problems.push(`There is no example “${id}”, or it could not be loaded.`);
  const address = readAddress(hash);
  const link = address.type === 'link' ? readLink(address.payload) : null;
  if (link && !link.ok) problems.push(link.message);
  const shared = link?.ok ? link.shared : null;
  const origin = shared?.example === undefined ? null : await loadExample(shared.example).catch(() => null);
  const settings: EmbedSettings = {
    ...defaults,
    mode: pick('mode', embedModes, 'mini'),
    theme: pick('theme', embedThemes, 'auto'),
    speed: (speed === 'max' ? speed : Number(speed)) as Speed,
    seed: Number.isSafeInteger(seed) ? seed : 1,
    readonly: query.has('readonly'),
    hide: hide.filter((part): part is EmbedPart => embedParts.some((known) => known === part)),
    bench: (bench !== null && benchNamed(bench) ? bench : example?.bench) ?? 'default',
    ...(example ? { example: example.id } : {}),
  };
  if (shared) {
    const { bench: chosen = origin?.bench ?? 'default', seed: sown = settings.seed, speed: pace = settings.speed } = shared;
    const texts = { process: '', ...origin?.texts, ...shared.texts };
    return { texts, settings: { ...settings, bench: chosen, seed: sown, speed: pace }, problems };
  }
  return { texts: example?.texts ?? (id === null && link === null ? null : { process: '' }), settings, problems };
}
