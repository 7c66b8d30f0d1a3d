import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ readonly passed: number, readonly failed: number }} Counts */

/**
 * Reads how many tests passed and failed from the JSON report of vitest or Playwright.
 * A test that only passed when it was repeated counts as failed. Skipped tests count as neither.
 *
 * @param {{ readonly numPassedTests: number, readonly numFailedTests: number } | { readonly stats: { readonly expected: number, readonly unexpected: number, readonly flaky: number } }} report
 * @returns {Counts}
 */
export function countsOf(report) {
  if ('stats' in report) return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/**
 * What a step contributes to the sum. A step that failed without a failed test (a type error, a test file that does not load, a
 * runner that did not start) counts as one failure, so that "0 failed" always means that everything is well.
 *
 * @param {number} status exit status of the step
 * @param {Counts} counts
 * @returns {Counts}
 */
export const stepCounts = (status, { passed, failed }) => ({ passed, failed: status === 0 ? failed : Math.max(failed, 1) });

/**
 * @param {string | undefined} file a JSON report; a runner that did not start has left none
 * @returns {Counts}
 */
export function readCounts(file) {
  return file !== undefined && existsSync(file) ? countsOf(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
}
