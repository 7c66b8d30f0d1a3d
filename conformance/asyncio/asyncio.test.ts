import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { asTypeScript } from './as-typescript.js';
import { play } from './interpreter.js';
import { playCompiled } from './play-compiled.js';
import type { Program, Scenario } from './program.js';

/** What CPython did, as record.py wrote it down. */
type Golden = Readonly<Record<string, { readonly log: readonly string[]; readonly stock: boolean }>>;

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const scenarios = read('scenarios.json') as readonly Scenario[];
const golden = read('scenarios.golden.json') as Golden;
const same = scenarios.filter(({ differs }) => differs === undefined);
const different = scenarios.filter(({ differs }) => differs !== undefined);

describe('what CPython does, in the same order', () => {
  it.each(same)('$name', (scenario) => {
    expect(play(scenario)).toEqual(golden[scenario.name]!.log);
    expect(playCompiled(scenario)).toEqual(golden[scenario.name]!.log);
  });

  it('is recorded for every scenario, and for nothing else', () => expect(Object.keys(golden)).toEqual(scenarios.map(({ name }) => name)));
});

describe('what we do otherwise than CPython, and why', () => {
  it.each(different)('$name: $differs', (scenario) => {
    expect(play(scenario)).toEqual(scenario.ours);
    expect(playCompiled(scenario)).toEqual(scenario.ours);
    expect(scenario.ours).not.toEqual(golden[scenario.name]!.log);
  });
});

describe('programs made by chance', () => {
  const bytes = gunzipSync(readFileSync(new URL('random.golden.json.gz', import.meta.url)));
  const programs = JSON.parse(bytes.toString('utf8')) as readonly (Program & { readonly log: readonly string[] })[];

  it('do what CPython does, in the same order', () => {
    const wrong = programs.find((program) => play(program).join('\n') !== program.log.join('\n'));
    if (wrong !== undefined) expect(play(wrong), JSON.stringify({ ...wrong, log: undefined })).toEqual(wrong.log);
    expect(programs.length).toBeGreaterThan(1000);
  });

  // Compiling takes most of the time: every fifth has to do.
  it.each([0, 1, 2, 3])('do so as processes in TypeScript, too (%i)', (part) => {
    const some = programs.filter((_program, index) => index % 20 === part * 5);
    const wrong = some.find((program) => playCompiled(program).join('\n') !== program.log.join('\n'));
    if (wrong !== undefined) expect(playCompiled(wrong), asTypeScript(wrong)).toEqual(wrong.log);
  });
});
