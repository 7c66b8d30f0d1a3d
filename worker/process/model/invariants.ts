/** For tests: what holds of every run, whatever the model says. */
import type { RuntimeSubject } from './compare.js';
import type { Told } from './model-trace.js';

type Invariant = readonly [sentence: string, broken: (told: readonly Told[], runtime: RuntimeSubject) => unknown];

const of = (told: readonly Told[], name: string) => told.filter(({ event }) => event === name);
const logged = (told: readonly Told[], start: string) =>
  of(told, 'log')
    .map(({ message }) => String(message))
    .filter((message) => message.startsWith(start));
const repeated = (texts: readonly string[]) => texts.find((text, index) => texts.indexOf(text) < index);

/** Each says what breaks it, or `undefined`. */
const invariants: readonly Invariant[] = [
  ['a jump is raised at most once', (told) => repeated(logged(told, 'raised JumpRequest').map((text) => text.split(' ')[2]!))],
  ['new data is raised at most once', (told) => repeated(logged(told, 'raised SwapRequest').map((text) => text.split(' ')[2]!))],
  ['a message is received at most once', (told) => repeated(logged(told, 'received'))],
  [
    'after the end nothing is told but answers, and what work beside the process does',
    (told) => {
      const end = told.findIndex(({ event, mode }) => event === 'state' && mode === 'done');
      if (end < 0) return 'no end';
      return told.slice(end + 1).find(({ event, name }) => event !== 'request' && event !== 'log' && name !== 'unhandled-error');
    },
  ],
  [
    'a process is paused only after it was pausing',
    (told) => {
      const states = of(told, 'state');
      return states.find(({ form, instance }, index) => {
        const before = states[index - 1];
        return (
          form === 'paused' && !(before?.['instance'] === instance && (before?.['form'] === 'pausing' || before?.['form'] === 'paused'))
        );
      });
    },
  ],
  [
    'instances are counted without a gap',
    (told) => {
      const numbers = of(told, 'state').map(({ instance }) => Number(instance));
      return numbers.find((number, index) => number - (numbers[index - 1] ?? 1) > 1 || number < (numbers[index - 1] ?? 1));
    },
  ],
  ['time never goes back', (told) => told.find(({ t }, index) => index > 0 && Number(t) < Number(told[index - 1]!['t']))],
  [
    'no timer, no task and nothing ready is left',
    (_, { bed: { loop } }) => {
      const left = { timers: loop.clock.size, tasks: [...loop.liveTasks()].length, ready: !loop.idle };
      return left.timers > 0 || left.tasks > 0 || left.ready ? left : undefined;
    },
  ],
];

/** Raises an error that names what is broken. */
export function checkInvariants(told: readonly Told[], runtime: RuntimeSubject): void {
  for (const [sentence, broken] of invariants) {
    const how = broken(told, runtime);
    if (how !== undefined) throw new Error(`Broken: ${sentence}. ${JSON.stringify(how)}`);
  }
}
