import { Problem } from './problem.mjs';

/** The first version that has everything Vite 8 and the commands need; the same as `engines` in package.json. */
const least = [20, 19];

/**
 * Raises a `Problem` if Node is too old.
 *
 * @param {string} [version] as in `process.versions.node`
 */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new Problem(
    `This is Node ${version}, and at least Node ${least.join('.')} is needed.`,
    'install a newer Node from https://nodejs.org and try again.',
  );
}
