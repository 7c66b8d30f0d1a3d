import { describe, expect, it } from 'vitest';
import { Estimates, scoreText } from './estimates.js';

describe('estimates of the end', () => {
  it('are scored when the process has ended by itself', () => {
    const estimates = new Estimates();
    estimates.add(0, { type: 'datetime', value: 600 });
    estimates.add(600, { type: 'datetime', value: 1200 });
    estimates.end(1200, true);
    // Half of the time 600 s too early, the other half right.
    expect(estimates.score).toEqual({ first: -600, mean: 300 });
    expect(scoreText(estimates.score!)).toBe('First estimate 10 min too early; 5 min off on average.');
  });

  it('rise while a length of time waits to run', () => {
    const estimates = new Estimates();
    estimates.add(0, { type: 'datetime', value: 100 });
    estimates.add(40, { type: 'duration', value: 60 });
    expect(estimates.foreseen(70)).toBe(130);
    estimates.add(70, { type: 'datetime', value: 130 });
    estimates.end(130, true);
    // 40 s by 30 s, then a triangle of 30 s by 30 s, then right.
    expect(estimates.score!.first).toBe(-30);
    expect(estimates.score!.mean).toBeCloseTo((40 * 30 + 450) / 130);
    expect([0, 40, 69, 70, 130].map((t) => Math.round(estimates.line.at(t)))).toEqual([100, 100, 100, 130, NaN]);
  });

  it('count both sides of a line that crosses the real end', () => {
    const estimates = new Estimates();
    estimates.add(0, { type: 'duration', value: 50 });
    estimates.end(100, true);
    // From 50 s too early to 50 s too late.
    expect(estimates.score!.mean).toBeCloseTo(25);
  });

  it('are not scored when somebody ended the process, nor when there were none', () => {
    const halted = new Estimates();
    halted.add(0, { type: 'datetime', value: 600 });
    halted.end(10, false);
    expect(halted.score).toBeNull();
    const none = new Estimates();
    none.add(0, { type: 'forever' });
    none.end(10, true);
    expect(none.score).toBeNull();
    expect(none.line.length).toBe(0);
  });

  it('begin anew with the next instance', () => {
    const estimates = new Estimates();
    estimates.add(0, { type: 'datetime', value: 600 });
    estimates.restart(100);
    estimates.add(100, { type: 'datetime', value: 200 });
    estimates.end(200, true);
    expect(scoreText(estimates.score!)).toBe('The first estimate was right.');
  });
});
