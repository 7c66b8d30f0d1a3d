import { Problem } from '../problem.mjs';
import { say } from '../say.mjs';
import { findBrowser } from './find-browser.mjs';
import { installedBrowser } from './installed.mjs';
import { installWithPackageManager } from './package-manager.mjs';
import { packagedBrowser } from './packaged.mjs';
import { downloadPlaywrights, playwrightsBrowser } from './playwrights.mjs';

/**
 * A browser for the tests: one that is there, else Playwright's own, else the one inside an npm package, else the system's.
 * Raises a `Problem` if none can be had.
 */
export async function ensureBrowser() {
  const present = await findBrowser();
  if (present) return present;
  if (process.env.E2E_CHROMIUM)
    throw new Problem(
      `E2E_CHROMIUM names ${process.env.E2E_CHROMIUM}, which does not start.`,
      'give it the path of a Chromium or Chrome, or unset it.',
    );
  say('No Chromium, Chrome or Edge is installed: downloading the one Playwright brings (170 MB).');
  await downloadPlaywrights();
  const own = await playwrightsBrowser();
  if (own) return own;
  say('That did not work: unpacking the Chromium that came as an npm package.');
  const packaged = await packagedBrowser().catch((/** @type {unknown} */ error) => void say(String(error)));
  if (packaged) return packaged;
  say("That did not work either: installing Chromium with the system's package manager.");
  await installWithPackageManager();
  const installed = await installedBrowser();
  if (installed) return installed;
  throw new Problem(
    'There is no browser to test with, and none could be installed.',
    'install Chromium or Google Chrome yourself, or set E2E_CHROMIUM to the path of one, and try again.',
  );
}
