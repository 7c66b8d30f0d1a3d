// npm run examples: writes the traces that each example gives to its folder. Read what has changed before you commit it.
import { writeFileSync } from 'node:fs';
import { exampleScenarios, traceOfExample } from './example.js';

for (const scenario of exampleScenarios()) {
  const trace = traceOfExample(scenario);
  writeFileSync(scenario.traceFile, trace);
  process.stdout.write(`${scenario.id}, ${scenario.name}: ${trace.split('\n').length - 1} lines\n`);
}
