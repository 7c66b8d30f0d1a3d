import { describe, expect, it } from 'vitest';
import { Axis } from './axis.js';
import { Carriage } from './carriage.js';

function driven() {
  const axis = new Axis(0, { velocity: 10, acceleration: 50 });
  const carriage = new Carriage(axis, [0, 50]);
  let now = 0;
  const move = (to: number, lost: number) => {
    carriage.settle(lost, now);
    axis.moveTo(to, now);
    now = axis.arrivesAt;
    return carriage.position(now);
  };
  return { axis, carriage, move, now: () => now };
}

describe('a carriage', () => {
  it('is exactly where the count says while nothing is lost', () => {
    const { axis, carriage, move, now } = driven();
    expect([move(40, 0), move(0.1, 0), move(33.3, 0)]).toEqual([40, 0.1, 33.3]);
    expect(carriage.position(now() - 1e6)).toBe(axis.position(now() - 1e6));
  });

  it('goes (1 − slip) of every way, there and back, also on the way', () => {
    const { axis, carriage, move, now } = driven();
    expect(move(40, 0.1)).toBeCloseTo(36, 9);
    expect(carriage.position(now() - 1e6)).toBeCloseTo(0.9 * axis.position(now() - 1e6), 9);
    expect(move(20, 0.25)).toBeCloseTo(36 - 0.75 * 20, 9);
  });

  it('stays behind by what was lost when nothing is lost any more', () => {
    const { move } = driven();
    expect([move(40, 0.1), move(50, 0), move(10, 0)].map((position) => Number(position.toFixed(9)))).toEqual([36, 46, 6]);
  });

  it('does not go beyond its ends, and is ahead by what it could not go', () => {
    const { move } = driven();
    move(40, 0.5);
    expect([move(0, 0), move(40, 0)]).toEqual([0, 40]);
  });
});
