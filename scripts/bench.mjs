// npm run bench [-- name …]: runs bench/*.bench.ts one after the other, or those named; each prints its numbers.
import { readdirSync } from 'node:fs';
import { ensureDependencies } from './parts/dependencies.mjs';
import { checkNodeVersion } from './parts/node-version.mjs';
import { main, Problem } from './parts/problem.mjs';
import { inProject } from './parts/project.mjs';
import { run } from './parts/run.mjs';
import { say } from './parts/say.mjs';

const ending = '.bench.ts';

await main(async () => {
  checkNodeVersion();
  await ensureDependencies();
  const all = readdirSync(inProject('bench')).filter((file) => file.endsWith(ending));
  const names = all.map((file) => file.slice(0, -ending.length)).sort();
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Problem(`There is no benchmark "${unknown}".`, `name one of these: ${names.join(', ')}.`);
  for (const name of names.filter((candidate) => wanted.length === 0 || wanted.includes(candidate))) {
    say(name);
    const status = await run(process.execPath, ['--expose-gc', '--import', 'tsx', inProject('bench', name + ending)]);
    if (status !== 0) throw new Problem(`The benchmark ${name} has failed.`, 'read the message above.');
  }
});
