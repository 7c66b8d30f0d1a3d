import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
};

export interface ServedFile {
  readonly path: string;
  readonly body: string | Buffer;
}

export interface Served {
  readonly path: string;
  /** As they travel: after gzip. */
  readonly bytes: number;
  /** When it was asked for, in milliseconds of the system's clock. */
  readonly at: number;
}

export interface Server {
  /** Without a slash at its end. */
  readonly address: string;
  /** What was asked for since the last call. */
  takeLog(): readonly Served[];
  close(): void;
}

/** Serves files from memory on this machine, compressed by gzip -9 beforehand, uncached by the browser. */
export async function serve(files: Iterable<ServedFile>): Promise<Server> {
  const bodies = new Map([...files].map(({ path, body }) => [path, { type: typeOf(path), body: gzipSync(body, { level: 9 }) }]));
  let log: Served[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = bodies.get(path.slice(1));
    if (file === undefined) {
      response.writeHead(404);
      response.end();
      return;
    }
    log.push({ path, bytes: file.body.length, at: Date.now() });
    response.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'gzip',
      'content-length': file.body.length,
      'cache-control': 'no-store',
    });
    response.end(file.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeLog() {
      const taken = log;
      log = [];
      return taken;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function typeOf(path: string): string {
  return types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}
