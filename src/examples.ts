import type { Example } from './files/texts.js';

/** What `lessons/examples/<id>/example.json` says. */
interface About {
  readonly title: string;
  readonly summary: string;
  readonly order: number;
  /** The name of the bench that it is for; left out: the default one. */
  readonly bench?: string;
}

export interface ExampleEntry extends About {
  readonly id: string;
}

const folder = '../lessons/examples/';
const idOf = (path: string): string => path.slice(folder.length).split('/')[0] ?? '';

const about = import.meta.glob<About>('../lessons/examples/*/example.json', { eager: true, import: 'default' });
const texts = import.meta.glob<string>('../lessons/examples/*/{process.ts,data.yaml,protocol.yaml}', { query: '?raw', import: 'default' });
/** The texts that stand in the editor on the first visit: part of the first load of the page, unlike the others. */
const firstTexts = import.meta.glob<string>('../lessons/examples/timer/{process.ts,data.yaml}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Every example there is, in the order in which they are best met. */
export const exampleEntries: readonly ExampleEntry[] = Object.entries(about)
  .map(([path, about]) => ({ ...about, id: idOf(path) }))
  .sort((a, b) => a.order - b.order);

const firstId = 'timer';

export const firstExample: Example = {
  id: firstId,
  title: exampleEntries.find(({ id }) => id === firstId)?.title ?? firstId,
  texts: {
    process: firstTexts[`${folder}${firstId}/process.ts`] ?? '',
    data: firstTexts[`${folder}${firstId}/data.yaml`] ?? '',
    protocol: '',
  },
};

/** Loads the texts of an example; `null` if there is none of that name. Rejects when the network is gone. */
export async function loadExample(id: string): Promise<Example | null> {
  if (id === firstId) return firstExample;
  const entry = exampleEntries.find((example) => example.id === id);
  if (!entry) return null;
  const read = async (file: string): Promise<string> => (await texts[`${folder}${id}/${file}`]?.()) ?? '';
  const [process, data, protocol] = await Promise.all([read('process.ts'), read('data.yaml'), read('protocol.yaml')]);
  return { id, title: entry.title, texts: { process, data, protocol }, ...(entry.bench === undefined ? {} : { bench: entry.bench }) };
}
