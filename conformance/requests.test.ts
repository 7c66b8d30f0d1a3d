import { describe, expect, it } from 'vitest';
import type { Request } from '../model/requests.js';
import { type At, halt, jump, pause, play, resume, retry, send, type Setup, skip, swap } from './harness.js';

/** A process in a state, at 100 ms. */
interface State {
  readonly code: string;
  readonly setup?: Setup;
  /** What brings it there. */
  readonly requests?: readonly At[];
  /** The last state of the trace before 100 ms. */
  readonly shows: string;
}

const data = "export const data = am.quantity('second');\n";
const body = (statements: string) => `${data}export default async function p(context) { ${statements} }`;
/** Does not look at requests for 200 ms, then lets them out. */
const looksLate = 'await asyncio.sleep(0.2); await context.wait(asyncio.sleep(0.2));';
const pausableLate = `context.pausable = true; ${looksLate}`;
const pausing: readonly At[] = [[50, pause]];
const needsDevice = "export const data = am.quantity('degC');\nexport default async function p(context) {}";
const disconnected: Setup['faults'] = [
  [0, 'thermostat', 'disconnect'],
  [1000, 'thermostat', 'reconnect'],
];

const states = {
  collecting: { code: needsDevice, setup: { data: '{{ thermostat.readout }}', faults: disconnected }, shows: 'col@0' },
  'collection failed': { code: body(''), setup: { data: '5 apples' }, shows: 'colF@0' },
  'running, not pausable': { code: body(looksLate), shows: 'N-@0' },
  'running, pausable': { code: body(pausableLate), shows: 'N+@0' },
  pausing: { code: body(pausableLate), requests: pausing, shows: 'pg@50' },
  paused: {
    code: body('context.pausable = true; await asyncio.sleep(0.06); await context.checkpoint();'),
    requests: pausing,
    shows: 'pd@60',
  },
  jumping: { code: body(pausableLate), requests: [[50, jump(5)]], shows: 'J@50' },
  'jumping, not pausable': { code: body(looksLate), requests: [[50, jump(5)]], shows: 'J@50' },
  'jumping, pause pending': {
    code: body(pausableLate),
    requests: [
      [50, jump(5)],
      [60, pause],
    ],
    shows: 'J@50',
  },
  swapping: { code: body(pausableLate), requests: [[50, swap('5 s')]], shows: 'W@50' },
  halting: { code: body('try { await asyncio.sleep(1); } finally { await asyncio.sleep(0.1); }'), requests: [[50, halt]], shows: 'H@50' },
  failed: { code: body('await asyncio.sleep(0.05); if (context.point === null) throw new Error("no");'), shows: 'F@50' },
  'halting after a failure': { code: body('throw new Error("no");'), requests: [[100, halt]], shows: 'h@100' },
  done: { code: body(''), shows: 'D:completed@0' },
} as const satisfies Record<string, State>;
type StateName = keyof typeof states;

const requests: Readonly<Record<string, Request>> = {
  pause,
  resume,
  jump: jump(7),
  swap: swap('7 s'),
  message: send('hello'),
  halt,
  skip,
  retry,
};

