import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { contentPolicy } from './build/content-policy.js';
import { embedFiles } from './build/embed-files.js';
import { sandboxFiles } from './build/sandbox-files.js';
import { serviceWorker } from './build/service-worker.js';
import { slimMonaco } from './build/slim-monaco.js';

/**
 * What Monaco needs from its first key on, in one chunk: by itself the bundler would cut it to pieces, one for each set of late
 * features (src/editor/monaco/late-features.ts) that need the same of it, all of which would have to come before the first key.
 */
const editorCore = {
  name: 'editor',
  test: /\/src\/editor\/monaco\/typing-features\.ts$|\/monaco-editor\/esm\/vs\/editor\/editor\.api\.js$/,
};

export default defineConfig({
  // Relative, so that the built folder can be hosted anywhere, also below another path.
  base: './',
  // Fixed and checked: with another port taken silently, somebody would look at an old server.
  server: { host: '127.0.0.1', port: 5310, strictPort: true },
  preview: { host: '127.0.0.1', port: 5320, strictPort: true },
  plugins: [svelte(), slimMonaco(), sandboxFiles(), embedFiles(), contentPolicy(), serviceWorker()],
  // The dev server bundles packages beforehand, and must make the same of Monaco.
  optimizeDeps: { rolldownOptions: { plugins: [slimMonaco()] } },
  worker: { format: 'es', plugins: () => [slimMonaco()] },
  build: {
    target: 'es2022',
    manifest: true,
    // Monaco and its TypeScript are large and come later; scripts/bytes.mjs holds what counts to its budget.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      // The page, and the one that stands in frames of other pages.
      input: ['index.html', 'embed/v1/frame.html'],
      checks: { pluginTimings: false, ineffectiveDynamicImport: false },
      output: { codeSplitting: { groups: [editorCore] } },
    },
  },
});
