import { expect, it } from 'vitest';
import type { StuckReport } from '../model/protocol.js';
import { LoopGuard } from './loop-guard.js';

function setup() {
  const reports: StuckReport[] = [];
  const world = { now: 0, endTurn: (): void => {} };
  const guard = new LoopGuard({
    now: () => world.now,
    afterTurn: (callback) => (world.endTurn = callback),
    report: (report) => reports.push(report),
    limitMilliseconds: 400,
  });
  return { guard, world, reports };
}

it('reports the loop that runs when the turn has lasted too long, once', () => {
  const { guard, world, reports } = setup();
  guard.check(3, 5);
  world.now = 399;
  guard.check(3, 5);
  expect(reports).toEqual([]);
  world.now = 400;
  guard.check(7, 1);
  world.now = 900;
  guard.check(7, 1);
  expect(reports).toEqual([{ type: 'stuck', line: 7, column: 1 }]);
});

it('starts anew with every turn', () => {
  const { guard, world, reports } = setup();
  for (let turn = 0; turn < 5; turn++) {
    guard.check(1, 1);
    world.now += 300;
    guard.check(1, 1);
    world.endTurn();
    world.now += 300;
  }
  expect(reports).toEqual([]);
});

it('reports again when a later turn is stuck too', () => {
  const { guard, world, reports } = setup();
  for (let turn = 0; turn < 2; turn++) {
    guard.check(1, 1);
    world.now += 500;
    guard.check(1, 1);
    world.endTurn();
  }
  expect(reports).toHaveLength(2);
});
