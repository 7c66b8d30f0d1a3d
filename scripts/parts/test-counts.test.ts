import { expect, it } from 'vitest';
import { countsOf, readCounts, stepCounts } from './test-counts.mjs';

it('counts the tests of a vitest report', () => {
  expect(countsOf({ numPassedTests: 12, numFailedTests: 3 })).toEqual({ passed: 12, failed: 3 });
});

it('counts a flaky end-to-end test as failed', () => {
  expect(countsOf({ stats: { expected: 5, unexpected: 1, flaky: 2 } })).toEqual({ passed: 5, failed: 3 });
});

it('counts nothing for a runner that left no report', () => {
  expect(readCounts('/no/such/report.json')).toEqual({ passed: 0, failed: 0 });
  expect(readCounts(undefined)).toEqual({ passed: 0, failed: 0 });
});

it('counts a step that failed without a failed test as one failure', () => {
  expect(stepCounts(2, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 1 });
  expect(stepCounts(1, { passed: 7, failed: 4 })).toEqual({ passed: 7, failed: 4 });
  expect(stepCounts(0, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 0 });
});
