import type { BenchDescription } from '../model/bench.js';
import { benches, benchNamed, defaultBench } from '../model/benches/index.js';
import type { Failure } from '../model/failure.js';
import { readBench } from './bench-document/read-bench.js';
import { suggest } from './quantity/index.js';

/** The bench that a run asks for; where that cannot be built, another one and what is wrong. */
export interface ChosenBench {
  readonly description: BenchDescription;
  readonly failures: readonly Failure[];
}

/**
 * `document`: the text that describes a bench; it is taken instead of the named one unless it is empty. `fallback`: what to stand on
 * when that is wrong.
 */
export function chooseBench(name: string, document = '', fallback: BenchDescription = defaultBench): ChosenBench {
  if (document.trim() !== '') {
    const read = readBench(document);
    return read.ok ? { description: read.bench, failures: [] } : { description: fallback, failures: read.failures };
  }
  const found = benchNamed(name);
  return found === null ? { description: fallback, failures: [noSuchBench(name)] } : { description: found, failures: [] };
}

/** On which benches there is a device of this name, in a sentence; `null`: on none. */
export function deviceElsewhere(name: string): string | null {
  const having = benches.filter(({ devices }) => devices.some((device) => device.name === name));
  if (having.length === 0) return null;
  const names = having.map((bench) => bench.name);
  const list = names.length === 1 ? `bench ${names[0]!}` : `benches ${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
  return `It stands on the ${list}: choose one in the head of the Hardware pane, or as "bench" of the scenario.`;
}

function noSuchBench(name: string): Failure {
  const names = benches.map((bench) => bench.name);
  const near = suggest(name, names);
  const hint = `There are: ${names.join(', ')}.${near === null ? '' : ` Did you mean ${near}?`}`;
  return { kind: 'load', name: 'BenchError', message: `There is no bench "${name}".`, hint };
}
