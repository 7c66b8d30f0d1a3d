import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/parts/browser/find-browser.mjs';
import type { Browser } from './scripts/parts/browser/start-check.mjs';

const port = Number(process.env.E2E_PORT ?? 5390);
const address = `http://127.0.0.1:${port}/`;

/** `npm test` has found a browser and tells; `npx playwright test` looks itself. */
const browser = process.env.E2E_BROWSER ? (JSON.parse(process.env.E2E_BROWSER) as Browser) : await findBrowser();
if (!browser) throw new Error('There is no browser to test with: "npm test -- e2e" installs one.');

/** Chromium's sandbox cannot be set up by root; nothing else may go without it. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only sometimes is a failing test.
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['html', { open: 'never' }],
    ...(process.env.E2E_REPORT ? [['json', { outputFile: process.env.E2E_REPORT }] as const] : []),
  ],
  use: {
    baseURL: address,
    // Recording every step takes a third of the time of all tests; a failure leaves a picture and the page as text. `--trace on` records.
    trace: 'off',
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: browser.executablePath,
      env: { ...process.env, ...browser.environment },
      args: [
        ...asRoot,
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
