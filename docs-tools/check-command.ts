import { existsSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFolder, type CheckReport } from './check.js';

const help = `Runs every playground in the Markdown files of a folder and holds it against the trace recorded beside its document.

  npm run -s docs:check -- <folder> [--update]

  --update  record what the examples do now: page.md has its traces in page.traces/<name>.jsonl
  --help    this text

Exit status: 0 all examples do what is recorded, 1 some do not, cannot be run or have no trace, 2 the call is wrong.`;

/** A call that cannot be carried out: one sentence for the person who made it. */
class CallError extends Error {}

function readCall(args: readonly string[]): { readonly folder: string; readonly update: boolean } | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    throw new CallError('Name one folder with Markdown files: npm run -s docs:check -- docs/site. --help tells more.');
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CallError(`${folder} is not a folder: name one with Markdown files.`);
  return { folder, update: values.update === true };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { update: { type: 'boolean' }, help: { type: 'boolean' } } });
  } catch (error) {
    throw new CallError(`${error instanceof Error ? error.message : String(error)} --help tells what there is.`);
  }
}

function print({ documents, examples, problems, changes }: CheckReport): void {
  for (const { file, line, message } of problems) process.stderr.write(`${relative('', file)}:${line}: ${message}\n`);
  for (const change of changes) process.stdout.write(`${change}\n`);
  const files = documents === 1 ? '1 Markdown file' : `${documents} Markdown files`;
  const ran = examples === 1 ? '1 example' : `${examples} examples`;
  process.stdout.write(
    problems.length === 0 ? `${ran} in ${files}: all do what is recorded.\n` : `${ran} in ${files}: ${problems.length} to look at.\n`,
  );
}

function main(args: readonly string[]): number {
  const call = readCall(args);
  if (call === null) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const report = checkFolder(call.folder, call.update);
  print(report);
  return report.problems.length === 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CallError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
