/**
 * Who may import what (docs/architecture.md). A room is a folder or one file; the longest name that fits a path is its room.
 * Inside its room a file imports what it likes; beyond it, only the rooms in `rooms` and the packages in `packages`.
 * A name ending in `/*` in `rooms` stands for the room and every room below it.
 *
 * @typedef {{ readonly rooms: readonly string[], readonly packages: readonly string[] }} Room
 */

/** @type {Readonly<Record<string, Room>>} */
export const rooms = {
  model: { rooms: [], packages: [] },
  // Files that people keep and open again: what they may hold is checked in the page and in the command alike.
  'model/files': { rooms: ['model'], packages: ['valibot', 'fflate'] },

  'worker/clock': { rooms: ['model'], packages: [] },
  'worker/task': { rooms: ['model', 'worker/clock'], packages: [] },
  'worker/quantity': { rooms: ['model'], packages: [] },
  'worker/data': { rooms: ['model', 'worker/quantity'], packages: ['yaml'] },
  'worker/hardware': { rooms: ['model', 'worker/clock', 'worker/task', 'worker/quantity'], packages: ['fflate'] },
  'worker/services': { rooms: ['model', 'worker/clock', 'worker/task', 'worker/quantity'], packages: [] },
  'worker/bench-document': { rooms: ['model', 'worker/quantity', 'worker/data', 'worker/hardware', 'worker/services'], packages: ['yaml'] },
  'worker/process': { rooms: ['model', 'worker/clock', 'worker/task', 'worker/quantity', 'worker/data'], packages: [] },
  'worker/steps': {
    rooms: ['model', 'worker/clock', 'worker/task', 'worker/data', 'worker/process'],
    packages: ['yaml'],
  },
  'worker/typescript': {
    rooms: ['model', 'worker/clock', 'worker/task', 'worker/quantity', 'worker/data', 'worker/process'],
    packages: ['acorn', '@sveltejs/acorn-typescript', 'automancer', 'asyncio', 'hardware'],
  },
  // The samples are what users write: they see the three modules of the process API and nothing else.
  'worker/typescript/api': { rooms: [], packages: ['automancer', 'asyncio', 'hardware'] },
  worker: { rooms: ['model', 'worker/*'], packages: [] },
  'worker/main.ts': { rooms: ['model', 'worker/*'], packages: ['comlink'] },

  'src/ui': { rooms: ['model'], packages: ['svelte', 'bits-ui', '@lucide/svelte', 'diff'] },
  'src/runtime': { rooms: ['model', 'model/files'], packages: ['svelte', 'comlink', 'valibot'] },
  // `src/*` of the features: see featureRoom.
  src: { rooms: ['model', 'model/files', 'src/*'], packages: ['svelte'] },

  // What stands in other pages: the element is small, and takes of the page what colours code; the frame is a small page of its own.
  embed: { rooms: ['model', 'model/files', 'src', 'src/ui', 'src/editor'], packages: [] },
  'embed/frame': { rooms: ['model', 'model/files', 'embed', 'src', 'src/*'], packages: ['svelte', 'valibot'] },
  sandbox: { rooms: ['model'], packages: [] },
  offline: { rooms: ['model'], packages: ['workbox-precaching'] },
  cli: { rooms: ['model', 'model/files', 'worker/*'], packages: ['node:*', 'valibot', 'yaml'] },
  // What runs in somebody's documentation tool, when a page is built.
  'docs-tools': { rooms: ['model', 'worker/*', 'cli'], packages: ['node:*', 'markdown-it', 'mdast', 'yaml'] },
  'docs-tools/plugins.test.ts': { rooms: ['docs-tools'], packages: ['markdown-it', 'mdast', 'remark-parse', 'unified'] },
  // The site of docs/site.
  'docs-tools/site': { rooms: ['docs-tools'], packages: ['node:*', 'markdown-it', '@11ty/eleventy'] },
  conformance: { rooms: ['model', 'model/files', 'worker/*', 'cli'], packages: ['node:*', 'valibot', 'vitest'] },
  lessons: { rooms: ['model', 'worker/*', 'cli'], packages: ['node:*', 'automancer', 'asyncio', 'hardware'] },

  // The commands of package.json run before anything is installed.
  scripts: { rooms: ['scripts/*'], packages: ['node:*'] },
  // These look into packages once they are there.
  'scripts/docs-check.mjs': { rooms: ['scripts/*'], packages: ['node:*', 'tsx'] },
  'scripts/simulate.mjs': { rooms: ['scripts/*'], packages: ['node:*', 'tsx'] },
  'scripts/screenshot.mjs': { rooms: ['scripts/*'], packages: ['node:*', '@playwright/test', 'vite'] },
  'scripts/parts/browser': { rooms: ['scripts'], packages: ['node:*', '@playwright/test', 'tar-fs'] },
};

/**
 * A feature: one thing on the screen, which knows no other feature.
 *
 * @type {Room}
 */
export const featureRoom = {
  rooms: ['model', 'model/files', 'src/runtime', 'src/ui'],
  packages: ['svelte', 'bits-ui', 'yaml', 'valibot', 'uplot', 'idb', 'fake-indexeddb', 'fflate', 'marked'],
};

/** What only a few files may import, whatever their room allows. */
export const keptPackages = {
  'monaco-editor': /^src\/editor\/monaco(\.ts|\/.*)$/,
  fflate: /^(worker\/hardware\/imaging\/png|model\/files\/link-bytes|src\/projects\/archive\/(zip|archive\.test))\.ts$/,
  uplot: /^src\/hardware\/plot\//,
  idb: /^src\/projects\/idb-store(\.test)?\.ts$/,
  'fake-indexeddb': /^src\/projects\/fakes\.ts$/,
  marked: /^src\/lessons\/markdown\.ts$/,
  comlink: /^(worker\/main\.ts|src\/runtime\/.*)$/,
};

/** Files behind `src/editor/monaco.ts`: whoever imports one of them loads Monaco. */
export const behindMonaco = /^src\/editor\/monaco\//;

/** What tests may use in addition. */
export const testPackages = ['vitest', 'fast-check', 'svelte', 'typescript', 'node:*'];
