import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardFile, cardOfExample } from '../cli/example-card.js';
import { exampleIds, exampleScenarios, traceOfExample } from '../cli/example.js';

describe('the examples', () => {
  it.each(exampleScenarios())('$id gives the trace in its folder: $name', (scenario) => {
    expect(traceOfExample(scenario)).toBe(readFileSync(scenario.traceFile, 'utf8'));
  });

  it.each(exampleIds())('%s has the card in its folder that its code and its run give', (id) => {
    expect(cardOfExample(id)).toBe(readFileSync(cardFile(id), 'utf8'));
  });
});
