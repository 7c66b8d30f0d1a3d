import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultBench } from '../model/benches/default.js';
import { everythingBench } from '../model/benches/everything.js';
import type { ExampleCard } from '../model/example-card.js';
import { cardFile, cardOfExample } from '../cli/example-card.js';
import { exampleIds, exampleScenarios, traceOfExample } from '../cli/example.js';

describe('the examples', () => {
  it.each(exampleScenarios())('$id gives the trace in its folder: $name', (scenario) => {
    expect(traceOfExample(scenario)).toBe(readFileSync(scenario.traceFile, 'utf8'));
  });

  it.each(exampleIds())('%s has the card in its folder that its code and its run give', (id) => {
    expect(cardOfExample(id)).toBe(readFileSync(cardFile(id), 'utf8'));
  });

  it('use every kind of device there is, and every service', () => {
    const used = new Set(exampleIds().flatMap((id) => (JSON.parse(readFileSync(cardFile(id), 'utf8')) as ExampleCard).devices));
    const devices = [everythingBench, defaultBench].flatMap((bench) => bench.devices);
    const kinds = new Set(devices.filter(({ name }) => used.has(name)).map(({ type }) => type));
    // A sample has no cable: it is what the others act upon.
    expect(devices.map(({ type }) => type).filter((type) => !kinds.has(type) && type !== 'sample')).toEqual([]);
    expect([...used]).toEqual(expect.arrayContaining(['blocking', 'files', 'mail', 'web']));
  });
});