/** Semantics 1.4: `T` accepted, `F` refused, then the reason (`accepted` when there is none). */
const table: Readonly<Record<StateName, string>> = {
  //                          pause             resume           jump          swap          message    halt       skip       retry
  collecting:
    '               F:not-running     F:not-running    F:not-running F:not-running F:not-running T        T          F:not-failed',
  'collection failed': '      F:not-running     F:not-running    F:not-running F:not-running F:not-running T        T          T',
  'running, not pausable': '  F:not-pausable    F:not-paused     T             T             T:queued   T          T          F:not-failed',
  'running, pausable': '      T                 F:not-paused     T             T             T:queued   T          T          F:not-failed',
  pausing: '                  T:already-pausing F:not-paused-yet T             T             T:queued   T          T          F:not-failed',
  paused: '                   F:already-paused  T                T             T             T:queued   T          T          F:not-failed',
  jumping: '                  T:queued          F:not-paused     T:replaced    T             T:queued   T          T          F:not-failed',
  'jumping, not pausable': '  F:not-pausable    F:not-paused     T:replaced    T             T:queued   T          T          F:not-failed',
  'jumping, pause pending': ' T:already-pausing F:not-paused-yet T:replaced    T             T:queued   T          T          F:not-failed',
  swapping: '                 T:queued          F:not-paused     T             T:replaced    T:queued   T          T          F:not-failed',
  halting: '                  F:halting         F:halting        F:halting     F:halting     F:halting  T:repeated T:repeated F:not-failed',
  failed: '                   F:not-running     F:not-running    F:not-running T:stored      F:not-running T       T          T',
  'halting after a failure': 'F:halting         F:halting        F:halting     F:halting     F:halting  F:ended    F:ended    F:halting',
  done: '                     F:ended           F:ended          F:ended       F:ended       F:ended    F:ended    F:ended    F:ended',
};

/** What becomes of the process after an accepted request, from the next state on. */
const effects: Readonly<Record<string, string>> = {
  'halt while collecting': 'h@100 D:halted@100',
  'halt while collection failed': 'h@100 D:halted@100',
  'retry while collection failed': 'col@100 colF@100',
  'jump while running, not pausable': 'J@100 N-@200 N-@200 D:completed@600',
  'swap while running, not pausable': 'W@100 N-@200 N-@200 D:completed@600',
  'message while running, not pausable': 'D:completed@400',
  'halt while running, not pausable': 'H@100 D:halted@100',
  'pause while running, pausable': 'pg@100 F@200',
  'jump while running, pausable': 'J@100 N+@200 N-@200 N+@200 D:completed@600',
  'swap while running, pausable': 'W@100 N+@200 N-@200 N+@200 D:completed@600',
  'message while running, pausable': 'D:completed@400',
  'halt while running, pausable': 'H@100 D:halted@100',
  'pause while pausing': 'F@200',
  'jump while pausing': 'J@100 pg@200 N-@200 pg@200 F@400',
  'swap while pausing': 'W@100 pg@200 N-@200 pg@200 F@400',
  'message while pausing': 'F@200',
  'halt while pausing': 'H@100 D:halted@100',
  'resume while paused': 'N+@100 D:completed@100',
  'jump while paused': 'J@100 pg@100 N-@100 pg@100 pd@160',
  'swap while paused': 'W@100 pg@100 N-@100 pg@100 pd@160',
  'message while paused': '',
  'halt while paused': 'H@100 D:halted@100',
  'pause while jumping': 'pg@200 N-@200 pg@200 F@400',
  'jump while jumping': 'N+@200 N-@200 N+@200 D:completed@600',
  'swap while jumping': 'W@100 J@200 J@200 J@200 N+@400 N-@400 N+@400 D:completed@800',
  'message while jumping': 'N+@200 N-@200 N+@200 D:completed@600',
  'halt while jumping': 'H@100 D:halted@100',
  'jump while jumping, not pausable': 'N-@200 N-@200 D:completed@600',
  'swap while jumping, not pausable': 'W@100 J@200 J@200 N-@400 N-@400 D:completed@800',
  'message while jumping, not pausable': 'N-@200 N-@200 D:completed@600',
  'halt while jumping, not pausable': 'H@100 D:halted@100',
  'pause while jumping, pause pending': 'pg@200 N-@200 pg@200 F@400',
  'jump while jumping, pause pending': 'pg@200 N-@200 pg@200 F@400',
  'swap while jumping, pause pending': 'W@100 J@200 J@200 J@200 pg@400 N-@400 pg@400 F@600',
  'message while jumping, pause pending': 'pg@200 N-@200 pg@200 F@400',
  'halt while jumping, pause pending': 'H@100 D:halted@100',
  'pause while swapping': 'pg@200 N-@200 pg@200 F@400',
  'jump while swapping': 'J@200 J@200 J@200 N+@400 N-@400 N+@400 D:completed@800',
  'swap while swapping': 'N+@200 N-@200 N+@200 D:completed@600',
  'message while swapping': 'N+@200 N-@200 N+@200 D:completed@600',
  'halt while swapping': 'H@100 D:halted@100',
  'halt while halting': 'D:halted@100',
  'swap while failed': '',
  'halt while failed': 'h@100 D:halted@100',
  'retry while failed': 'N-@100 F@150',
};

