import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseAllDocuments } from 'yaml';
import { benchNamed, defaultBench } from '../model/benches/index.js';
import { problem } from '../model/files/problem.js';
import type { ProcessSource } from '../model/protocol.js';
import type { Scenario } from '../model/scenario.js';
import { scenarioOf, ScenarioError } from './read-scenario.js';

/**
 * What a process of a scenario file has imported already: the devices of its bench among it. It stands before its first line, so lines
 * are counted as in the file.
 */
export function importsOf(bench: string): string {
  const devices = (benchNamed(bench) ?? defaultBench).devices.map(({ name }) => name);
  return `import * as am from 'automancer'; import * as asyncio from 'asyncio'; import { ${[...devices, 'files', 'web', 'mail', 'blocking'].join(', ')} } from 'hardware'; `;
}

/** A scenario with the process that it happens to: one document of a scenario file (conformance/scenarios/README.md). */
export interface ScenarioDocument {
  /** Where it stands: the file, and from the second document on its number, as in `25-checkpoint.yaml#2`. */
  readonly name: string;
  /** A sentence. */
  readonly title: string;
  /** What it shows: `scenario 25`, `1.5.2`, `A9`. At least one. */
  readonly rules: readonly string[];
  readonly source: ProcessSource;
  readonly scenario: Scenario;
  /** Whether every change of a device belongs to the trace. */
  readonly devices: boolean;
  /** What the run has to give, as written: `conformance/expectation.ts` reads it. */
  readonly expect: unknown;
}

const text = v.pipe(v.string('it must be a text'), v.nonEmpty('it must not be empty'));
const shape = v.strictObject({
  title: text,
  rule: text,
  process: text,
  protocol: v.optional(v.string('it must be a text')),
  devices: v.optional(v.boolean('it must be true or false')),
  scenario: v.optional(v.unknown()),
  expect: v.unknown(),
});

/** Reads a file of one or several scenarios. A document without `process` has process and protocol of the one before. Raises `ScenarioError`, which names file and member. */
export function readScenarioFile(file: string): readonly ScenarioDocument[] {
  let before: { readonly process?: string; readonly protocol?: string } = {};
  return parsed(file).map((raw, index) => {
    const name = index === 0 ? file : `${file}#${index + 1}`;
    const record = isRecord(raw) && !('process' in raw) ? { ...before, ...raw } : raw;
    const result = v.safeParse(shape, record);
    if (!result.success) throw new ScenarioError(`${name}: ${problem(result.issues[0], 'the file')}`);
    const { title, rule, process, protocol: steps, devices, scenario, expect } = result.output;
    const protocol = steps === undefined ? {} : { protocol: steps };
    before = { process, ...protocol };
    const played = named(name, () => scenarioOf(scenario ?? {}));
    return {
      name,
      title,
      rules: rule.split(',').map((one) => one.trim()),
      source: { language: 'typescript', code: `${importsOf(played.bench)}${process}`, ...protocol },
      scenario: played,
      devices: devices ?? false,
      expect,
    };
  });
}

function parsed(file: string): readonly unknown[] {
  const documents = parseAllDocuments(readFileSync(file, 'utf8'));
  if ('empty' in documents) throw new ScenarioError(`${file}: The file is empty.`);
  return documents.map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw new ScenarioError(`${file}: The file is not YAML: ${error.message}`);
    return document.toJS() as unknown;
  });
}

function named<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ScenarioError ? new ScenarioError(`${name}: ${error.message}`) : error;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
