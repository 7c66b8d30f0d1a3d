import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import { picture, pictureText } from './picture.js';
import { courseOf, locationText } from './run-course.js';

const trace: readonly TraceEvent[] = [
  { t: 0, event: 'load', language: 'typescript', process: 'p' },
  { t: 0, event: 'state', mode: 'collecting', instance: 1 },
  { t: 0, event: 'state', mode: 'running', form: 'normal', pausable: false, instance: 1 },
  { t: 0, event: 'state', mode: 'running', form: 'normal', pausable: true, instance: 1 },
  { t: 0, event: 'location', location: { phase: 'a < b', index: 0 } },
  { t: 4, event: 'request', type: 'pause', accepted: true, reason: 'accepted' },
  { t: 4, event: 'state', mode: 'running', form: 'paused', pausable: true, instance: 1 },
  { t: 5, event: 'request', type: 'jump', point: 1, accepted: false, reason: 'invalid-point' },
  { t: 8, event: 'state', mode: 'done', outcome: 'halted', instance: 1 },
  { t: 8, event: 'end', outcome: 'halted', claims: [], detached: 0 },
];

describe('the picture of a run', () => {
  it('shows what lasted, and what was asked for', () => {
    expect(courseOf(trace)).toEqual({
      end: 8,
      states: [
        { from: 0, to: 4, label: 'Running', tone: 'run' },
        { from: 4, to: 8, label: 'Paused', tone: 'pause' },
      ],
      locations: [{ from: 0, to: 8, label: 'phase a < b · index 0', tone: 'place' }],
      marks: [
        { at: 4, label: 'Pause' },
        { at: 5, label: 'Jump 1 (refused)' },
      ],
      last: 'Halted',
    });
  });

  it('is an SVG with the same in words, in which no text of a process is markup', () => {
    const svg = picture(courseOf(trace), 6);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="The recorded run takes 8 s and ends as Halted\. /);
    expect(svg).toContain('phase a &lt; b');
    expect(svg).not.toContain('a < b');
    // A policy may forbid inline styles.
    expect(svg).not.toContain('style=');
    expect(pictureText(courseOf(trace))).toContain('Running from 0 s to 4 s, Paused from 4 s to 8 s. Done to it: Pause at 4 s');
  });

  it('is there of a run that took no time, and of none', () => {
    expect(picture(courseOf([{ t: 0, event: 'end', outcome: 'completed', claims: [], detached: 0 }]), 0)).not.toMatch(/NaN|Infinity/);
    expect(picture(courseOf([]), 0)).not.toMatch(/NaN|Infinity/);
  });

  it('has locations in few words', () => {
    expect(locationText({ progress: 0.256, date: 12, duration: 1, phase: 'x' })).toBe('phase x · 26 %');
    expect(locationText({ date: 12 })).toBe('date 12');
    expect(locationText([1, 2])).toBe('[1, 2]');
    expect(locationText({})).toBe('{}');
  });
});
