/**
 * Awaits as JavaScript that is TypeScript too. The very same text runs natively and as a process, where `Promise`, `queueMicrotask` and
 * every await are the runtime's.
 */
export const awaitCode = `
async function pending(count) {
  for (let index = 0; index < count; index++) await new Promise((resolve) => queueMicrotask(resolve));
}

async function settled(count) {
  const promise = Promise.resolve(1);
  for (let index = 0; index < count; index++) await promise;
}

async function inner(depth) {
  if (depth === 1) return await new Promise((resolve) => queueMicrotask(resolve));
  return await inner(depth - 1);
}

async function deep(count) {
  for (let index = 0; index < count; index++) await inner(10);
}

async function held(count) {
  await pending(count);
  await new Promise(() => {});
}

export default async function work(context) {
  const { shape, count } = context.data;
  await { pending, settled, deep, held }[shape](count);
}
`;

export type Shape = 'pending' | 'settled' | 'deep' | 'held';

/** What is measured, and how many awaits a sample takes. `held` goes on waiting afterwards. */
export const shapes: readonly { readonly shape: Exclude<Shape, 'held'>; readonly what: string; readonly count: number }[] = [
  { shape: 'pending', what: 'a pending promise', count: 200_000 },
  { shape: 'deep', what: 'the same, ten functions deep', count: 20_000 },
  { shape: 'settled', what: 'a promise that is settled', count: 200_000 },
];
