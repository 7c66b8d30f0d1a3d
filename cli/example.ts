import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { TraceEvent } from '../model/events.js';
import { simulate, type SimulateOptions } from '../worker/simulate.js';
import { readScenario } from './read-scenario.js';

/** The folder with the examples: each has a process, a data document, perhaps a protocol, and scenarios with the traces that they must give. */
export const examplesFolder = join(import.meta.dirname, '..', 'lessons', 'examples');

/** A scenario of an example: `scenario.json` shows its point; any other, such as `trap.json`, what else its comments promise. */
export interface ExampleScenario {
  readonly id: string;
  readonly name: string;
  /** The file with the trace that it must give. */
  readonly traceFile: string;
}

/** The names of the folders of the examples. */
export function exampleIds(): readonly string[] {
  return readdirSync(examplesFolder);
}

/** What a JSON file of an example can be besides a scenario. */
const about = ['example.json', 'card.json'];

/** Every scenario of every example: every JSON file of its folder but those about the example. */
export function exampleScenarios(): readonly ExampleScenario[] {
  return exampleIds().flatMap((id) =>
    readdirSync(join(examplesFolder, id))
      .filter((file) => file.endsWith('.json') && !about.includes(file))
      .map((file) => file.slice(0, -'.json'.length))
      .map((name) => ({
        id,
        name,
        traceFile: join(examplesFolder, id, name === 'scenario' ? 'expected.jsonl' : `${name}.expected.jsonl`),
      })),
  );
}

/** What the comments tell a reader to change in the process first: the only place where `from` stands becomes `to`. */
const withEdit = v.looseObject({ edit: v.optional(v.strictObject({ from: v.string(), to: v.string() })) });

/** The trace of an example under one of its scenarios, one JSON object a line: what stands in its file. */
export function traceOfExample(scenario: ExampleScenario): string {
  const events: TraceEvent[] = [];
  playExample(scenario, { onEvent: (event) => events.push(event) });
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Runs an example under one of its scenarios. */
export function playExample({ id, name }: Pick<ExampleScenario, 'id' | 'name'>, options: SimulateOptions): void {
  const text = (file: string) => readFileSync(join(examplesFolder, id, file), 'utf8');
  const { edit, ...rest } = v.parse(withEdit, JSON.parse(text(`${name}.json`)));
  const scenario = { ...readScenario(JSON.stringify({ data: text('data.yaml'), ...rest })) };
  const code = edit === undefined ? text('process.ts') : edited(text('process.ts'), edit);
  const protocol = existsSync(join(examplesFolder, id, 'protocol.yaml')) ? { protocol: text('protocol.yaml') } : {};
  simulate({ language: 'typescript', code, ...protocol }, scenario, options);
}

function edited(code: string, { from, to }: { readonly from: string; readonly to: string }): string {
  const [before, after, ...more] = code.split(from);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`The process must hold once, not otherwise: ${from}`);
  return before + to + after;
}
