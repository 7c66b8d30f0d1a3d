import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeRecordingFile } from '../model/files/recording-file.js';
import { scenarioText } from '../model/files/recording-scenario.js';
import type { Recording } from '../model/recording.js';

const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Runs the command as `npm run -s simulate --` does. */
function simulate(...args: string[]) {
  const command = join(import.meta.dirname, '..', 'scripts', 'simulate.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return {
    status,
    stderr,
    lines: stdout.split('\n').filter(Boolean),
    events: () =>
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

const process_ = file(
  'p.ts',
  "import * as asyncio from 'asyncio';\nexport default async function p(context) { await asyncio.sleep(10); }\n",
);

describe('the simulate command', { timeout: 60_000 }, () => {
  it('prints the trace, one JSON object a line and nothing else, and exits 0', () => {
    const { status, events, stderr } = simulate(process_);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(events().map(({ event }) => event)).toEqual(['load', 'state', 'state', 'state', 'end']);
    expect(events().at(-1)).toEqual({ t: 10, event: 'end', outcome: 'completed', claims: [], detached: 0 });
  });

  it('plays a scenario', () => {
    const scenario = file('s.json', '{ "requests": [{ "at": 2.5, "type": "halt" }] }');
    expect(simulate(process_, '--scenario', scenario).events().at(-1)).toMatchObject({ t: 2.5, outcome: 'halted' });
  });

  it('runs a recording once more, and the scenario that it is', () => {
    const recording: Recording = {
      source: {
        language: 'typescript',
        code: "import * as asyncio from 'asyncio';\nexport default async function p(context) { context.pausable = true; for (;;) { try { await context.wait(asyncio.sleep(1)); } catch (request) { if (request.name !== 'PauseRequest') throw request; await context.checkpoint(); } } }\n",
      },
      data: { value: null },
      point: null,
      seed: 1,
      bench: 'default',
      acts: (['pause', 'resume', 'halt'] as const).map((type) => ({ at: 2_500_000, act: { type: 'request', what: { type } } })),
      end: 9_000_000,
    };
    const saved = file('run.json', writeRecordingFile({ app: '1', recording, trace: [] }));
    const { status, lines, events } = simulate(saved);
    expect(status).toBe(0);
    expect(events().filter(({ event }) => event === 'request' || event === 'end')).toMatchObject([
      { t: 2.5, type: 'pause', accepted: true },
      { t: 2.5, type: 'resume', accepted: true },
      { t: 2.5, type: 'halt', accepted: true },
      { t: 2.5, event: 'end', outcome: 'halted' },
    ]);
    expect(simulate(file('q.ts', recording.source.code), '--scenario', file('acts.json', scenarioText(recording))).lines).toEqual(lines);
    expect(simulate(saved, '--protocol', 'x.yaml')).toMatchObject({ status: 2, stderr: expect.stringContaining('brings all') as string });
    expect(simulate(file('other.json', '{}'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is not a recording') as string,
    });
  });

  it('carries out a protocol, with requests to its steps and where each is suspended', () => {
    const protocol = file('p.yaml', '- parallel: [{ process: p }, { process: p }]\n');
    const scenario = file('steps.json', '{ "requests": [{ "at": 2.5, "type": "halt", "step": "1.2" }] }');
    const { status, events } = simulate(process_, '--protocol', protocol, '--scenario', scenario, '--suspensions');
    expect(status).toBe(0);
    const of = (name: string) => events().filter(({ event }) => event === name);
    expect(of('suspended').map(({ step }) => step)).toEqual(['1.1', '1.2']);
    expect(of('request')).toMatchObject([{ t: 2.5, step: '1.2', accepted: true }]);
    expect(events().at(-1)).toMatchObject({ t: 10, outcome: 'completed' });
  });

  it('exits 1 for a protocol that cannot be carried out, with its place, and 2 for one that is not there', () => {
    const wrong = simulate(process_, '--protocol', file('wrong.yaml', '- process: q\n'));
    expect(wrong.status).toBe(1);
    expect(wrong.events()).toMatchObject([{ event: 'load-error', failure: { place: { file: 'protocol', line: 1 } } }]);
    const missing = simulate(process_, '--protocol', join(folder, 'none.yaml'));
    expect(missing).toMatchObject({ status: 2, lines: [] });
    expect(missing.stderr).toContain('there is no such file');
  });

  it('plays a scenario file, and of several scenarios in it the one that is numbered', () => {
    const second = simulate('conformance/scenarios/pausing/39-shielded-task.yaml#2');
    expect(second.status).toBe(0);
    expect(second.events().at(-1)).toMatchObject({ t: 0.5, outcome: 'completed' });
    expect(simulate('conformance/scenarios/pausing/39-shielded-task.yaml').events().at(-1)).toMatchObject({ t: 0.3 });
  });

  it('leaves at the limit', () => {
    expect(simulate(process_, '--until', '4').events().at(-1)).toMatchObject({ t: 4, outcome: 'running' });
  });

  it('tells where the process is suspended, when asked', () => {
    const suspended = simulate(process_, '--suspensions')
      .events()
      .find(({ event }) => event === 'suspended');
    expect(suspended).toMatchObject({ t: 0, at: [{ function: 'p', line: 2, column: 44, kind: 'plain' }] });
  });

  it('exits 1 when the process cannot be loaded, with the reason as the last line', () => {
    const { status, events } = simulate(file('bad.ts', 'export default async function p(context) { await }'));
    expect(status).toBe(1);
    expect(events().at(-1)).toMatchObject({ event: 'load-error', failure: { kind: 'load', place: { line: 1 } } });
  });

  it.each([
    [[], 'Name one process file'],
    [['nowhere.ts'], 'there is no such file'],
    [['--speed', '3'], '--help'],
    [['nowhere.yaml'], 'there is no such file'],
    [['conformance/scenarios/pausing/25-checkpoint.yaml#2'], 'has no scenario 2: it has 1'],
    [['conformance/scenarios/pausing/25-checkpoint.yaml', '--protocol', 'p.yaml'], 'leave --scenario, --protocol and --bench out'],
    [[file('wrong.scenario.yaml', 'title: x\nrule: y\nproces: z\n')], 'wrong.scenario.yaml: The member'],
    [[process_, '--seed', 'x'], '--seed must be a whole number'],
    [
      [process_, '--scenario', file('w.json', '{"requests":[{"at":-1,"type":"halt"}]}')],
      'The member requests[0].at of the scenario is wrong',
    ],
  ])('exits 2 with a sentence for %j', (args, sentence) => {
    const { status, stderr, lines } = simulate(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(lines).toEqual([]);
  });
});
