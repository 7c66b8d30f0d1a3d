import { describe, expect, it } from 'vitest';
import type { Place } from '../../model/place.js';
import { VirtualClock } from '../clock/virtual-clock.js';
import { DroppedLocations } from './dropped-locations.js';

function bed() {
  const clock = new VirtualClock();
  const told: string[] = [];
  let line = 0;
  const here = (): Place => ({ file: 'process', line: ++line, column: 1 });
  const dropped = new DroppedLocations(clock, here, (count, turns, place) => told.push(`${count} in ${turns}, line ${place?.line}`));
  const turn = (locations: number) => {
    for (let n = 1; n < locations; n++) dropped.add();
    dropped.endTurn();
  };
  return { clock, told, dropped, turn, looks: () => line };
}

describe('locations that a newer one replaces in the same turn', () => {
  it('are counted, with the place of the one that stays', () => {
    const { told, turn } = bed();
    turn(3);
    expect(told).toEqual(['2 in 1, line 2']);
  });

  it('are no news when there is one location in a turn', () => {
    const { told, turn } = bed();
    turn(1);
    turn(0);
    expect(told).toEqual([]);
  });

  it('are told of once a second, all of them', () => {
    const { clock, told, turn, dropped } = bed();
    for (let at = 0; at <= 2_500_000; at += 500_000) {
      clock.passTo(at);
      turn(2);
    }
    dropped.end();
    expect(told).toEqual(['1 in 1, line 1', '2 in 2, line 2', '2 in 2, line 3', '1 in 1, line undefined']);
  });

  it('are told of at once in a new instance', () => {
    const { told, turn, dropped } = bed();
    turn(2);
    dropped.end();
    turn(2);
    expect(told).toHaveLength(2);
  });

  it('cost no more than a few looks at the stack, however many they are', () => {
    const { looks, turn } = bed();
    for (let n = 0; n < 100; n++) turn(1000);
    expect(looks()).toBe(10);
  });
});
