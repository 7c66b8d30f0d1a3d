import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TraceEvent } from '../model/events.js';
import type { ExampleCard } from '../model/example-card.js';
import { runPicture } from '../model/run-picture.js';
import { examplesFolder, playExample } from './example.js';
import { usedNames } from './used-names.js';

/** The file with the card of an example. */
export function cardFile(id: string): string {
  return join(examplesFolder, id, 'card.json');
}

/** The card of an example as it stands in its file: from its code, and from the run of its `scenario.json`. */
export function cardOfExample(id: string): string {
  const { devices, names } = usedNames(readFileSync(join(examplesFolder, id, 'process.ts'), 'utf8'));
  const nodes = names.map((name) => name.split('.').slice(0, 2).join('.')).filter((name) => devices.includes(name.split('.')[0]!));
  const events: TraceEvent[] = [];
  playExample({ id, name: 'scenario' }, { devices: true, onEvent: (event) => events.push(event) });
  const card: ExampleCard = { devices, names, picture: runPicture(events, nodes) };
  return `${JSON.stringify(card)}\n`;
}
