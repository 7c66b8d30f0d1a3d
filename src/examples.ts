import type { Example } from './files/texts.js';

/** The parts of the list of examples, in the order in which they are best met. */
export const chapters = ['Whole processes', 'Halting and pausing', 'Jumping and swapping', 'Recipes', 'Devices'];

/** What an example can be about, besides its chapter. */
export const topics = [
  'Halting and cleaning up',
  'Pausing',
  'Jumping',
  'Swapping',
  'Locations and durations',
  'Diagnostics and effects',
  'Failing and retrying',
  'Blocking actions',
  'Files, mail and web',
  'Devices',
  'Several steps',
];

/** What `lessons/examples/<id>/example.json` says. */
interface About {
  readonly title: string;
  /** What it shows, in about ten words. */
  readonly summary: string;
  /** One of `chapters`. */
  readonly chapter: string;
  /** Its place in the chapter. */
  readonly order: number;
  /** Some of `topics`. */
  readonly topics: readonly string[];
  /** The name of the bench that it is for; left out: the default one. */
  readonly bench?: string;
}

export interface ExampleEntry extends About {
  readonly id: string;
}

const folder = '../lessons/examples/';
const idOf = (path: string): string => path.slice(folder.length).split('/')[0] ?? '';

const about = import.meta.glob<About>('../lessons/examples/*/example.json', { eager: true, import: 'default' });
const texts = import.meta.glob<string>('../lessons/examples/*/{process.ts,data.yaml,protocol.yaml,bench.yaml}', {
  query: '?raw',
  import: 'default',
});

/** Every example there is, chapter by chapter. This module is loaded when somebody is about to choose one. */
export const exampleEntries: readonly ExampleEntry[] = Object.entries(about)
  .map(([path, about]) => ({ ...about, id: idOf(path) }))
  .sort((a, b) => chapters.indexOf(a.chapter) - chapters.indexOf(b.chapter) || a.order - b.order);

/** Loads the texts of an example; `null` if there is none of that name. Rejects when the network is gone. */
export async function loadExample(id: string): Promise<Example | null> {
  const entry = exampleEntries.find((example) => example.id === id);
  if (!entry) return null;
  const read = async (file: string): Promise<string> => (await texts[`${folder}${id}/${file}`]?.()) ?? '';
  const files = ['process.ts', 'data.yaml', 'protocol.yaml', 'bench.yaml'] as const;
  const [process, data, protocol, bench] = (await Promise.all(files.map(read))) as [string, string, string, string];
  return {
    id,
    title: entry.title,
    texts: { process, data, protocol, bench },
    ...(entry.bench === undefined ? {} : { bench: entry.bench }),
  };
}
