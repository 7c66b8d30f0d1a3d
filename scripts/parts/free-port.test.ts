import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { freePort } from './free-port.mjs';

it('passes over a port that is in use', async () => {
  const first = await freePort(45_800);
  const server = createServer().listen(first, '127.0.0.1');
  await once(server, 'listening');
  expect(await freePort(first)).toBeGreaterThan(first);
  server.close();
});
