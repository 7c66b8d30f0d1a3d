import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readLink, type ReadShared, readSharedFile } from '../model/files/link.js';
import { noTexts, wholeTexts } from '../model/files/shared-texts.js';
import type { ProcessSource } from '../model/protocol.js';
import { sharedFormat } from '../model/recording.js';
import { emptyScenario, type Scenario } from '../model/scenario.js';

const examples = path.join(import.meta.dirname, '..', 'lessons', 'examples');
const link = /#\/link\/([^/]*)$/s;

/** Whether something that a person names is a link that was shared on the page. */
export const isLink = (name: string): boolean => link.test(name);

/** Whether the text of a file says that it is what was shared on the page. */
export const isShared = (text: string): boolean => text.slice(0, 400).includes(`"${sharedFormat}"`);

/** What a link, or the text of a file that was shared, runs: with all that was done, when a run was shared with it. A text: why not. */
export function playedOfShared(given: string): { readonly source: ProcessSource; readonly scenario: Scenario } | string {
  const read: ReadShared = isLink(given) ? readLink(link.exec(given)![1]!) : readSharedFile(given);
  if (!read.ok) return read.message;
  const { example, bench, seed = 1, run } = read.shared;
  if (example !== undefined && !existsSync(path.join(examples, example))) return `There is no example "${example}" here.`;
  const text = (file: string): string => {
    const name = path.join(examples, example ?? '', file);
    return existsSync(name) ? readFileSync(name, 'utf8') : '';
  };
  const base =
    example === undefined
      ? noTexts
      : { process: text('process.ts'), data: text('data.yaml'), protocol: text('protocol.yaml'), bench: text('bench.yaml') };
  const { texts } = wholeTexts(read.shared, base);
  const ofExample = example === undefined ? undefined : (JSON.parse(text('example.json')) as { readonly bench?: string }).bench;
  const named = bench ?? ofExample;
  return {
    source: {
      language: 'typescript',
      code: texts.process,
      ...(texts.protocol.trim() === '' ? {} : { protocol: texts.protocol }),
      ...(texts.bench.trim() === '' ? {} : { bench: texts.bench }),
    },
    scenario: {
      ...emptyScenario,
      data: { text: texts.data },
      seed,
      ...(named === undefined ? {} : { bench: named }),
      ...(run === undefined ? {} : { acts: run.acts, until: run.end / 1e6, point: run.point ?? null }),
    },
  };
}
