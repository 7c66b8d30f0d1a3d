import { createServer } from 'node:net';

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/**
 * The first free port from a number on. Each use has a range of its own, so that none meets another's server:
 * the dev server 5310 (fixed), `npm start` from 5320, `npm run docs` from 5330, the tests from 5390.
 *
 * @param {number} from
 * @param {string} [host]
 */
export async function freePort(from, host = '127.0.0.1') {
  for (let port = from; port < from + 60; port++) if (await isFree(port, host)) return port;
  throw new Error(`All ports from ${from} to ${from + 59} are in use.`);
}
