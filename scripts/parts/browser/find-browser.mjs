import { existsSync } from 'node:fs';
import { installedBrowser } from './installed.mjs';
import { packagedBrowser } from './packaged.mjs';
import { playwrightsBrowser } from './playwrights.mjs';
import { startCheck } from './start-check.mjs';

/**
 * The browser for the tests, without installing anything: the one E2E_CHROMIUM names, an installed one, Playwright's own, or the
 * packaged one if it has been unpacked. `E2E_CHROMIUM=packaged` asks for the packaged one.
 */
export async function findBrowser() {
  const named = process.env.E2E_CHROMIUM;
  if (named === 'packaged') return packagedBrowser();
  if (named) return existsSync(named) ? startCheck(named) : null;
  return (await installedBrowser()) ?? (await playwrightsBrowser()) ?? (await packagedBrowser({ unpacked: true }));
}
