import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TraceEvent } from '../model/events.js';
import { simulate } from '../worker/simulate.js';
import { readScenario } from './read-scenario.js';

/** The folder with the examples: each has a process, a data document, perhaps a protocol, a scenario and the trace that it must give. */
export const examplesFolder = join(import.meta.dirname, '..', 'lessons', 'examples');

/** The trace of an example under its scenario, one JSON object a line: what stands in its `expected.jsonl`. */
export function traceOfExample(id: string): string {
  const text = (name: string) => readFileSync(join(examplesFolder, id, name), 'utf8');
  const events: TraceEvent[] = [];
  const scenario = { ...readScenario(text('scenario.json')), data: { text: text('data.yaml') } };
  const protocol = existsSync(join(examplesFolder, id, 'protocol.yaml')) ? { protocol: text('protocol.yaml') } : {};
  simulate({ language: 'typescript', code: text('process.ts'), ...protocol }, scenario, { onEvent: (event) => events.push(event) });
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}
