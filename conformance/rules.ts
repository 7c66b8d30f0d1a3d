/** The scenarios of section 9 of the process semantics. What the gaps in the numbers would show follows from the rules. */
export const scenarioNumbers: readonly number[] = [
  ...[1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 16, 17, 19, 20, 22, 23, 24, 25, 26, 27, 28, 30, 31, 32, 34, 36, 38, 39, 41, 43],
  ...[44, 45, 46, 48, 50, 52, 54, 55, 56, 57, 59, 60, 61, 62, 63, 65, 66, 68, 69, 70, 71, 72, 74, 75, 77, 78, 79, 80, 82, 83, 84],
  ...[85, 86, 87, 88, 91, 92, 93, 95, 97, 98, 99, 100],
];

/** The rules each of which has to be shown by something: requests, the context, asyncio, errors in a protocol, estimates. */
export const rulesToShow: readonly string[] = [
  '1.4',
  ...numbered('1.5.', 12),
  ...['2.1', '2.2', '2.3', '2.4', '2.5', '2.7', '2.8', '2.9'],
  ...numbered('2.6.', 13),
  ...numbered('A', 16),
  ...numbered('4.3.', 11),
  '6.4',
];

/** Sections that a scenario may name besides, and the examples of the specifying document. `protocols` is docs/protocols.md. */
export const otherRules: readonly string[] = [
  ...['1.2', '1.3', '1.6', '3.2', '4.4', '5.1', '5.2', '5.3', '5.4', '6.1', '6.3', '7.2', '7.3', '7.4', '7.5', '7.7', 'protocols'],
  ...numbered('example ', 13),
];

/** What is shown by code instead of by a scenario file: the test file, and how the title of the test begins. */
export const shownElsewhere: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  // Every request in every state, from one table.
  '1.4': [['conformance/requests.test.ts', '1.4: a request']],
  // A scenario makes its requests after everything that is due at their instant: too late for this one.
  'scenario 8': [
    ['worker/process/owner.test.ts', '8: a halt after the process has begun and before its first statement keeps it from running'],
  ],
};

function numbered(prefix: string, last: number): string[] {
  return Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`);
}
