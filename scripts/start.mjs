// npm start: installs what is missing, builds the page, serves it and says where.
import { buildPage } from './parts/build-page.mjs';
import { ensureDependencies } from './parts/dependencies.mjs';
import { freePort } from './parts/free-port.mjs';
import { checkNodeVersion } from './parts/node-version.mjs';
import { openPage } from './parts/open-page.mjs';
import { main } from './parts/problem.mjs';
import { say } from './parts/say.mjs';
import { serve } from './parts/serve.mjs';

await main(async () => {
  checkNodeVersion();
  await ensureDependencies();
  await buildPage();
  const { address, ended } = await serve('dist', await freePort(5320));
  say(`Process Playground is ready: ${address}`);
  say('Leave this window open while you use it. Ctrl+C ends it.');
  openPage(address);
  await ended;
});
