import { type TimeGlobals, realTimeOf } from '../../worker/clock/real-time.js';
import { Session } from '../../worker/session.js';
import { processText } from './process-text.js';

const realTime = realTimeOf(globalThis as unknown as TimeGlobals);

/** Runs an edited process; resolves when an update tells of its first statement. */
function runToFirstStatement(session: Session, edit: number, heard: { first: () => void }): Promise<void> {
  return new Promise((resolve, reject) => {
    heard.first = resolve;
    const { load } = session.run({
      source: { language: 'typescript', code: processText(edit) },
      data: { value: null },
      seed: 1,
      bench: 'default',
      speed: 1,
      held: false,
    });
    if (!load.ok) reject(new Error(load.failures.map(({ message }) => message).join('\n')));
  });
}

/** Milliseconds from Run to the first statement, for so many edits one after the other in this thread. */
export async function timeRuns(runs: number): Promise<number[]> {
  const heard = { first: () => undefined as void };
  const session = new Session({
    realTime,
    publish({ snapshot }) {
      if (snapshot.process?.location) heard.first();
      return Promise.resolve();
    },
    guard: () => undefined,
  });
  const times: number[] = [];
  for (let edit = 0; edit < runs; edit++) {
    const start = performance.now();
    await runToFirstStatement(session, edit, heard);
    times.push(performance.now() - start);
  }
  return times;
}
