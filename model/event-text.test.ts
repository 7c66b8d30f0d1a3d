import { describe, expect, it } from 'vitest';
import { eventKind, eventPlace, eventTone } from './event-look.js';
import { eventText } from './event-text.js';
import type { TraceEvent } from './events.js';

const place = { file: 'process', line: 12, column: 5 } as const;
const frame = { function: 'main', line: 12, column: 5, endLine: 12, endColumn: 30, kind: 'plain' } as const;

describe('the sentence of an event', () => {
  it.each<[TraceEvent, string]>([
    [{ t: 0, event: 'load', language: 'typescript', process: 'incubate' }, 'Loaded incubate.'],
    [{ t: 0, event: 'state', mode: 'running', form: 'paused', pausable: true, instance: 1 }, 'Paused'],
    [{ t: 0, event: 'state', mode: 'running', form: 'normal', pausable: false, instance: 2 }, 'Running, instance 2'],
    [{ t: 0, event: 'state', mode: 'done', outcome: 'halted', instance: 1 }, 'Halted'],
    [
      { t: 1, event: 'request', type: 'jump', point: { index: 3 }, accepted: false, reason: 'ended' },
      'Jump {index: 3} refused. The process has ended. Press Run to start it again.',
    ],
    [{ t: 1, event: 'location', location: { phase: 'hold' } }, 'Location {phase: hold}'],
    [{ t: 1, event: 'term', term: { type: 'datetime', value: 60 } }, 'Ends at 00:01:00.'],
    [{ t: 1, event: 'effect', id: 0, type: 'fileCreated', path: 'run.csv' }, 'File created: run.csv'],
    [{ t: 1, event: 'note', name: 'detached', message: 'It goes on.' }, 'It goes on.'],
    [{ t: 1, event: 'suspended', at: [frame] }, 'Waits at an await that only a halt interrupts, line 12.'],
    [{ t: 1, event: 'device', path: 'thermostat.readout', value: 36.5, unit: 'degC' }, 'thermostat.readout is 36.5 degC'],
    [
      { t: 1, event: 'end', outcome: 'halted', claims: ['pump'], detached: 1 },
      'The run ended: halted. Still claimed: pump. 1 action goes on.',
    ],
  ])('%j', (event, text) => {
    expect(eventText(event)).toBe(text);
  });
});

it('links an event to its line when the line is known', () => {
  expect(eventPlace({ t: 0, event: 'warning', id: 1, name: 'x', message: 'x', place })).toEqual(place);
  expect(eventPlace({ t: 0, event: 'note', name: 'x', message: 'x', place })).toEqual(place);
  expect(eventPlace({ t: 0, event: 'suspended', at: [frame] })).toEqual({ file: 'process', line: 12, column: 5 });
  expect(eventPlace({ t: 0, event: 'location', location: 1 })).toBeNull();
});

it('colours a refusal unlike an accepted request', () => {
  const request = { t: 0, event: 'request', type: 'pause', reason: 'not-pausable' } as const;
  expect(eventTone({ ...request, accepted: false })).toBe('refused');
  expect(eventTone({ ...request, accepted: true })).toBe('request');
  expect(eventKind({ ...request, accepted: true })).toBe('Request');
});

it('says what a fault does, how much of it, and that it is over', () => {
  const fault = { t: 1, event: 'fault', device: 'pump', active: true } as const;
  expect(eventText({ ...fault, type: 'slow', amount: 2 })).toBe('pump: slow response. Every answer comes 2 s later.');
  expect(eventText({ ...fault, node: 'pump.flow', type: 'drift', amount: 0.5 })).toBe(
    'pump.flow: drift. The reading moves away by 0.5 per minute.',
  );
  expect(eventText({ ...fault, type: 'noise', amount: 3 })).toBe('pump: noise. The reading is as noisy as usual, ×3.');
  expect(eventText({ ...fault, type: 'disconnect', active: false })).toBe('pump: disconnected is over.');
});
