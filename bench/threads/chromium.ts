import { type Browser, chromium } from '@playwright/test';
import { ensureBrowser } from '../../scripts/parts/browser/ensure-browser.mjs';

/** Background work of the browser that would disturb a measurement, and what would slow a page that nobody looks at. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--js-flags=--expose-gc',
];

/** Starts the browser that the tests use, headless. */
export async function openChromium(): Promise<Browser> {
  const { executablePath, environment } = await ensureBrowser();
  // Chromium's sandbox cannot be set up by root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...environment } as Record<string, string>,
    args: [...asRoot, ...quiet],
  });
}
