import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { classicBundle } from './classic-bundle.js';

const folder = 'embed/v1/';
const textFiles = { process: 'process.ts', data: 'data.yaml', protocol: 'protocol.yaml', bench: 'bench.yaml' };

/** What a page that embeds examples loads by name: the element, its types, and each built-in example as a script of its own. */
async function make(root: string, mode: 'production' | 'development'): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  files.set('process-playground.js', (await classicBundle(path.join(root, 'embed/element/process-playground.ts'), mode)).code);
  files.set('live.js', (await classicBundle(path.join(root, 'embed/element/live-script.ts'), mode)).code);
  files.set('process-playground.d.ts', readFileSync(path.join(root, 'embed/process-playground.d.ts'), 'utf8'));
  const examples = path.join(root, 'lessons/examples');
  for (const id of readdirSync(examples)) files.set(`examples/${id}.js`, exampleScript(path.join(examples, id), id));
  return files;
}

function exampleScript(example: string, id: string): string {
  const about = JSON.parse(readFileSync(path.join(example, 'example.json'), 'utf8')) as { readonly bench?: string };
  const there = new Set(readdirSync(example));
  const texts = Object.fromEntries(
    Object.entries(textFiles)
      .filter(([, file]) => there.has(file))
      .map(([name, file]) => [name, readFileSync(path.join(example, file), 'utf8')]),
  );
  return `(globalThis.processPlaygroundExamples ??= {})[${JSON.stringify(id)}] = ${JSON.stringify({ texts, bench: about.bench })};\n`;
}

/** Emits these files beside the frame (`embed/v1/frame.html`), and serves them while one works on the page. */
export function embedFiles(): Plugin {
  let root = process.cwd();
  return {
    name: 'embed-files',
    configResolved(config) {
      root = config.root;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const name = pathname.startsWith(`/${folder}`) ? pathname.slice(folder.length + 1) : '';
        if (!/^(process-playground\.js|live\.js|examples\/[\w-]+\.js)$/.test(name)) return next();
        make(root, 'development').then((files) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(files.get(name));
        }, next);
      });
    },
    async generateBundle() {
      // Workers are built with plugins of their own; only the page's build comes here.
      for (const [name, source] of await make(root, 'production')) this.emitFile({ type: 'asset', fileName: folder + name, source });
    },
  };
}
