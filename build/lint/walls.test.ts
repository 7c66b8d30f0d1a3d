import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)) });

/** Lints a text as if it stood in a file of the project; returns what the linter objects to, one rule per message. */
async function rulesBrokenBy(code: string, filePath: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map((message) => message.ruleId);
}

const wall = 'project/import-walls';

beforeAll(async () => {
  await rulesBrokenBy('', 'model/warm-up.ts');
}, 60_000);

describe('an import that a wall forbids is an error', () => {
  it.each([
    ['model/a.ts', `import { b } from '../worker/task/index.js';\nb();`],
    ['model/a.ts', `import { parse } from 'yaml';\nparse('');`],
    ['model/a.ts', `export * from '../src/ui/tone.js';`],
    ['worker/clock/a.ts', `import { b } from '../task/index.js';\nb();`],
    ['worker/task/a.ts', `import { b } from '../process/owner.js';\nb();`],
    ['worker/task/a.ts', `import type { B } from '../process/owner.js';\nexport type C = B;`],
    ['worker/data/a.ts', `import { b } from '../hardware/index.js';\nb();`],
    ['worker/hardware/a.ts', `import { b } from '../process/owner.js';\nb();`],
    ['worker/process/a.ts', `import { b } from '../hardware/index.js';\nb();`],
    ['worker/process/a.ts', `export type B = typeof import('../typescript/load.js');`],
    ['worker/typescript/a.ts', `import { b } from '../hardware/index.js';\nb();`],
    ['worker/session.ts', `import * as Comlink from 'comlink';\nComlink.wrap(null);`],
    ['worker/session.ts', `import { b } from '../src/runtime/border.js';\nb();`],
    ['cli/a.ts', `import { b } from '../src/runtime/border.js';\nb();`],
    ['src/process/a.ts', `import { b } from '../hardware/device-text.js';\nb();`],
    ['src/process/a.ts', `import { b } from '../../worker/task/index.js';\nb();`],
    ['src/process/a.ts', `const load = () => import('../../worker/task/index.js');\nload();`],
    ['src/process/a.ts', `import { wrap } from 'comlink';\nwrap();`],
    ['src/process/A.svelte', `<script lang="ts">\n  import { wrap } from 'comlink';\n  wrap();\n</script>`],
    ['src/process/A.svelte', `<script lang="ts">\n  import Pane from '../hardware/HardwarePane.svelte';\n</script>\n\n<Pane />`],
    ['src/ui/a.ts', `import { b } from '../process/draft.js';\nb();`],
    ['src/runtime/a.ts', `import { b } from '../process/draft.js';\nb();`],
    ['src/files/a.ts', `import { editor } from 'monaco-editor';\neditor.create();`],
    ['src/editor/a.ts', `import type { editor } from 'monaco-editor';\nexport type A = editor.ITextModel;`],
    ['src/editor/a.ts', `const load = () => import('monaco-editor/editor');\nload();`],
    ['src/editor/a.ts', `import { b } from './monaco/theme.js';\nb();`],
    ['src/ui/a.test.ts', `import { b } from '../../worker/task/index.js';\nb();`],
    ['sandbox/a.ts', `import { b } from '../worker/hygiene.js';\nb();`],
    ['scripts/a.mjs', `import { build } from 'vite';\nbuild();`],
  ])('%s: %s', async (file, code) => {
    expect(await rulesBrokenBy(code, file)).toEqual([wall]);
  });
});

describe('what the walls leave open stays open', () => {
  it.each([
    ['model/a.test.ts', `import { it } from 'vitest';\nit('works', () => {});`],
    ['worker/task/a.ts', `import { b } from '../../model/time-text.js';\nb();`],
    ['worker/task/a.ts', `import { b } from './future.js';\nb();`],
    ['worker/process/requests/a.ts', `import { b } from '../../task/index.js';\nb();`],
    ['worker/main.ts', `import * as Comlink from 'comlink';\nComlink.wrap(null);`],
    ['src/App.svelte', `<script lang="ts">\n  import Pane from './hardware/HardwarePane.svelte';\n</script>\n\n<Pane />`],
    ['src/process/a.ts', `import { b } from '../ui/tone.js';\nb();`],
    ['src/runtime/a.ts', `import { wrap } from 'comlink';\nwrap();`],
    ['src/editor/monaco.ts', `import { b } from './monaco/theme.js';\nimport { editor } from 'monaco-editor/editor';\neditor.create(b);`],
    ['src/editor/a.ts', `const load = () => import('./monaco.js');\nload();`],
    ['worker/clock/a.test.ts', `import { b } from '../task/index.js';\nb();`],
    ['bench/a.ts', `import { b } from '../worker/hardware/index.js';\nb();`],
  ])('%s: %s', async (file, code) => {
    expect(await rulesBrokenBy(code, file)).toEqual([]);
  });
});

describe('the runtime cannot read the wall clock nor roll unseeded dice', () => {
  it.each([
    ['export const now = Date.now();', 'no-restricted-globals'],
    ['export const now = performance.now();', 'no-restricted-globals'],
    ['setTimeout(() => {}, 1);', 'no-restricted-globals'],
    ['globalThis.setTimeout(() => {}, 1);', 'no-restricted-properties'],
    ['export const chance = Math.random();', 'no-restricted-properties'],
  ])('%s', async (code, rule) => {
    expect(await rulesBrokenBy(code, 'worker/process/a.ts')).toEqual([rule]);
    expect(await rulesBrokenBy(code, 'src/ui/a.ts')).toEqual([]);
  });
});

describe('types are kept, and can be stripped', () => {
  it.each([
    ['export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
    [`// @ts-ignore\nexport const a: string = 1;`, '@typescript-eslint/ban-ts-comment'],
    ['export enum Mode {\n  Paused,\n}', 'no-restricted-syntax'],
    ['export namespace Modes {\n  export const paused = 1;\n}', 'no-restricted-syntax'],
  ])('%s', async (code, rule) => {
    expect(await rulesBrokenBy(code, 'model/a.ts')).toContain(rule);
  });

  it('a component is linted by the rules of Svelte', async () => {
    expect(await rulesBrokenBy('<p>{@html location.hash}</p>', 'src/ui/A.svelte')).toEqual(['svelte/no-at-html-tags']);
  });
});
