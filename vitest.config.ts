import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Two worlds: the runtime's tests know no page, the page's tests have a light one (happy-dom). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'runtime',
          environment: 'node',
          include: ['{model,worker,cli,conformance,lessons,build,scripts}/**/*.test.ts'],
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['{src,sandbox}/**/*.test.ts'],
        },
      },
    ],
  },
});
