import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../cli/read-scenario.js';
import { emptyScenario } from '../model/scenario.js';
import { expectPlayed, readExpectation } from './expectation.js';
import { play } from './harness.js';

const expectation = (raw: unknown) =>
  readExpectation({
    name: 'folder/1-file.yaml#2',
    title: 'It runs',
    rules: ['scenario 1'],
    source: { language: 'typescript', code: '' },
    scenario: emptyScenario,
    devices: false,
    expect: raw,
  });

describe('what a scenario has to give', () => {
  it.each([
    [{ stats: 'N-' }, 'The member stats of expect is not known.'],
    [{ steps: { '1': { end: {} } } }, 'The member steps[1].end of expect is not known.'],
    [{ log: '0 a' }, 'The member log of expect is wrong: it must be a list of texts.'],
    [{ events: { warnings: [] } }, 'The member events.warnings of expect is wrong: there is no such event.'],
    [{}, 'The member expect of the file says nothing.'],
    [null, 'Expect is wrong'],
  ])('%j is refused: %s', (raw, message) => {
    expect(() => expectation(raw)).toThrow(ScenarioError);
    expect(() => expectation(raw)).toThrow(`folder/1-file.yaml#2: ${message}`);
  });

  const played = play("export default async function p(context) { console.log('a'); context.sendWarning(new am.Diagnostic('low')); }");

  it.each([
    { states: 'col@0 N-@0 D:completed@0', log: ['0 a'], warnings: ['unknown'], end: { outcome: 'completed' } },
    { trace: '/^col .* D:/', log: ['/a$/'], events: { warning: [{ message: 'low', place: { line: 2 } }] } },
  ])('%j agrees', (raw) => expectPlayed(played, expectation(raw)));

  it.each([
    { states: 'col@0 N-@0 D:completed@1' },
    { log: [] },
    { log: ['0 a', '0 b'] },
    { trace: '/^N/' },
    { warnings: [] },
    { end: { outcome: 'halted' } },
    { events: { warning: [] } },
    { events: { error: [{}] } },
    { events: { warning: [{ message: 'lo' }] } },
    { steps: { '1': { states: 'col@0' } } },
  ])('%j does not', (raw) => expect(() => expectPlayed(played, expectation(raw))).toThrow());
});
