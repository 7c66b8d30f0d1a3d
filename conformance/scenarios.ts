import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readScenarioFile, type ScenarioDocument } from '../cli/scenario-file.js';

const folder = join(import.meta.dirname, 'scenarios');

/** Chapter by chapter, every scenario of every file. */
export const chapters: ReadonlyMap<string, readonly ScenarioDocument[]> = new Map(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, files(name).flatMap(readScenarioFile)]),
);

export const scenarios: readonly ScenarioDocument[] = [...chapters.values()].flat();

/** The files of a chapter in the order of their numbers, seen from where tests are run. */
function files(chapter: string): readonly string[] {
  return readdirSync(join(folder, chapter))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => relative(process.cwd(), join(folder, chapter, name)));
}

/** `25: checkpoint() between steps pauses (2.5)`: its numbers of section 9, or else its first rule, the sentence, the other rules. */
export function titleOf({ title, rules }: ScenarioDocument): string {
  const numbers = rules.filter((rule) => rule.startsWith('scenario ')).map((rule) => rule.slice('scenario '.length));
  const others = rules.filter((rule) => !rule.startsWith('scenario '));
  const head = numbers.length > 0 ? numbers.join(', ') : others.shift();
  return `${head}: ${title}${others.length > 0 ? ` (${others.join(', ')})` : ''}`;
}
