import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coroutine, Task } from '../task/index.js';
import { Lab } from './harness.js';
import type { Link } from './link.js';
import type { Question } from './poll.js';

type Polling = (link: Link, seconds: number, question: Question<number>) => Coroutine<never>;

const product: Polling = (link, seconds, question) => link.askEvery(seconds, question);

/** What a poll does, as one would write it: `ask` in a loop. */
function* model(link: Link, seconds: number, question: Question<number>): Coroutine<never> {
  const { clock } = link.loop;
  for (;;) {
    const start = clock.now;
    let told: () => void;
    try {
      const result = yield* link.ask(question.act, question.late());
      told = () => question.answered(result);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      told = () => question.failed(error);
    }
    told();
    yield link.loop.sleep(Math.max(0, seconds - (clock.now - start) / 1e6));
  }
}

/** Some polls over one cable; what they tell is logged with everything that the order of events could show itself in. */
function bed(polling: Polling, latency: number) {
  const lab = new Lab();
  const { loop } = lab;
  const link = lab.link(latency);
  const log: string[] = [];
  const polls: Task<never>[] = [];
  const note = (text: string): void =>
    void log.push(`${loop.clock.now} ${text} as ${loop.currentTask?.name ?? 'nobody'}, turn ${loop.turnsAtInstant}`);
  loop.observer = { raised: (task, error) => note(`${task.name} ends: ${String(error)}`), unretrieved: () => note('unretrieved') };
  /** `stopsAfter`: how many answers until it cancels itself. */
  const start = (name: string, seconds: number, stopsAfter: number): void => {
    let left = stopsAfter;
    const question: Question<number> = {
      late: () => 0,
      act: () => {
        note(`${name} asks`);
        if (loop.clock.now % 7 === 3) throw new Error('No answer.');
        return loop.clock.now;
      },
      answered: (result) => {
        note(`${name} answered ${result}`);
        if (--left === 0) polls.find((poll) => poll.name === name)?.cancel();
      },
      failed: (error) => note(`${name} failed: ${error.message}`),
    };
    polls.push(loop.task(polling(link, seconds, question), { name }));
  };
  return { lab, link, log, polls, note, start };
}

describe('a poll', () => {
  const command = fc.oneof(
    fc.record({ poll: fc.constantFrom(0, 0.1, 0.25), stopsAfter: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ cancel: fc.nat(9), later: fc.boolean() }),
    fc.record({ ask: fc.boolean() }),
    fc.record({ plug: fc.boolean() }),
    fc.record({ pass: fc.integer({ min: 0, max: 20 }) }),
  );
  type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

  function does(polling: Polling, latency: number, commands: readonly Command[]): readonly string[] {
    const { lab, link, log, polls, note, start } = bed(polling, latency);
    for (const [index, one] of commands.entries()) {
      if ('poll' in one) start(`poll ${index}`, Math.max(one.poll, latency === 0 ? 0.1 : 0), one.stopsAfter);
      else if ('plug' in one) link.connection.set(one.plug);
      else if ('pass' in one) lab.pass(one.pass / 40);
      else if ('ask' in one) {
        const asked = lab.loop.task(
          link.ask(() => note(`${index} asks`)),
          { name: `ask ${index}` },
        );
        if (one.ask) lab.loop.callLater(0.05, () => asked.cancel());
      } else {
        const poll = polls[one.cancel % polls.length];
        const cancel = (): void => void poll?.cancel();
        // At an instant at which others are woken too.
        if (one.later) lab.loop.callLater(0.05, () => lab.loop.callSoon(cancel));
        else cancel();
      }
      // A disconnected device is asked again at once, and again: its watchers stop asking, and so does this.
      if (!link.connection.connected) for (const poll of polls) poll.cancel();
    }
    lab.pass(1);
    return log;
  }

  it('tells the same at the same places of the ready queue as asking in a loop', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 0.05, 0.1), fc.array(command, { minLength: 5, maxLength: 25 }), (latency, commands) => {
        expect(does(product, latency, commands)).toEqual(does(model, latency, commands));
      }),
      { numRuns: 400 },
    );
  });

  it('ends its task with what a listener raises, and leaves the cable to others', () => {
    const { lab, link, log, polls } = bed(product, 0.1);
    const question: Question<void> = {
      late: () => 0,
      act: () => undefined,
      answered: () => {
        throw new Error('A listener has failed.');
      },
      failed: () => undefined,
    };
    const poll = lab.loop.task(link.askEvery(1, question), { name: 'the poll' });
    lab.pass(2);
    expect(polls).toEqual([]);
    expect(poll.failed).toBe(true);
    expect(log[0]).toContain('the poll ends: Error: A listener has failed.');
    expect(lab.run(link.ask(() => 'answered'))).toBe('answered');
  });

  it('leaves nothing on the clock when it is cancelled', () => {
    const { lab, polls, start } = bed(product, 0.1);
    for (const name of ['a', 'b', 'c']) start(name, 0.2, 100);
    lab.pass(0.33);
    for (const poll of polls) poll.cancel();
    lab.loop.drain();
    expect([lab.loop.clock.nextAt, lab.loop.idle]).toEqual([null, true]);
  });

  it('goes on after whatever was ready before its time came', () => {
    const { lab, log, note, start } = bed(product, 0.1);
    start('a', 0.2, 100);
    lab.loop.callSoon(() => note('ready'));
    lab.loop.clock.fireNext();
    lab.loop.drain();
    expect(log.map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual(['ready as', 'a asks']);
  });
});
