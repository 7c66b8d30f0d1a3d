import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { TraceEvent } from '../model/events.js';
import { readRecordingFile } from '../model/files/recording-file.js';
import { dataInput } from '../model/files/scenario-shape.js';
import type { ProcessSource } from '../model/protocol.js';
import { emptyScenario, type Scenario } from '../model/scenario.js';
import { readBench } from '../worker/bench-document/read-bench.js';
import { simulate } from '../worker/simulate.js';
import { isLink, isShared, playedOfShared } from './from-link.js';
import { prettyLine } from './pretty.js';
import { readScenario, ScenarioError } from './read-scenario.js';
import { readScenarioFile } from './scenario-file.js';

const help = `Runs a process on simulated hardware without a browser and prints its trace, one JSON object a line.

  npm run -s simulate -- <process.ts> [options]
  npm run -s simulate -- <scenario.yaml> [options]   a file of conformance/scenarios; scenario.yaml#2 is its second
  npm run -s simulate -- <recording.json> [options]  a run that was saved on the page, once more (docs/recordings.md)
  npm run -s simulate -- '<link>' [options]          what was shared on the page, as a link or as a file (.json)

  --scenario <file.json>  what happens from outside: data, point, seed, until, requests, faults, controls, acts
  --protocol <file.yaml>  steps to carry out, each an export of the process file
  --bench <file.yaml>     a bench of your own; a scenario names one of those that there are
  --data <text>           data as in the data document: "10 min", "{ target: 37 degC }"
  --seed <integer>        for noise and Math.random (default 1)
  --until <seconds>       leave the run at this virtual time (default: 30 days)
  --suspensions           also print where the process is suspended
  --devices               also print every change of a device
  --pretty                readable columns instead of JSON
  --help                  this text

Exit status: 0 the run ended, 1 the process could not be loaded, 2 the call or the scenario is wrong.`;

/** A call that cannot be carried out: one sentence for the person who made it. */
class CallError extends Error {}

interface Call {
  readonly source: ProcessSource;
  readonly scenario: Scenario;
  readonly suspensions: boolean;
  readonly devices: boolean;
  readonly pretty: boolean;
}

async function readCall(args: readonly string[]): Promise<Call | null> {
  const { values, positionals } = parseCommandLine(args);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new CallError('Name one process file: npm run -s simulate -- process.ts. --help tells more.');
  const { source, scenario } = await playedOf(file, values);
  return {
    source,
    scenario: {
      ...scenario,
      ...(values.data === undefined ? {} : { data: dataInput(values.data) }),
      ...(values.seed === undefined ? {} : { seed: number(values.seed, '--seed', Number.isInteger, 'a whole number') }),
      ...(values.until === undefined
        ? {}
        : { until: number(values.until, '--until', (value) => value >= 0, 'a number of seconds of at least 0') }),
    },
    suspensions: values.suspensions === true,
    devices: values.devices === true,
    pretty: values.pretty === true,
  };
}

interface Played {
  readonly source: ProcessSource;
  readonly scenario: Scenario;
}

interface Files {
  readonly scenario?: string;
  readonly protocol?: string;
  readonly bench?: string;
}

function playedOf(file: string, options: Files): Promise<Played> {
  if (isLink(file)) return Promise.resolve(fromShared('The link', file, options));
  if (/\.yaml(#\d+)?$/.test(file)) return fromScenarioFile(file, options);
  return extname(file) === '.json' ? fromRecording(file, options) : fromProcess(file, options);
}

/** What was shared on the page; `given`: the link, or the text of the file. */
function fromShared(name: string, given: string, { scenario, protocol, bench }: Files): Played {
  if (scenario !== undefined || protocol !== undefined || bench !== undefined)
    throw new CallError(`${name} brings all that happens with it: leave --scenario, --protocol and --bench out.`);
  const played = playedOfShared(given);
  if (typeof played === 'string') throw new CallError(`${name} cannot be run: ${played}`);
  return played;
}

/** A run that was saved: with everything that was done to it. */
async function fromRecording(file: string, options: Files): Promise<Played> {
  const content = await text(file, 'recording');
  if (isShared(content)) return fromShared(file, content, options);
  if (options.scenario !== undefined || options.protocol !== undefined || options.bench !== undefined)
    throw new CallError(`${file} brings all that happens with it: leave --scenario, --protocol and --bench out.`);
  const read = readRecordingFile(content);
  if (!read.ok) throw new CallError(`${file} cannot be run: ${read.message}`);
  const { source, data, point, seed, bench, acts, end } = read.file.recording;
  return { source, scenario: { ...emptyScenario, data, point, seed, bench, acts, until: end / 1e6 } };
}

async function fromProcess(file: string, options: Files): Promise<Played> {
  if (extname(file) !== '.ts')
    throw new CallError(`${file} is not a TypeScript process: its name must end in .ts; that of a recording ends in .json.`);
  const bench = options.bench === undefined ? {} : { bench: await text(options.bench, 'bench') };
  const own = bench.bench === undefined ? null : readBench(bench.bench);
  const scenario =
    options.scenario === undefined
      ? emptyScenario
      : readScenario(await text(options.scenario, 'scenario'), own?.ok === true ? own.bench : null);
  const protocol = options.protocol === undefined ? {} : { protocol: await text(options.protocol, 'protocol') };
  return { source: { language: 'typescript', code: await text(file, 'process'), ...protocol, ...bench }, scenario };
}

/** `25-checkpoint.yaml`, or `25-checkpoint.yaml#2` for the second scenario of the file. */
async function fromScenarioFile(name: string, options: Files): Promise<Played> {
  if (options.scenario !== undefined || options.protocol !== undefined || options.bench !== undefined)
    throw new CallError(`${name} brings its own scenario and protocol: leave --scenario, --protocol and --bench out.`);
  const [file, number = '1'] = name.split('#') as [string, string?];
  await text(file, 'scenario file');
  const documents = readScenarioFile(file);
  const found = documents[Number(number) - 1];
  if (found === undefined) throw new CallError(`${file} has no scenario ${number}: it has ${documents.length}.`);
  return found;
}

function parseCommandLine(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        scenario: { type: 'string' },
        protocol: { type: 'string' },
        bench: { type: 'string' },
        data: { type: 'string' },
        seed: { type: 'string' },
        until: { type: 'string' },
        suspensions: { type: 'boolean' },
        devices: { type: 'boolean' },
        pretty: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new CallError(`${error instanceof Error ? error.message : String(error)} --help tells what there is.`);
  }
}

function number(text: string, option: string, fits: (value: number) => boolean, what: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value) || !fits(value)) throw new CallError(`${option} must be ${what}, not ${text}.`);
  return value;
}

async function text(file: string, what: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new CallError(`The ${what} ${file} cannot be read${code === 'ENOENT' ? ': there is no such file' : ''}.`);
  }
}

/** Lines are written in pieces: a pipe that is closed early ends the program quietly. */
async function main(args: readonly string[]): Promise<number> {
  const call = await readCall(args);
  if (call === null) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const write = call.pretty ? (event: TraceEvent) => prettyLine(event, process.stdout.isTTY) : (event: TraceEvent) => JSON.stringify(event);
  let lines: string[] = [];
  const flush = () => {
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    lines = [];
  };
  const loaded = simulate(call.source, call.scenario, {
    suspensions: call.suspensions,
    devices: call.devices,
    onEvent: (event) => {
      lines.push(write(event));
      if (lines.length === 10_000) flush();
    },
  });
  flush();
  return loaded ? 0 : 1;
}

process.stdout.on('error', () => process.exit(0));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CallError || error instanceof ScenarioError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
