import { gzipSync } from 'node:zlib';
import { classicBundle } from '../build/classic-bundle.js';
import { inProject } from '../scripts/parts/project.mjs';
import { type Entry, filesOf } from '../scripts/parts/static-files.mjs';
import { type Opened, open } from './load/open.js';
import { type Site, sites } from './load/sites.js';
import type { Watched } from './load/watcher.js';
import { alternate } from './measure/alternate.js';
import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median, ratio } from './measure/statistics.js';
import { short, spread, table } from './measure/table.js';
import { openChromium } from './threads/chromium.js';
import { type ServedFile, serve } from './threads/serve.js';

const rounds = 7;

const files = await sites();
const servers = {
  product: await serve(files.product),
  'text area': await serve(files['text area']),
  'bare Monaco': await serve(files['bare Monaco']),
};
const { code: watcher } = await classicBundle(inProject('bench/load/watcher.ts'), 'production');
const browser = await openChromium();
const opened: Record<string, Opened[]> = {};

const variant = (site: Site, until: keyof Watched) => async () => {
  const one = await open(browser, servers[site], watcher, until);
  (opened[`${site}: ${until}`] ??= []).push(one);
  return one.milliseconds;
};
const times = await alternate(
  {
    'text area: first key': variant('text area', 'key'),
    'product: first key': variant('product', 'key'),
    'bare Monaco: first key': variant('bare Monaco', 'key'),
    'bare Monaco: shown': variant('bare Monaco', 'monaco'),
    'product: Monaco shown': variant('product', 'monaco'),
  },
  { rounds },
);
const version = browser.version();
await browser.close();
for (const server of Object.values(servers)) server.close();

console.log(`Loading from this machine into a new profile, until something shows. ${machineLine(version)}\n`);
console.log(
  table(
    ['', 'ms: median [min–max]'],
    Object.entries(times).map(([name, each]) => [name, spread(median(each), each)]),
  ),
);
const untilReady = median((opened['product: monaco'] ?? []).map(({ kilobytes }) => kilobytes));
console.log(
  `\nkB (gzip) that had travelled when Monaco showed: product ${short(untilReady)}, bare Monaco ${short(median((opened['bare Monaco: monaco'] ?? []).map(({ kilobytes }) => kilobytes)))}\n`,
);
console.log(
  goalTable([
    { what: 'first key, × a text area', value: ratio(times['product: first key'], times['text area: first key']), atMost: 1.25, unit: '×' },
    {
      what: 'Monaco ready, × a bare Monaco',
      value: ratio(times['product: Monaco shown'], times['bare Monaco: shown']),
      atMost: 1.15,
      unit: '×',
    },
    { what: 'needed for the first key, gzip', value: kilobytesForFirstKey(files.product), atMost: 40, unit: 'kB' },
    { what: 'travelled until Monaco is ready, gzip', value: untilReady, atMost: 800, unit: 'kB' },
  ]),
);
process.exit();

/** The page and what it cannot start without; what it loads while one can type already is not part of it. */
function kilobytesForFirstKey(built: readonly ServedFile[]): number {
  const bodies = new Map(built.map(({ path, body }) => [path, body]));
  const manifest = JSON.parse(String(bodies.get('.vite/manifest.json'))) as Readonly<Record<string, Entry>>;
  const names = ['index.html', ...filesOf(manifest, ['index.html'])];
  return names.reduce((sum, name) => sum + gzipSync(bodies.get(name) ?? '', { level: 9 }).length, 0) / 1024;
}
