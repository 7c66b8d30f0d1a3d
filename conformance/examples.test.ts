import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleScenarios, traceOfExample } from '../cli/example.js';

describe('the examples', () => {
  it.each(exampleScenarios())('$id gives the trace in its folder: $name', (scenario) => {
    expect(traceOfExample(scenario)).toBe(readFileSync(scenario.traceFile, 'utf8'));
  });
});
