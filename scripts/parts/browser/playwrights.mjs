import { existsSync } from 'node:fs';
import { runTool } from '../run.mjs';
import { startCheck } from './start-check.mjs';

/** Playwright's own Chromium, if it has been downloaded and starts. */
export async function playwrightsBrowser() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? startCheck(file) : null;
}

/** Downloads Playwright's own Chromium (about 170 MB). It may start or not: system libraries are not part of it. */
export async function downloadPlaywrights() {
  await runTool('playwright', ['install', '--no-shell', 'chromium'], { output: 'errors', limitMinutes: 5 });
}
