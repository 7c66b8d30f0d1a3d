// npm run docs: builds the playground and the site of docs/site, and serves both. With --build it only builds the site, in dist-docs/.
import { parseArgs } from 'node:util';
import { buildPage } from './parts/build-page.mjs';
import { ensureDependencies } from './parts/dependencies.mjs';
import { freePort } from './parts/free-port.mjs';
import { checkNodeVersion } from './parts/node-version.mjs';
import { openPage } from './parts/open-page.mjs';
import { main, Problem } from './parts/problem.mjs';
import { inProject } from './parts/project.mjs';
import { run } from './parts/run.mjs';
import { say } from './parts/say.mjs';
import { serve } from './parts/serve.mjs';

/**
 * @param {string} playground the address of the built playground, as the pages name it
 * @param {string} output
 */
async function buildSite(playground, output) {
  say(`Building the documentation into ${output}/.`);
  const command = ['--import', 'tsx', inProject('docs-tools', 'site', 'build-site-command.ts')];
  const status = await run(process.execPath, [...command, '--input', 'docs/site', '--output', output, '--playground', playground]);
  if (status !== 0) throw new Problem('The documentation could not be built.', 'read the message above: it names file and line.');
}

await main(async () => {
  checkNodeVersion();
  await ensureDependencies();
  const { values } = parseArgs({
    options: {
      build: { type: 'boolean' },
      // Where a site finds the playground that is put beside it.
      playground: { type: 'string', default: './playground/' },
      output: { type: 'string', default: 'dist-docs' },
    },
  });
  if (values.build) {
    await buildSite(values.playground, values.output);
    say(`Built for a playground at ${values.playground}. Any web server can serve the folder ${values.output}/.`);
    return;
  }
  await buildPage();
  const playground = await serve('dist', await freePort(5320));
  await buildSite(playground.address, values.output);
  const site = await serve(values.output, await freePort(5330));
  say(`The documentation is ready: ${site.address}`);
  say('Leave this window open while you use it. Ctrl+C ends it.');
  openPage(site.address);
  await Promise.all([playground.ended, site.ended]);
});
