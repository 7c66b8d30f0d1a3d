import { expect, it } from 'vitest';
import { framesOf, ownPosition } from './source-name.js';

it.each([
  [
    'V8',
    'TypeError: x\n    at inner (process.ts:4:9)\n    at Object.next (http://a/worker.js:5:1)\n    at process.ts:7:1\n    at async main (process.ts:9:3)',
  ],
  [
    'V8 with an eval origin',
    'Error\n    at eval (process.ts:4:9)\n    at new Function (<anonymous>)\n    at A.run [as m] (process.ts:7:1)\n    at eval (eval at evaluate (blob:x:1:2), process.ts:9:3)',
  ],
  ['Firefox', 'inner@process.ts:4:9\nnext@http://a/worker.js:5:1\n@process.ts:7:1\nasync*main@process.ts:9:3\n'],
  ['WebKit', 'inner@process.ts:4:9\nnext@[native code]\nanonymous@process.ts:7:1\nmain@process.ts:9:3'],
])('finds the frames of the process in a stack of %s', (_, stack) => {
  expect(framesOf(stack)).toEqual([
    { line: 4, column: 9 },
    { line: 7, column: 1 },
    { line: 9, column: 3 },
  ]);
});

it.each([[undefined], [''], ['Error: at process.ts, they say'], ['at f (my-process.ts:1:2)']])('finds none in %s', (stack) => {
  expect(framesOf(stack)).toEqual([]);
});

it('takes the position of the error itself where stacks have none', () => {
  expect(ownPosition({ line: 3, column: 4, sourceURL: '' })).toEqual({ line: 3, column: 4 });
  expect(ownPosition({ line: 3, column: 4, sourceURL: 'http://a/worker.js' })).toBeNull();
  expect(ownPosition(new Error('x'))).toBeNull();
});
