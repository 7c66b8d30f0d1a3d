import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ScenarioError } from './read-scenario.js';
import { readScenarioFile } from './scenario-file.js';

const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 's.yaml');

function read(text: string) {
  writeFileSync(path, text);
  return readScenarioFile(path);
}

const head = 'title: It runs\nrule: scenario 1, 1.2\n';
const process_ = 'process: |\n  export default async function p() {}\n';
const expects = 'expect: { states: D }\n';

describe('a file of scenarios', () => {
  it('has a title, rules, a process and a scenario', () => {
    const [only] = read(`${head}${process_}scenario: { data: 3 min, requests: [{ at: 1, type: halt }] }\n${expects}`);
    expect(only).toMatchObject({ name: path, title: 'It runs', rules: ['scenario 1', '1.2'], devices: false });
    expect(only!.source.code).toMatch(/^import .*; export default async function p\(\) \{\}\n$/);
    expect(only!.scenario).toMatchObject({ data: { text: '3 min' }, requests: [{ at: 1, what: { type: 'halt' } }] });
  });

  it('lets a document without a process have the process and the protocol of the one before', () => {
    const documents = read(
      `${head}${process_}protocol: a\n${expects}---\n${head}${expects}---\n${head}protocol: b\n${expects}---\n${head}${process_}${expects}`,
    );
    expect(documents.map(({ source }) => source.protocol)).toEqual(['a', 'a', 'b', undefined]);
    expect(documents.map(({ name }) => name.slice(path.length))).toEqual(['', '#2', '#3', '#4']);
    expect(documents.every(({ source }) => source.code.includes('function p'))).toBe(true);
  });

  it.each([
    ['', 'The file is empty.'],
    ['- [', 'The file is not YAML'],
    ['5', 'The file is wrong'],
    [`${head}${expects}`, 'The member process of the file is missing.'],
    [`${head}${process_}${expects}expects: 1\n`, 'The member expects of the file is not known.'],
    [`title: x\nrule: 2.1\n${process_}${expects}`, 'The member rule of the file is wrong: it must be a text.'],
    [
      `${head}${process_}scenario: { requests: [{ at: 1, type: explode }] }\n${expects}`,
      'The member requests[0].type of the scenario is wrong',
    ],
    [`${head}${process_}${expects}---\n${head}titel: x\n${expects}`, '#2: The member titel of the file is not known.'],
  ])('%j is refused: %s', (text, message) => {
    const refuse = () => read(text);
    expect(refuse).toThrow(ScenarioError);
    expect(refuse).toThrow(message);
    expect(refuse).toThrow(path);
  });
});
