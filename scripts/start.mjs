// npm start: installs what is missing, builds the page, serves it and says where.
import { spawn } from 'node:child_process';
import { buildPage } from './parts/build-page.mjs';
import { ensureDependencies } from './parts/dependencies.mjs';
import { freePort } from './parts/free-port.mjs';
import { checkNodeVersion } from './parts/node-version.mjs';
import { openPage } from './parts/open-page.mjs';
import { main, Problem } from './parts/problem.mjs';
import { inProject, root, tools } from './parts/project.mjs';
import { say } from './parts/say.mjs';

await main(async () => {
  checkNodeVersion();
  await ensureDependencies();
  await buildPage();
  const port = await freePort(5320);
  const address = `http://127.0.0.1:${port}/`;
  const server = spawn(
    process.execPath,
    [inProject(tools.vite), 'preview', '--host', '127.0.0.1', '--port', String(port), '--strictPort', '--logLevel', 'warn'],
    { cwd: root, stdio: 'inherit' },
  );
  const ended = new Promise((resolve) => server.once('close', resolve));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill());
  const answers = async () => (await fetch(address).catch(() => null))?.ok === true;
  while (!(await answers())) {
    if (server.exitCode !== null)
      throw new Problem('The server could not be started.', 'read the message above; another program may have taken the port: try again.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  say(`Process Playground is ready: ${address}`);
  say('Leave this window open while you use it. Ctrl+C ends it.');
  openPage(address);
  await ended;
});
