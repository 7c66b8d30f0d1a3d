import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};
const dist = path.join(import.meta.dirname, '..', 'dist');

/** The built page below a path of a server of its own, which can be stopped and can get a newer version of the page. */
export class KeptSite {
  readonly #server: Server;
  /** What is another text than in the build, by the name of the file. */
  readonly #changed = new Map<string, string>();
  /** Where the page is. */
  address = '';

  private constructor() {
    this.#server = createServer((request, response) => {
      const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).replace(/^\/lab\//, '') || 'index.html';
      const file = path.join(dist, name);
      if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/plain', 'cache-control': 'no-cache' });
      response.end(this.#changed.get(name) ?? readFileSync(file));
    });
  }

  static async start(): Promise<KeptSite> {
    const site = new KeptSite();
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    const address = site.#server.address();
    if (typeof address === 'object' && address !== null) site.address = `http://127.0.0.1:${address.port}/lab/`;
    return site;
  }

  /** From now on there is a newer version, whose page has another description. */
  publish(description: string): void {
    const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
    this.#changed.set('index.html', page.replace(/(<meta name="description" content=")[^"]*/, `$1${description}`));
    const worker = readFileSync(path.join(dist, 'service-worker.js'), 'utf8');
    this.#changed.set('service-worker.js', worker.replace(/("url":"index\.html","revision":")[^"]*/, '$1newer'));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
