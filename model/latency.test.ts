import { expect, it } from 'vitest';
import type { TraceEvent } from './events.js';
import { latencyOf, latencyText } from './latency.js';
import { emptyLog, extendLog } from './run-log.js';

const state = (t: number, form: 'normal' | 'pausing' | 'paused' | 'jumping' | 'halting', instance = 1): TraceEvent => ({
  t,
  event: 'state',
  mode: 'running',
  form,
  pausable: true,
  instance,
});
const request = (t: number, type: 'pause' | 'jump' | 'halt' | 'message', accepted = true): TraceEvent => ({
  t,
  event: 'request',
  type,
  accepted,
  reason: accepted ? 'accepted' : 'not-pausable',
});
const done = (t: number): TraceEvent => ({ t, event: 'state', mode: 'done', outcome: 'halted', instance: 1 });
const told = (...events: TraceEvent[]) => {
  const latency = latencyOf(extendLog(emptyLog, events));
  return latency && latencyText(latency);
};

it('says how long a pause took, from the request to the checkpoint', () => {
  expect(told(state(0, 'normal'), request(2, 'pause'), state(2, 'pausing'))).toBeNull();
  expect(told(state(0, 'normal'), request(2, 'pause'), state(2, 'pausing'), state(4.5, 'paused'))).toBe(
    'It paused 2.5 s after the request.',
  );
});

it('says when a jump was learned of, by the same instance or by a new one', () => {
  expect(told(state(0, 'normal'), request(2, 'jump'), state(2, 'jumping'), state(2, 'normal'))).toBe(
    'It learned of the jump at the instant of the request.',
  );
  expect(told(state(0, 'normal'), request(2, 'jump'), state(2, 'jumping'), state(7, 'normal', 2))).toBe(
    'It learned of the jump 5 s after the request.',
  );
});

it('says when a halted process had cleaned up', () => {
  expect(told(state(0, 'normal'), request(2, 'halt'), state(2, 'halting'), done(2.25))).toBe('It ended 250 ms after the request.');
});

it('says nothing of a refusal, of a message, or of another step', () => {
  expect(told(state(0, 'normal'), request(2, 'pause', false), state(3, 'paused'))).toBeNull();
  expect(told(state(0, 'normal'), request(2, 'message'), state(3, 'paused'))).toBeNull();
  expect(latencyOf(extendLog(emptyLog, [state(0, 'normal'), request(2, 'pause'), state(4, 'paused')]), '1')).toBeNull();
});
