// npm test: installs what is missing and checks everything. npm test -- unit lint: only the steps named.
import { rmSync } from 'node:fs';
import { ensureBrowser } from './parts/browser/ensure-browser.mjs';
import { ensureDependencies } from './parts/dependencies.mjs';
import { freePort } from './parts/free-port.mjs';
import { checkNodeVersion } from './parts/node-version.mjs';
import { main, Problem } from './parts/problem.mjs';
import { inProject } from './parts/project.mjs';
import { run, runTool } from './parts/run.mjs';
import { say } from './parts/say.mjs';
import { readCounts, stepCounts } from './parts/test-counts.mjs';

const unitReport = inProject('.cache', 'test', 'unit.json');
const pageReport = inProject('.cache', 'test', 'e2e.json');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} title what it does
 * @property {string} remedy what to do when it fails
 * @property {() => Promise<number>} run resolves to an exit status
 * @property {true} [aside] it takes one processor: two of them run side by side
 * @property {string} [report] where the JSON report of its tests is written
 */

/** How such a step runs. */
const aside = /** @type {const} */ ({ limitMinutes: 5, output: 'held' });

/** @type {readonly Step[]} */
const steps = [
  {
    name: 'types',
    aside: true,
    title: 'Checking the types, project by project',
    remedy: 'npx tsc -b --watch shows the errors while you mend them.',
    run: () => runTool('tsc', ['-b'], aside),
  },
  {
    name: 'components',
    aside: true,
    title: 'Checking the types of the page and its components',
    remedy: 'npx svelte-check --tsconfig src/tsconfig.json --watch shows the errors while you mend them.',
    run: () => runTool('svelte-check', ['--tsconfig', 'src/tsconfig.json', '--fail-on-warnings', '--output', 'human'], aside),
  },
  {
    name: 'lint',
    aside: true,
    title: 'Linting: who may import what, no wall clock in the runtime, Svelte',
    remedy: 'npx eslint --fix . mends what can be mended mechanically; the walls are in build/lint/walls.mjs.',
    run: () => runTool('eslint', ['--max-warnings', '0', '.'], aside),
  },
  {
    name: 'format',
    aside: true,
    title: 'Checking the formatting',
    remedy: 'npm run format formats everything.',
    run: () => runTool('prettier', ['--check', '--log-level', 'warn', '.'], aside),
  },
  {
    name: 'unit',
    title: 'Unit tests and property tests',
    remedy: 'npx vitest path/of/the.test.ts runs one file again on every edit.',
    report: unitReport,
    run: () => runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`], { limitMinutes: 6 }),
  },
  {
    name: 'build',
    title: 'Building the page',
    remedy: 'read the message above; npm run build builds it again.',
    run: () => runTool('vite', ['build', '--logLevel', 'warn'], { limitMinutes: 5 }),
  },
  {
    name: 'bytes',
    title: 'Weighing what travels before one can type, and until Monaco is ready',
    remedy: 'node scripts/bytes.mjs lists the files; import later what is not needed before.',
    run: () => run(process.execPath, [inProject('scripts', 'bytes.mjs')]),
  },
  {
    name: 'docs',
    title: 'Running the examples of the documentation, and building its site',
    remedy: 'npm run docs:check -- docs/site tells them one by one; --update records what they do now.',
    run: async () => {
      const status = await run(process.execPath, [inProject('scripts', 'docs-check.mjs'), 'docs/site'], { output: 'errors' });
      return status === 0 ? run(process.execPath, [inProject('scripts', 'docs.mjs'), '--build'], { output: 'errors' }) : status;
    },
  },
  {
    name: 'e2e',
    title: 'End-to-end tests of the production build in a browser',
    remedy: 'npx playwright show-report shows pictures of what failed; npx playwright test e2e/that.spec.ts --trace on records every step.',
    report: pageReport,
    run: async () => {
      const browser = await ensureBrowser();
      say(`Testing with ${browser.version} (${browser.executablePath})`);
      return runTool('playwright', ['test'], {
        limitMinutes: 12,
        environment: {
          E2E_BROWSER: JSON.stringify(browser),
          E2E_PORT: String(await freePort(5390)),
          E2E_REPORT: pageReport,
        },
      });
    },
  },
];

await main(async () => {
  checkNodeVersion();
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined)
    throw new Problem(`There is no step "${unknown}".`, `name some of these: ${steps.map(({ name }) => name).join(', ')}.`);
  await ensureDependencies();
  rmSync(inProject('.cache', 'test'), { recursive: true, force: true });

  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const remedies = [];
  const perform = async (/** @type {Step} */ step) => {
    const began = Date.now();
    say(`${step.title} …`);
    const status = await step.run().catch((/** @type {unknown} */ error) => {
      if (!(error instanceof Problem)) throw error;
      process.stderr.write(`✗ ${error.message} ${error.remedy}\n`);
      return 1;
    });
    const counts = stepCounts(status, readCounts(step.report));
    passed += counts.passed;
    failed += counts.failed;
    if (counts.failed > 0) remedies.push(`✗ ${step.title}: failed. What to do: ${step.remedy}`);
    say(`${step.title}: ${counts.failed > 0 ? 'failed' : 'fine'} after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  };
  const left = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  while (left.length > 0) await Promise.all(left.splice(0, left[0]?.aside && left[1]?.aside ? 2 : 1).map(perform));
  for (const remedy of remedies) process.stderr.write(`${remedy}\n`);
  process.exitCode = failed > 0 ? 1 : 0;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
});
