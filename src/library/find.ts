/** What the gallery can be searched for. */
export interface Findable {
  /** Everything that is searched, in any order. */
  readonly words: readonly string[];
  readonly topics: readonly string[];
  readonly devices: readonly string[];
}

/** What somebody looks for; an empty text: anything. */
export interface Wanted {
  readonly typed: string;
  readonly topic: string;
  readonly device: string;
}

export const anything: Wanted = { typed: '', topic: '', device: '' };

/** Those that have the topic and the device, and every word that was typed somewhere, in their order. */
export function find<Entry extends Findable>(entries: readonly Entry[], { typed, topic, device }: Wanted): readonly Entry[] {
  const wanted = typed.split(/\s+/).map(plain).filter(Boolean);
  return entries.filter((entry) => {
    if (topic !== '' && !entry.topics.includes(topic)) return false;
    if (device !== '' && !entry.devices.includes(device)) return false;
    const text = entry.words.map(plain).join('\n');
    return wanted.every((word) => text.includes(word));
  });
}

/** Each value once with how many entries have it, in the order given; others behind. */
export function counted<Entry>(
  entries: readonly Entry[],
  valuesOf: (entry: Entry) => readonly string[],
  order: readonly string[] = [],
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>(order.map((value) => [value, 0]));
  for (const value of entries.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].flatMap(([value, count]) => (count === 0 ? [] : [{ value, count }]));
}

/** Letters alone: `send_location` finds `sendLocation`, `uL` finds `µl`, and `sendLocation()` what is called that. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|[_()]/gu, '')
    .replace(/[µμ]/g, 'u')
    .replace(/[’‘]/g, "'");
}
