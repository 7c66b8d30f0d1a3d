// npm run build: the production build, in dist/.
import { buildPage } from './parts/build-page.mjs';
import { ensureDependencies } from './parts/dependencies.mjs';
import { checkNodeVersion } from './parts/node-version.mjs';
import { main } from './parts/problem.mjs';
import { say } from './parts/say.mjs';

await main(async () => {
  checkNodeVersion();
  await ensureDependencies();
  await buildPage();
  say('Built. Any web server can serve the folder dist/, also below another path.');
});
