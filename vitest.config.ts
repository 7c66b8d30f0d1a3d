import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Random tests do a fixed amount of work; how long it takes depends on what else the machine does. */
const testTimeout = 30_000;

/** Two worlds: the runtime's tests know no page, the page's tests have a light one (happy-dom). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'runtime',
          environment: 'node',
          testTimeout,
          include: ['{model,worker,cli,docs-tools,conformance,lessons,build,scripts}/**/*.test.ts'],
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'page',
          environment: 'happy-dom',
          testTimeout,
          include: ['{src,sandbox,embed}/**/*.test.ts'],
        },
      },
    ],
  },
});
