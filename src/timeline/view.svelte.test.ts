import { describe, expect, it } from 'vitest';
import { Gaps } from './picture/gaps.js';
import { TimelineView } from './view.svelte.js';

function bed(now: number, events: readonly number[] = []) {
  const view = new TimelineView();
  const gaps = new Gaps();
  for (const t of events) gaps.add(t);
  const at = (seconds: number) => view.at(seconds, gaps);
  at(now);
  return { view, at };
}

describe('the view of the timeline', () => {
  it('shows the whole run while it grows, until somebody zooms', () => {
    const { view, at } = bed(100);
    expect(at(100)).toEqual({ from: 0, span: 120 });
    expect(at(1000).span).toBeGreaterThan(1000);
    view.zoom(2, 500);
    expect(view.mode).toBe('free');
    const zoomed = at(1000);
    expect(at(5000)).toEqual(zoomed);
    view.fit();
    expect(at(5000).span).toBeGreaterThan(5000);
  });

  it('is the whole run again when it was zoomed out as far as that goes', () => {
    const { view, at } = bed(1000);
    const whole = at(1000);
    view.zoom(3, 200);
    view.zoom(1 / 2, 200);
    expect(view.mode).toBe('free');
    view.zoom(1 / 8, 200);
    expect(view.mode).toBe('fit');
    expect(at(1000)).toEqual(whole);
  });

  it('keeps the present in sight on following, on zooming too, and stays where it is when let go', () => {
    const { view, at } = bed(1000);
    view.follow(true);
    const { span } = at(1000);
    expect(span).toBeLessThan(500);
    expect(at(2000)).toEqual({ from: 2000 - span * 0.85, span });
    view.zoom(2, 0);
    expect(view.mode).toBe('follow');
    expect(at(3000).from + at(3000).span * 0.85).toBeCloseTo(3000);
    view.follow(false);
    const left = at(3000);
    expect(at(4000)).toEqual(left);
    view.follow(true);
    view.pan(-0.5);
    expect(view.mode).toBe('free');
  });

  it('does not pan before the beginning, nor change its mode by that', () => {
    const { view } = bed(1000);
    view.pan(-1);
    expect(view.mode).toBe('fit');
  });

  it('moves to show an instant that is out of sight only', () => {
    const { view, at } = bed(1000);
    view.zoom(10, 100);
    const before = at(1000);
    view.show(before.from + before.span / 2);
    expect(at(1000)).toEqual(before);
    view.show(900);
    const after = at(1000);
    expect(after.from).toBeLessThan(900);
    expect(after.from + after.span).toBeGreaterThan(900);
  });

  it('folds the time since the last event too', () => {
    const { view, at } = bed(10_000, [1, 2, 3, 4, 5]);
    view.foldIdle(true);
    expect(at(10_000).span).toBeLessThan(100);
    expect(view.fold.gaps).toEqual([expect.objectContaining({ start: 5, end: 10_000 })]);
    view.foldIdle(false);
    expect(at(10_000).span).toBeGreaterThan(10_000);
  });
});
