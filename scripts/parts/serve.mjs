import { spawn } from 'node:child_process';
import { Problem } from './problem.mjs';
import { inProject, root, tools } from './project.mjs';

/**
 * Serves a built folder at 127.0.0.1 until this program is ended. Raises a `Problem` if it cannot.
 *
 * @param {string} folder below the project's folder
 * @param {number} port a free one
 * @returns {Promise<{ readonly address: string, readonly ended: Promise<unknown> }>} once it answers
 */
export async function serve(folder, port) {
  const address = `http://127.0.0.1:${port}/`;
  const options = ['--outDir', folder, '--host', '127.0.0.1', '--port', String(port), '--strictPort', '--logLevel', 'warn'];
  const server = spawn(process.execPath, [inProject(tools.vite), 'preview', ...options], { cwd: root, stdio: 'inherit' });
  const ended = new Promise((resolve) => server.once('close', resolve));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill());
  const answers = async () => (await fetch(address).catch(() => null))?.ok === true;
  while (!(await answers())) {
    if (server.exitCode !== null)
      throw new Problem('The server could not be started.', 'read the message above; another program may have taken the port: try again.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { address, ended };
}
