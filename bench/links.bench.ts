/** How long the links to the examples are: untouched, with their code changed, and with a run. Prints numbers; nothing is timed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type SharedRun, writeLink } from '../model/files/link.js';
import { differingTexts } from '../model/files/shared-texts.js';

const folder = path.join(import.meta.dirname, '..', 'lessons', 'examples');
/** Of a page that is hosted somewhere. */
const address = 'https://example.org/playground/#/link/';

const read = (id: string, file: string): string => {
  const name = path.join(folder, id, file);
  return existsSync(name) ? readFileSync(name, 'utf8') : '';
};
const run: SharedRun = {
  acts: [
    { at: 4_200_000, act: { type: 'request', what: { type: 'pause' } } },
    { at: 9_700_000, act: { type: 'request', what: { type: 'resume' } } },
    { at: 15_300_000, act: { type: 'request', what: { type: 'jump', point: { progress: 0.9 } } } },
    { at: 21_000_000, act: { type: 'request', what: { type: 'halt' } } },
  ],
  end: 21_000_000,
};

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, index) => (index === 0 ? String(cell).padEnd(18) : String(cell).padStart(14))).join('');
const lines = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const base = {
      process: read(name, 'process.ts'),
      data: read(name, 'data.yaml'),
      protocol: read(name, 'protocol.yaml'),
      bench: read(name, 'bench.yaml'),
    };
    const changed = { ...base, process: `// changed\n${base.process}` };
    const length = (state: Parameters<typeof writeLink>[0]): number => address.length + writeLink(state).length;
    const all = Object.fromEntries(Object.entries(base).filter(([, text]) => text !== ''));
    return [
      name,
      base.process.length,
      length({ example: name, ...differingTexts(base, base), seed: 7 }),
      length({ example: name, ...differingTexts(changed, base) }),
      length({ texts: all }),
      length({ example: name, ...differingTexts(changed, base), run }),
    ] as const;
  });
process.stdout.write(`${row(['example', 'code', 'another seed', 'code changed', 'everything', 'with a run'])}\n`);
for (const line of lines) process.stdout.write(`${row(line)}\n`);
const longest = Math.max(...lines.map(([, , , changed]) => changed));
process.stdout.write(`\nThe longest with its code changed: ${longest} characters.\n`);
