import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examplesFolder, traceOfExample } from '../cli/example.js';

describe('the examples', () => {
  it.each(readdirSync(examplesFolder))('%s gives the trace in its folder', (id) => {
    expect(traceOfExample(id)).toBe(readFileSync(join(examplesFolder, id, 'expected.jsonl'), 'utf8'));
  });
});
