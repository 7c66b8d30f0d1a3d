import { expect, it } from 'vitest';
import { Follow, FollowFailure } from './follow.js';

it('brings the line in sight when the process begins to wait, and as long as the person looks at it', () => {
  const follow = new Follow();
  expect(follow.moved(10, false, 0)).toBe(true);
  follow.seen(true);
  expect(follow.moved(10, false, 2_000)).toBe(false);
  expect(follow.moved(90, false, 2_000)).toBe(true);
  follow.seen(false);
  expect(follow.moved(10, false, 4_000)).toBe(false);
  expect(follow.moved(null, false, 5_000)).toBe(false);
  expect(follow.moved(10, false, 6_000)).toBe(true);
});

it('leaves the text alone while the person is in it', () => {
  const follow = new Follow();
  expect(follow.moved(10, true, 0)).toBe(false);
});

it('does not jump faster than can be followed', () => {
  const follow = new Follow();
  follow.moved(10, false, 0);
  follow.seen(true);
  const jumps = Array.from({ length: 120 }, (_, frame) => follow.moved(frame % 2 ? 10 : 90, false, frame * 16));
  expect(jumps.filter(Boolean).length).toBe(1);
});

it('brings a failure in sight once, and never while somebody is in the text', () => {
  const follow = new FollowFailure();
  const failure = { message: 'The syringe is stuck.', line: 40 };
  expect(follow.found(null, false)).toBeNull();
  expect(follow.found(failure, false)).toBe(40);
  expect(follow.found({ ...failure, line: 41 }, false)).toBeNull();
  expect(follow.found({ message: 'No flow', line: 12 }, true)).toBeNull();
  expect(follow.found({ message: 'No flow', line: 12 }, false)).toBeNull();
  // It failed once more.
  expect(follow.found(null, false)).toBeNull();
  expect(follow.found({ message: 'No flow', line: 12 }, false)).toBe(12);
});
