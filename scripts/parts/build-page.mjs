import { Problem } from './problem.mjs';
import { runTool } from './run.mjs';
import { say } from './say.mjs';

/** Builds the page into dist/. Raises a `Problem` if that fails. */
export async function buildPage() {
  say('Building the page into dist/.');
  const status = await runTool('vite', ['build', '--logLevel', 'warn'], { limitMinutes: 5 });
  if (status !== 0)
    throw new Problem(
      'The page could not be built.',
      'read the message above. If you have not changed anything, delete node_modules and try again.',
    );
}
