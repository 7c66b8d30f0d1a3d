import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import { simulate } from '../worker/simulate.js';
import { expectPlayed, readExpectation } from './expectation.js';
import { Played } from './harness.js';
import { chapters, scenarios, titleOf } from './scenarios.js';

describe.each([...chapters])('%s', (_, documents) => {
  it.each(documents.map((document) => [titleOf(document), document, readExpectation(document)] as const))(
    '%s',
    (_title, { source, scenario, devices }, expectation) => {
      const events: TraceEvent[] = [];
      simulate(source, scenario, { devices, onEvent: (event) => events.push(event) });
      expectPlayed(new Played(events), expectation);
    },
  );
});

describe('the scenario files', () => {
  it('have titles of their own', () => {
    const titles = scenarios.map(titleOf);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('are named by the first rule of what they show first', () => {
    const first = scenarios.filter(({ name, rules }) => !name.includes('#') && rules[0] !== 'protocols');
    const wrong = first.filter(({ name, rules }) => !basename(name).startsWith(`${rules[0]!.replace('scenario ', '').replace(' ', '-')}-`));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
