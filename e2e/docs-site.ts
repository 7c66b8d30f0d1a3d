import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css' };

/** The documentation of docs/site, built for the playground at an address, and served from a port of its own: another origin. */
export interface DocsSite {
  readonly address: string;
  close(): void;
}

/** Builds the site as `npm run docs -- --build` does, and serves it. */
export async function docsSite(playground: string): Promise<DocsSite> {
  const folder = join('.cache', `docs-site-${new URL(playground).port}`);
  const args = ['scripts/docs.mjs', '--build', '--playground', playground, '--output', folder];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The site could not be built: ${stderr}`);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(folder, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    try {
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
