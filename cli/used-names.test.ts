import { describe, expect, it } from 'vitest';
import { benches } from '../model/benches/index.js';
import { cardFile } from './example-card.js';
import { exampleIds } from './example.js';
import { readFileSync } from 'node:fs';
import { usedNames } from './used-names.js';
import type { ExampleCard } from '../model/example-card.js';

const code = `
import * as automancer from 'automancer';
import * as asyncio from 'asyncio';
import { blocking, NodeUnavailableError, pump, watch } from 'hardware';

// await thermostat.readout.read() in a comment counts for nothing, nor does it in a text.
export default async function p(context: automancer.ProcessContext<unknown, unknown>) {
  context.sendLocation({ text: 'context.checkpoint()' });
  await automancer.shield(asyncio.toThread(() => new blocking.SMTP().quit()));
  try {
    await pump.flow.write((await pump.dispensed.read()).plus('1 µl'));
  } catch (error) {
    if (!(error instanceof NodeUnavailableError)) throw error;
  }
}`;

describe('the names that a process uses', () => {
  it('are those in its code, each once, with the modules under their usual names', () => {
    expect(usedNames(`${code}\n`)).toEqual({
      devices: ['blocking', 'pump', 'mail'],
      names: [
        'NodeUnavailableError',
        'watch',
        'context.sendLocation',
        'am.shield',
        'asyncio.toThread',
        'blocking.SMTP',
        'pump.flow.write',
        'pump.dispensed.read',
      ],
    });
  });

  it('cannot be had of a text that is no code', () => {
    expect(() => usedNames('export default async function (')).toThrow();
  });

  it('hold as devices only what a bench or a service is called', () => {
    const known = new Set(['blocking', 'files', 'mail', 'web', ...benches.flatMap(({ devices }) => devices.map(({ name }) => name))]);
    const cards = exampleIds().map((id) => JSON.parse(readFileSync(cardFile(id), 'utf8')) as ExampleCard);
    expect(cards.flatMap(({ devices }) => devices).filter((name) => !known.has(name))).toEqual([]);
  });
});
