/** For tests: the same processes and acts in a session, and everything that its page hears. Real time belongs to the test. */
import type { Update } from '../../model/snapshot.js';
import { OwnedTime } from '../../worker/clock/owned-time.js';
import { Session } from '../../worker/session.js';
import { type BenchSteps, nodes, sourceOf } from './bench-program.js';
import { type BenchAct, benchText, commandOf } from './bench-trial.js';

/** The page takes this long for a message, in milliseconds: several slices of a run. */
const underWay = 50;
const mostHalts = 100;

/** What the page hears: answers to what it asks, and what it is told of without asking. */
export interface Heard {
  readonly asked: boolean;
  readonly update: Update;
}

export interface SessionHeard {
  readonly heard: readonly Heard[];
  /** How much of it came in the second in which nothing happened any more, and whether real time was still waited for after that. */
  readonly late: number;
  readonly awake: boolean;
}

/** Plays the acts until everything has ended, and then goes on listening. */
export async function playSession(bodies: readonly BenchSteps[], acts: readonly BenchAct[]): Promise<SessionHeard> {
  const heard: Heard[] = [];
  const time = new OwnedTime();
  const publish = (update: Update): Promise<void> => {
    heard.push({ asked: false, update });
    return new Promise((shown) => time.after(underWay, shown));
  };
  const source = sourceOf(bodies);
  const { code, protocol } = source;
  const session = new Session({ realTime: time, publish });
  const pass = async (milliseconds: number) => {
    // In pieces: what waits for a message to arrive goes on between them.
    for (let left = milliseconds; left > 0; left -= 10) {
      time.pass(Math.min(10, left));
      await Promise.resolve();
    }
  };
  const make = (act: BenchAct) => {
    const command = commandOf(act, source);
    if (command !== null)
      heard.push({ asked: true, update: ('node' in command ? session.control(command) : session.request(command)).update });
  };
  const run = { data: { value: null }, seed: 1, bench: 'default', speed: 1, held: false } as const;
  const process = { language: 'typescript', code, bench: benchText, ...(protocol === undefined ? {} : { protocol }) } as const;
  heard.push({ asked: true, update: session.run({ ...run, source: process }).update });
  for (const act of acts) {
    await pass(act.at - time.milliseconds);
    make(act);
  }
  for (const node of nodes.keys()) make({ at: 0, type: 'release', node, value: false });
  const ended = () => heard.some(({ update }) => update.events.some(({ event }) => event === 'end'));
  for (let halts = 0; !ended() && halts < mostHalts; halts++) {
    for (const process of source.processes.keys()) make({ at: 0, type: 'halt', process });
    await pass(200);
  }
  await pass(300);
  const before = heard.length;
  await pass(1000);
  return { heard, late: heard.length - before, awake: !time.idle };
}
