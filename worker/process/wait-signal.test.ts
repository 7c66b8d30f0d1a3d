import { describe, expect, it } from 'vitest';
import { WaitSignal } from './wait-signal.js';

function bed() {
  const lost: unknown[] = [];
  const told: string[] = [];
  return { lost, told, signal: new WaitSignal((error) => lost.push(error)) };
}

describe('the signal of a wait', () => {
  it('tells its listeners once, in order, but not those that were taken off', () => {
    const { signal, told } = bed();
    signal.onAbort(() => told.push('first'));
    const off = signal.onAbort(() => told.push('never'));
    signal.onAbort(() => told.push('second'));
    off();
    signal.abort();
    signal.abort();
    expect([told, signal.aborted]).toEqual([['first', 'second'], true]);
  });

  it('calls at once who comes too late', () => {
    const { signal, told } = bed();
    signal.abort();
    signal.onAbort(() => told.push('late'));
    expect(told).toEqual(['late']);
  });

  it('hands on what a listener raises, and goes on', () => {
    const { signal, told, lost } = bed();
    signal.onAbort(() => {
      throw new Error('x');
    });
    signal.onAbort(() => told.push('next'));
    signal.abort();
    expect([told, lost]).toEqual([['next'], [new Error('x')]]);
  });

  it('refuses what is no function', () => {
    expect(() => bed().signal.onAbort(5 as never)).toThrow(TypeError);
  });
});
