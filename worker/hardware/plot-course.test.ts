import { describe, expect, it } from 'vitest';
import { PlotCourse } from './plot-course.js';

const second = 1_000_000;

describe('the course of a number', () => {
  it('is every sample while there are few', () => {
    const course = new PlotCourse(second);
    course.extend(3 * second, (at) => at / second);
    expect(course.samples).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('stays bounded over a year, and keeps the extremes that were seen with their instants', () => {
    const course = new PlotCourse(second);
    course.add(10 * second, -50);
    course.add(12.5 * second, 99);
    for (let day = 1; day <= 365; day++) course.extend(day * 86_400 * second, (at) => Math.sin(at / 1e10));
    const { samples } = course;
    expect(samples.length).toBeLessThanOrEqual(1200);
    expect(samples.length).toBeGreaterThan(300);
    expect(samples).toContainEqual([10, -50]);
    expect(samples).toContainEqual([12.5, 99]);
    expect(samples.map(([at]) => at)).toEqual(samples.map(([at]) => at).sort((one, other) => one - other));
  });

  it('asks for few samples when nobody has looked for long', () => {
    const course = new PlotCourse(second);
    let asked = 0;
    course.extend(86_400 * second, () => ++asked);
    expect(asked).toBeLessThan(2000);
  });

  it('has a gap where there is no value', () => {
    const course = new PlotCourse(second);
    course.extend(5 * second, (at) => (at >= 2 * second && at < 4 * second ? null : 7));
    expect(course.samples).toEqual([
      [0, 7],
      [1, 7],
      [2, null],
      [4, 7],
      [5, 7],
    ]);
  });
});
