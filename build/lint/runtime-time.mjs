/** @import { Linter } from 'eslint' */

const virtual =
  'The runtime knows virtual time only: take the clock as a parameter (the one real time source is worker/clock/real-time.ts).';
const seeded = 'Chance in the runtime is seeded: take a generator as a parameter.';

const timeGlobals = ['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback'];

/**
 * @param {readonly string[]} names
 * @returns {Linter.RuleEntry}
 */
const forbidden = (names) => ['error', ...names.map((name) => ({ name, message: virtual }))];

/**
 * Nothing in worker/ reads the wall clock or rolls unseeded dice, neither by name nor through the global object.
 * The one real time source gets its globals handed in, so it needs no exception either.
 *
 * @type {Linter.RulesRecord}
 */
export const runtimeTimeRules = {
  'no-restricted-globals': forbidden(timeGlobals),
  'no-restricted-properties': [
    'error',
    ...['globalThis', 'self'].flatMap((object) => timeGlobals.map((property) => ({ object, property, message: virtual }))),
    { object: 'Math', property: 'random', message: seeded },
  ],
};

/**
 * A test may let the event loop of its own machine turn, which is no measure of time.
 *
 * @type {Linter.RulesRecord}
 */
export const runtimeTestTimeRules = {
  'no-restricted-globals': forbidden(timeGlobals.filter((name) => name !== 'setImmediate')),
};
