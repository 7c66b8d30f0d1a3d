// npm run examples: writes the trace that each example gives to its folder. Read what has changed before you commit it.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesFolder, traceOfExample } from './example.js';

for (const id of readdirSync(examplesFolder)) {
  const trace = traceOfExample(id);
  writeFileSync(join(examplesFolder, id, 'expected.jsonl'), trace);
  process.stdout.write(`${id}: ${trace.split('\n').length - 1} lines\n`);
}
