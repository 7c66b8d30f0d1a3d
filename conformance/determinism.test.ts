import { expect, it } from 'vitest';
import { play } from './harness.js';

it('the same seed gives the same bytes, another seed other noise', () => {
  const code =
    'export default async function p(context) { for (let n = 0; n < 5; n++) { context.sendLocation((await thermostat.readout.read()).value); await asyncio.sleep(1); } }';
  expect(play(code, { seed: 7 }).events).toEqual(play(code, { seed: 7 }).events);
  expect(play(code, { seed: 7 }).locations).not.toEqual(play(code, { seed: 8 }).locations);
});
