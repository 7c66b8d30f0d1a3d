import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxFiles } from './sandbox-files.js';

const files = new Map<string, string>();
let version: string | undefined;

beforeAll(async () => {
  const { output } = (await build({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    plugins: [
      sandboxFiles(),
      {
        name: 'read-version',
        configResolved: ({ define }) => void (version = JSON.parse(String(define?.['import.meta.env.SANDBOX_VERSION']))),
      },
    ],
    build: { write: false, lib: { entry: fileURLToPath(new URL('../model/json.ts', import.meta.url)), formats: ['es'], fileName: 'page' } },
  }).then((result) => (Array.isArray(result) ? result[0] : result))) as Rolldown.RolldownOutput;
  for (const file of output) if (file.type === 'asset') files.set(file.fileName, String(file.source));
}, 120_000);

describe('the files of the sandbox', () => {
  it('are three', () => {
    expect([...files.keys()].sort()).toEqual(['runtime.js', 'sandbox-nested.html', 'sandbox.html']);
  });

  it('have a version, which changes with them', () => {
    expect(version).toMatch(/^[0-9a-f]{8}$/);
  });

  it('the runtime is one classic script: a module worker would not start in the frame', () => {
    expect(() => new Script(files.get('runtime.js')!)).not.toThrow();
  });

  it('the frame loads nothing: its script stands in it', () => {
    for (const name of ['sandbox.html', 'sandbox-nested.html']) loadsNothing(files.get(name)!);
  });

  function loadsNothing(html: string): void {
    const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.map(([, attributes]) => attributes)).toEqual(['']);
    expect(() => new Script(scripts[0]![2]!)).not.toThrow();
    expect(html).not.toMatch(/\b(src|href)=/);
  }

  it('the frame has its own policy, without connections', () => {
    for (const name of ['sandbox.html', 'sandbox-nested.html'])
      expect(files.get(name)).toMatch(/Content-Security-Policy[^>]*default-src 'none'[^>]*connect-src 'none'/);
  });
});
