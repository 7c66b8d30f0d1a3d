// npm run dev: the page with hot reloading, for working on it.
import { ensureDependencies } from './parts/dependencies.mjs';
import { checkNodeVersion } from './parts/node-version.mjs';
import { main, Problem } from './parts/problem.mjs';
import { runTool } from './parts/run.mjs';

await main(async () => {
  checkNodeVersion();
  await ensureDependencies();
  const status = await runTool('vite', ['--host', '127.0.0.1', ...process.argv.slice(2)]);
  if (status !== 0 && status !== 130)
    throw new Problem(
      'The dev server has ended.',
      'read the message above. If its port is in use, another dev server is still running: end that one.',
    );
});
