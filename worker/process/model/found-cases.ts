/** For tests: what random cases have found, shrunk; they run first, every time. Add each new one, named by what it found. */
import type { Process, Steps, Timed } from './grammar.js';

export interface FoundCase {
  readonly found: string;
  readonly process: Process;
  readonly requests: readonly Timed[];
}

const pausable: Steps[number] = { do: 'pausable', value: true };
const body = (...steps: Steps): Process => ({ data: 0, steps });
const at = (ms: number, type: Timed['type'], settled = true): Timed => ({ at: ms, type, settled, odd: false });

export const foundCases: readonly FoundCase[] = [
  {
    found: 'the cleanup of a forced jump was paused once it had set pausable, although the pause was for the next instance',
    process: body(pausable, { do: 'finally', body: [{ do: 'sleep', ms: 20 }], cleanup: [pausable, { do: 'wait', form: 'future', ms: 5 }] }),
    requests: [at(5, 'pause'), at(10, 'force')],
  },
  {
    found: 'a pause of the instance before that became due while wait() called its function was not seen until the next observation point',
    process: body(
      {
        do: 'catch',
        swallows: 'requests',
        body: [{ do: 'wait', form: 'function', body: [pausable, { do: 'sleep', ms: 20 }] }],
      },
      { do: 'checkpoint' },
    ),
    requests: [at(5, 'pause'), at(30, 'force')],
  },
  // Faults that were planted, and took many cases to be found.
  {
    found: 'planted: a request wins over an awaitable that completed in the same turn',
    process: body({ do: 'catch', swallows: 'requests', body: [{ do: 'waitReceive' }] }, { do: 'checkpoint' }),
    requests: [at(5, 'message'), at(5, 'jump', false)],
  },
  {
    found: 'planted: checkpoint() pauses again when a resume and a pause come in one turn',
    process: body(pausable, { do: 'sleep', ms: 10 }, { do: 'checkpoint' }, { do: 'note', number: 1 }, { do: 'checkpoint' }),
    requests: [at(5, 'pause'), at(20, 'resume'), at(20, 'pause', false)],
  },
  {
    found: 'planted: a message is lost when a request wins over the wait for it',
    process: body({ do: 'sleep', ms: 10 }, { do: 'catch', swallows: 'requests', body: [{ do: 'waitReceive' }] }, { do: 'receive' }),
    requests: [at(5, 'message'), at(5, 'jump', false)],
  },
  {
    found: 'planted: a pause is lost when the process is recreated',
    process: body(pausable, { do: 'wait', form: 'future', ms: 20 }, { do: 'checkpoint' }),
    requests: [at(5, 'jump'), at(5, 'pause', false)],
  },
];
