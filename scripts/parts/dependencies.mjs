import { existsSync, readFileSync } from 'node:fs';
import { Problem } from './problem.mjs';
import { inProject } from './project.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/**
 * The part of a lock file that tells what is installed.
 *
 * @typedef {{ readonly packages: Readonly<Record<string, { readonly version?: string, readonly optional?: boolean }>> }} Lock
 */

/**
 * Whether what is installed is what the lock file asks for. Optional packages (other platforms' binaries) may be missing.
 *
 * @param {Lock} wanted package-lock.json
 * @param {Lock | null} installed node_modules/.package-lock.json, which npm writes last; `null` if there is none
 */
export function isCurrent(wanted, installed) {
  if (!installed) return false;
  return Object.entries(wanted.packages).every(([name, { version, optional }]) => {
    const present = installed.packages[name];
    return name === '' || (present ? present.version === version : optional === true);
  });
}

/** @param {string} file @returns {Lock | null} */
const readLock = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/**
 * Installs the packages of the lock file if they are missing or others. Writes nothing to standard output.
 * Raises a `Problem` if that fails.
 */
export async function ensureDependencies() {
  const wanted = readLock(inProject('package-lock.json'));
  if (!wanted) throw new Problem('package-lock.json is missing.', 'get a complete copy of the project (git checkout package-lock.json).');
  if (isCurrent(wanted, readLock(inProject('node_modules', '.package-lock.json')))) return;
  say('Installing the packages this project needs (npm ci). The first time this takes a minute.');
  const status = await run('npm', ['ci', '--no-audit', '--no-fund'], { output: 'errors' });
  if (status !== 0)
    throw new Problem(
      'The packages could not be installed.',
      'check that this computer reaches the npm registry (a proxy is set with "npm config set proxy"), that the disk has 1 GB free and that this folder may be written to; then try again.',
    );
}
