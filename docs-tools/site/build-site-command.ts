import { parseArgs } from 'node:util';
import { buildSite } from './build-site.js';
import { PlaygroundError } from '../documents.js';

/** Called by scripts/docs.mjs, which has all of them. */
const { values } = parseArgs({ options: { input: { type: 'string' }, output: { type: 'string' }, playground: { type: 'string' } } });
const { input = '', output = '', playground = '' } = values;

try {
  await buildSite({ input, output, playground });
} catch (error) {
  const cause = causes(error).find((one) => one instanceof PlaygroundError);
  if (!cause) throw error;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}

/** An error and those that it came from; Eleventy wraps what a plugin raises. */
function causes(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const { originalError } = error as { readonly originalError?: unknown };
  return [error, ...causes(originalError ?? error.cause)];
}
