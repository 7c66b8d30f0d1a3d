import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { classicBundle } from './classic-bundle.js';

/** What the page loads by name, beside index.html. */
export interface SandboxFiles {
  /** The opaque-origin frame, its script inside. */
  readonly 'sandbox.html': string;
  /** The same within a page of the playground's origin, for when there is no network. */
  readonly 'sandbox-nested.html': string;
  /** The runtime: what the page hands to the frame as the worker's script. */
  readonly 'runtime.js': string;
}

/** What the two files are made of, to notice an edit. */
interface Made {
  readonly files: SandboxFiles;
  readonly sources: ReadonlySet<string>;
}

const scriptTag = /<script type="module" src="\.\/frame\.ts"><\/script>/;

async function make(root: string, mode: 'production' | 'development'): Promise<Made> {
  const page = path.join(root, 'sandbox/sandbox.html');
  const [html, frame, nest, runtime] = await Promise.all([
    readFile(page, 'utf8'),
    classicBundle(path.join(root, 'sandbox/frame.ts'), mode),
    classicBundle(path.join(root, 'sandbox/nest.ts'), mode),
    classicBundle(path.join(root, 'worker/main.ts'), mode),
  ]);
  if (!scriptTag.test(html))
    throw new Error('sandbox/sandbox.html must load its script with <script type="module" src="./frame.ts"></script>.');
  // The frame has no origin, so it may load nothing: its script stands in it. A function, so that `$&` in the code stays what it is.
  const inline = (code: string): string => html.replace(scriptTag, () => `<script>${code.replaceAll('</script', '<\\/script')}</script>`);
  const inner = inline(frame.code);
  const asText = JSON.stringify(inner).replaceAll('<', '\\u003c');
  return {
    files: {
      'sandbox.html': inner,
      // Its script needs the body, which is not there yet in the head: a classic script may wait for it only with a source.
      'sandbox-nested.html': inline(`addEventListener('DOMContentLoaded',()=>{const frameDocument=${asText};${nest.code}})`),
      'runtime.js': runtime.code,
    },
    sources: new Set([page, ...frame.files, ...nest.files, ...runtime.files]),
  };
}

/**
 * Serves (`vite dev`) and emits (`vite build`) `sandbox.html`, `sandbox-nested.html` (which holds it) and `runtime.js` beside index.html.
 * The names are fixed. `import.meta.env.SANDBOX_VERSION` is a hash of both for the page to append as a query,
 * so that a cached page never meets the other version's runtime.
 */
export function sandboxFiles(): Plugin {
  let root = process.cwd();
  let made: Promise<Made> | undefined;

  const serve = (server: ViteDevServer): void => {
    server.middlewares.use((request, response, next) => {
      const name = new URL(request.url ?? '/', 'http://localhost').pathname.replace(server.config.base, '/').slice(1);
      if (name !== 'sandbox.html' && name !== 'sandbox-nested.html' && name !== 'runtime.js') return next();
      made ??= make(root, 'development');
      made.then(
        ({ files, sources }) => {
          server.watcher.add([...sources]);
          response.setHeader('Content-Type', name === 'runtime.js' ? 'text/javascript' : 'text/html');
          response.setHeader('Cache-Control', 'no-store');
          response.end(files[name]);
        },
        (error: unknown) => {
          made = undefined;
          next(error);
        },
      );
    });
  };

  return {
    name: 'sandbox-files',
    async config({ root: configured }, { command }) {
      root = path.resolve(configured ?? root);
      if (command === 'serve') return { define: { 'import.meta.env.SANDBOX_VERSION': '"dev"' } };
      made = make(root, 'production');
      const { files } = await made;
      const version = createHash('sha256').update(files['sandbox-nested.html']).update(files['runtime.js']).digest('hex').slice(0, 8);
      return { define: { 'import.meta.env.SANDBOX_VERSION': JSON.stringify(version) } };
    },
    configureServer: serve,
    async hotUpdate({ file }) {
      if (!made || this.environment.name !== 'client') return;
      const { sources } = await made.catch(() => ({ sources: new Set<string>() }));
      if (!sources.has(file)) return;
      made = undefined;
      this.environment.hot.send({ type: 'full-reload' });
      return [];
    },
    async generateBundle() {
      // Workers are bundled with the same plugins' names but in environments of their own: only the page's build emits.
      if (!made) return;
      const { files } = await made;
      for (const [fileName, source] of Object.entries(files)) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
