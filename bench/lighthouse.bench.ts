/**
 * Lighthouse on the production build, served with gzip. Its 200 packages are no dependency of the project: the pinned version is fetched by npx the
 * first time.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { ensureBrowser } from '../scripts/parts/browser/ensure-browser.mjs';
import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median } from './measure/statistics.js';
import { BuiltPage } from './page/built-page.js';

/** The newest that runs on the oldest Node that the project supports. */
const lighthouse = 'lighthouse@12.8.2';
const rounds = 3;
const metrics = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'] as const;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number; readonly auditRefs: readonly { readonly id: string }[] }>>;
  readonly audits: Readonly<
    Record<
      string,
      { readonly title: string; readonly score: number | null; readonly displayValue?: string; readonly numericValue?: number }
    >
  >;
}

const server = await BuiltPage.server();
const { executablePath = chromium.executablePath(), environment } = await ensureBrowser();
const env = { ...process.env, ...environment, CHROME_PATH: executablePath };
const folder = mkdtempSync(path.join(tmpdir(), 'lighthouse-'));
const reports = { desktop: [await measured('desktop')], mobile: [await measured('mobile')] };
for (let round = 1; round < rounds; round++) {
  reports.desktop.push(await measured('desktop'));
  reports.mobile.push(await measured('mobile'));
}
server.close();
rmSync(folder, { recursive: true, force: true });

console.log(`Lighthouse, median of ${rounds} runs each. ${machineLine()}\n`);
for (const [form, all] of Object.entries(reports)) {
  const values = metrics.map((metric) => `${metric} ${all.map(({ audits }) => audits[metric]?.displayValue ?? '?').join(' / ')}`);
  console.log(`${form}: ${values.join(', ')}`);
  for (const { categories, audits } of all.slice(0, 1))
    for (const { id } of Object.values(categories).flatMap(({ auditRefs }) => auditRefs))
      if (!metrics.some((metric) => metric === id) && (audits[id]?.score ?? 1) < 0.9) console.log(`  ${id}: ${audits[id]!.title}`);
}
const score = (all: readonly Report[], category: string): number =>
  median(all.map(({ categories }) => 100 * (categories[category]?.score ?? 0)));
const shift = Math.max(
  ...[...reports.desktop, ...reports.mobile].map(({ audits }) => audits['cumulative-layout-shift']?.numericValue ?? 0),
);
console.log(
  goalTable([
    { what: 'performance, desktop', value: score(reports.desktop, 'performance'), atLeast: 100, unit: 'points' },
    { what: 'performance, mobile', value: score(reports.mobile, 'performance'), atLeast: 93, unit: 'points' },
    { what: 'accessibility, both', value: score([...reports.desktop, ...reports.mobile], 'accessibility'), atLeast: 100, unit: 'points' },
    { what: 'best practices, both', value: score([...reports.desktop, ...reports.mobile], 'best-practices'), atLeast: 100, unit: 'points' },
    { what: 'layout shift, worst of all', value: shift, atMost: 0, unit: '' },
  ]),
);

async function measured(form: 'desktop' | 'mobile'): Promise<Report> {
  const file = path.join(folder, 'report.json');
  const flags = ['--quiet', '--output=json', `--output-path=${file}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu'];
  if (form === 'desktop') flags.push('--preset=desktop');
  await promisify(execFile)('npx', ['--yes', lighthouse, `${server.address}/`, ...flags], { env });
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}
