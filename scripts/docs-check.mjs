// npm run -s docs:check -- folder: runs the playgrounds of a folder of Markdown files and holds them against what was recorded.
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './parts/dependencies.mjs';
import { checkNodeVersion } from './parts/node-version.mjs';
import { main } from './parts/problem.mjs';
import { inProject } from './parts/project.mjs';

await main(async () => {
  checkNodeVersion();
  await ensureDependencies();
  // npm changes to the project's folder; files are named from where the person is.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(inProject('docs-tools', 'check-command.ts')).href);
});
