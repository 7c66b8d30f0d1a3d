import { spawn } from 'node:child_process';
import { inProject, root, tools } from './project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {Readonly<Record<string, string>>} [environment] variables in addition to the present ones
 * @property {'all' | 'errors' | 'held'} [output] `errors`: everything goes to standard error, so that standard output stays free; `held`: in
 *   one piece once the program has ended, so that two can run side by side
 * @property {number} [limitMinutes] after that the program is ended and counts as failed
 */

/**
 * Runs a program in the project's folder with this terminal.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit status; 127 if it could not be started, 124 if it ran into the limit
 */
export function run(program, args, { environment = {}, output = 'all', limitMinutes } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: output === 'held' ? ['ignore', 'pipe', 'pipe'] : ['inherit', output === 'errors' ? 2 : 'inherit', 'inherit'],
      // npm is a script on Windows, which only a shell can start.
      shell: process.platform === 'win32' && program === 'npm',
    });
    let held = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (held += text));
    let late = false;
    const limit =
      limitMinutes === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            process.stderr.write(`\nStill running after ${limitMinutes} minutes: ended.\n`);
            child.kill();
          }, limitMinutes * 60_000);
    const end = (/** @type {number} */ status) => {
      clearTimeout(limit);
      process.stdout.write(held);
      resolve(late ? 124 : status);
    };
    child.on('error', () => end(127));
    child.on('close', (status) => end(status ?? 1));
  });
}

/**
 * Runs an installed tool.
 *
 * @param {keyof typeof tools} tool
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export const runTool = (tool, args, options) => run(process.execPath, [inProject(tools[tool]), ...args], options);
