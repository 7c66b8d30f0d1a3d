// npm run examples: writes the traces that each example gives to its folder, and its card for the gallery. Read what has changed before you commit it.
import { writeFileSync } from 'node:fs';
import { cardFile, cardOfExample } from './example-card.js';
import { exampleIds, exampleScenarios, traceOfExample } from './example.js';

for (const scenario of exampleScenarios()) {
  const trace = traceOfExample(scenario);
  writeFileSync(scenario.traceFile, trace);
  process.stdout.write(`${scenario.id}, ${scenario.name}: ${trace.split('\n').length - 1} lines\n`);
}
for (const id of exampleIds()) writeFileSync(cardFile(id), cardOfExample(id));
