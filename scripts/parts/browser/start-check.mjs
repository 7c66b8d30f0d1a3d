import { execFile } from 'node:child_process';

/**
 * A browser that starts here: what Playwright needs to launch it.
 *
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {Readonly<Record<string, string>>} environment variables it needs in addition
 * @property {string} version as it says it itself
 */

/**
 * Tries a browser by asking for its version, which fails where a library is missing.
 * On Windows, where Chrome answers by opening a window, that the file exists has to do.
 *
 * @param {string} executablePath
 * @param {Readonly<Record<string, string>>} [environment]
 * @returns {Promise<Browser | null>}
 */
export function startCheck(executablePath, environment = {}) {
  if (process.platform === 'win32') return Promise.resolve({ executablePath, environment, version: 'unknown version' });
  return new Promise((resolve) => {
    execFile(executablePath, ['--version'], { timeout: 20_000, env: { ...process.env, ...environment } }, (error, output) =>
      resolve(error ? null : { executablePath, environment, version: output.trim() }),
    );
  });
}
