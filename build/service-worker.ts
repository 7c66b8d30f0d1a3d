import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { classicBundle } from './classic-bundle.js';

/** A file that is kept. `revision`: what it holds, unless its name says so already. */
export interface KeptFile {
  readonly url: string;
  readonly revision: string | null;
}

/** What is built but is no part of the page: the build's own notes, and what other sites load. */
const leftOut = /^(\.vite|embed|docs)\/|^service-worker\.js$|\.map$/;
/** Vite names what it emits by what it holds. */
const named = /^assets\/.+-[\w-]{8}\.\w+$/;

/** The files of a built folder that the page needs, in the order of their names. */
export async function keptFiles(folder: string): Promise<readonly KeptFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const urls = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((url) => !leftOut.test(url))
    .sort();
  const revision = async (url: string): Promise<string> =>
    createHash('sha256')
      .update(await readFile(path.join(folder, url)))
      .digest('hex')
      .slice(0, 12);
  return Promise.all(urls.map(async (url) => ({ url, revision: named.test(url) ? null : await revision(url) })));
}

/** Writes `service-worker.js` beside index.html, once everything else is there. The dev server has none. */
export function serviceWorker(): Plugin {
  let root = process.cwd();
  let folder = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ root: resolved, build }) {
      root = resolved;
      folder = path.resolve(resolved, build.outDir);
    },
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        // Workers are bundled with the same plugins' names but in environments of their own.
        if (this.environment.name !== 'client') return;
        const { code } = await classicBundle(path.join(root, 'offline/service-worker.ts'), 'production');
        await writeFile(path.join(folder, 'service-worker.js'), `self.builtFiles=${JSON.stringify(await keptFiles(folder))};\n${code}`);
      },
    },
  };
}
