import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptFiles } from './service-worker.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kept-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, content = name): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), content);
}

it('the files of the page are kept, without what is not of it', async () => {
  for (const name of [
    'index.html',
    'assets/page-DNzdKaSI.js',
    'assets/page-DNzdKaSI.js.map',
    '.vite/manifest.json',
    'embed/v1/index.html',
    'service-worker.js',
  ])
    await put(name);
  expect((await keptFiles(folder)).map(({ url }) => url)).toEqual(['assets/page-DNzdKaSI.js', 'index.html']);
});

it('a file whose name does not say what it holds has a revision, which changes with it', async () => {
  await put('assets/page-DNzdKaSI.js');
  await put('runtime.js', 'one');
  const before = await keptFiles(folder);
  await put('runtime.js', 'two');
  const after = await keptFiles(folder);
  expect(before.map(({ revision }) => revision)).toEqual([null, expect.stringMatching(/^[0-9a-f]{12}$/)]);
  expect(after[1]!.revision).not.toBe(before[1]!.revision);
});
