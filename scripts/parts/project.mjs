import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {readonly string[]} parts names below the project's folder */
export const inProject = (...parts) => path.join(root, ...parts);

/** What runs with `node`: the installed tools by their entry files, so that no shell and no PATH is involved. */
export const tools = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  'svelte-check': 'node_modules/svelte-check/bin/svelte-check',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};
