import { expect, it } from 'vitest';
import { closeDoors } from './hygiene.js';

it('takes the doors away, own and inherited ones, and nothing else', () => {
  const prototype = { fetch: () => {}, setTimeout: () => {} };
  const global = Object.assign(Object.create(prototype) as object, { WebSocket: class {}, Math });
  expect(closeDoors(global)).toEqual([]);
  expect('fetch' in global).toBe(false);
  expect('WebSocket' in global).toBe(false);
  expect(global).toHaveProperty('setTimeout');
  expect(global).toHaveProperty('Math');
});

it('says which doors stayed', () => {
  const global = Object.defineProperty({}, 'fetch', { value: () => {}, configurable: false });
  expect(closeDoors(global)).toEqual(['fetch']);
});