const names = Object.keys(requests);
interface Cell {
  readonly name: string;
  readonly state: StateName;
  readonly accepted: boolean;
  readonly reason: string;
}
const cells: readonly Cell[] = (Object.keys(states) as StateName[]).flatMap((state) => {
  const verdicts = table[state].trim().split(/\s+/);
  return names.map((name, index) => {
    const [answer, reason = 'accepted'] = verdicts[index]!.split(':');
    return { name, state, accepted: answer === 'T', reason };
  });
});
const refused = cells.filter(({ accepted }) => !accepted);
const accepted = cells.filter((cell) => cell.accepted);

/** Titles and cells, for a table of tests. */
function titled(some: readonly Cell[], title: (cell: Cell) => string): [string, Cell][] {
  return some.map((cell) => [`${cell.name} while ${cell.state}${title(cell)}`, cell]);
}

function playIn({ code, setup, requests: before = [] }: State, ...more: readonly At[]) {
  return play(code, { data: '1 s', until: 999, ...setup, requests: [...before, ...more] });
}

describe('1.4: a request', () => {
  it.each(Object.entries(states) as [StateName, State][])('the process is %s', (_, state) => {
    const until = playIn(state).states.split(' ');
    expect(until.slice(0, until.indexOf(state.shows) + 1).at(-1)).toBe(state.shows);
    expect(until[until.indexOf(state.shows) + 1] ?? 'x@100').toMatch(/@\d{3,}$/);
  });

  it.each(titled(cells, ({ accepted: yes, reason }) => ` is ${yes ? 'accepted' : 'refused'}: ${reason}`))(
    '%s',
    (_, { name, state, accepted: yes, reason }) => {
      const run = playIn(states[state], [100, requests[name]!]);
      expect(run.answers.split(' ').at(-1)).toBe(`${name}@100=${yes ? 'T' : 'F'}${reason === 'accepted' ? '' : `(${reason})`}`);
    },
  );

  it.each(titled(refused, () => ' leaves no trace but its answer'))('%s', (_, { name, state }) => {
    const events = [...playIn(states[state], [100, requests[name]!]).events];
    events.splice(
      events.findLastIndex(({ event }) => event === 'request'),
      1,
    );
    const untouched = playIn(states[state]).events;
    // A run that is over is left at its last request, so the ends may differ in time.
    expect(events.slice(0, -1)).toEqual(untouched.slice(0, -1));
  });

  const changing = accepted.filter(({ name }) => name !== 'skip');
  it.each(titled(changing, (cell) => `: ${effects[`${cell.name} while ${cell.state}`] || 'nothing changes'}`))(
    '%s',
    (_, { name, state }) => {
      const told = playIn(states[state], [100, requests[name]!]).states.split(' ');
      expect(told.slice(told.indexOf(states[state].shows) + 1).join(' ')).toBe(effects[`${name} while ${state}`]);
    },
  );

  it.each(
    titled(
      accepted.filter(({ name }) => name === 'skip'),
      () => ' is a halt',
    ),
  )('%s', (_, { state }) => {
    const events = (request: Request) => playIn(states[state], [100, request]).events.filter(({ event }) => event !== 'request');
    expect(events(skip)).toEqual(events(halt));
  });
});
