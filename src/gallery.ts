import type { ExampleCard } from '../model/example-card.js';
import { paint } from './editor/highlight.js';
import { tokenizePython } from './editor/tokenize-python.js';
import { tokenizeTypeScript } from './editor/tokenize-typescript.js';
import { chapters, exampleEntries, loadExample, topics } from './examples.js';
import type { Defect, DocumentBlock, Gallery, GalleryEntry } from './library/entry.js';

/** What `lessons/document/<number>-<name>/about.json` says of a code block of the document. */
interface AboutBlock {
  readonly title: string;
  readonly chapter: string;
  /** Of the document. */
  readonly lines: readonly [first: number, last: number];
  readonly shows: string;
  readonly defects: readonly Defect[];
  readonly corrected: string;
  /** The id of the example that is its corrected form. */
  readonly example: string;
}

/** Under this one stand the blocks themselves, and their corrected forms. */
const document = 'The document’s examples';

const cards = import.meta.glob<ExampleCard>('../lessons/examples/*/card.json', { eager: true, import: 'default' });
const abouts = import.meta.glob<AboutBlock>('../lessons/document/*/about.json', { eager: true, import: 'default' });
const printed = import.meta.glob<string>('../lessons/document/*/printed.py', { eager: true, query: '?raw', import: 'default' });

/** The blocks in the order of the document; their folders are numbered. */
const blocksInOrder = Object.entries(abouts)
  .sort(([one], [other]) => one.localeCompare(other))
  .map(([path, about], index) => ({
    ...about,
    number: index + 1,
    printed: (printed[path.replace('about.json', 'printed.py')] ?? '').trimEnd(),
  }));

const entries: readonly GalleryEntry[] = exampleEntries.map(({ id, title, summary, chapter, topics }) => {
  const { devices, names, picture } = cards[`../lessons/examples/${id}/card.json`]!;
  const block = blocksInOrder.find(({ example }) => example === id)?.number ?? null;
  return {
    id,
    title,
    summary,
    chapter,
    picture,
    block,
    devices,
    topics: block === null ? topics : [...topics, document],
    words: [id, title, summary, chapter, ...topics, ...devices, ...names],
  };
});

const blocks: readonly DocumentBlock[] = blocksInOrder.map((about) => {
  const example = entries.find(({ id }) => id === about.example)!;
  const defects = about.defects.toSorted((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity));
  return {
    ...about,
    defects,
    example,
    topics: [document],
    devices: example.devices,
    words: [about.title, about.chapter, about.shows, about.printed, ...about.defects.flatMap(({ what, why }) => [what, why])],
  };
});

/** Everything that the gallery shows. This module is loaded when it is opened. */
export const gallery: Gallery = {
  chapters,
  topics: [...topics, document],
  entries,
  blocks,
  code: async (id) => (await loadExample(id))?.texts.process ?? '',
  paint: (text, language) => paint(text, language === 'python' ? tokenizePython : tokenizeTypeScript),
};
