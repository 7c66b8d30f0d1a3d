import { describe, expect, it } from 'vitest';
import { play } from './harness.js';

const code = 'export default async function short(context) {}';

describe('a protocol that cannot be read', () => {
  it.each([
    ['', 'The protocol has no steps.', 1],
    ['- process: nothing\n', 'The code exports no process “nothing”.', 1],
    ['- data: a\n- repeat: x\n  steps: [{ data: a }]\n', '“repeat” must be a number of rounds, or forever.', 2],
    ['- data: a\n- speed: 4\n', 'This step does not say what it is.', 2],
    ['- data: a\n  dat: b\n', '“dat” is not known in this step.', 2],
    ['- parallel: []\n', '“parallel” needs a list of steps.', 1],
    ['- [\n', 'A bracket [ is not closed.', 2],
    ['- parallel:\n      - process: short\n          - process: short\n', 'There is a second colon where a value should be.', 2],
    ['steps:\n  - data: a\ngrace: 5 ml\n', '“grace” must be a duration', 3],
    ['steps:\n  - data: a\ngrace: -1 s\n', '“grace” must be a duration', 3],
    ['steps:\n  - data: a\ngrace: [1]\n', '“grace” must be a duration', 3],
    ['steps:\n  - data: a\nspeed: 3\n', '“speed” is not known in a protocol', 3],
    ['grace: 3 s\n', 'The protocol has no steps', 1],
  ])('%j', (protocol, message, line) => {
    const [error] = play(code, { protocol }).of('load-error');
    expect(error?.failure.message).toContain(message);
    expect(error?.failure.place).toMatchObject({ file: 'protocol', line });
  });
});

describe('data of a step that does not fit its process', () => {
  const typed = `export default async function any(data, context) { console.log(JSON.stringify(data)); }
export const heat = am.defineProcess({ data: am.record({ to: am.quantity('degC', { max: 60 }), hold: am.quantity('second', { min: '1 s' }) }),
  async run(context) { console.log(context.data.to.toString(), context.data.hold.valueIn('second')); } });
export const soak = am.defineProcess({ data: am.quantity('second'), async run(context) { console.log(context.data.valueIn('second')); } });`;
  const loads = (protocol: string) => play(typed, { protocol });

  it.each([
    ['- process: soak\n  data: 5 ml\n', 'a volume', 2, 9],
    ['- data: 1\n- process: heat\n  data:\n    to: 37 degC\n    hold: 5 s\n    speed: 3\n', 'speed', 6, 5],
    ['- process: heat\n  data: { to: 80 degC, hold: 5 s }\n', '60', 2, 15],
    ['- process: heat\n  data: { to: 37 degC }\n', 'hold', 2, 11],
    ['- name: Soak\n  process: soak\n', 'The data is empty', 1, 3],
    ['- repeat: 2\n  steps:\n    - process: soak\n      data: {{ 5 * unit.mn }}\n', 'mn', 4, 25],
    ['- process: soak\n  data: {{ 5 * unit.min\n', 'not closed', 2, 9],
    ['- process: soak\n  data: *usual\n', 'Nothing is named usual', 2, 9],
    ['- process: {{ 5 }}\n', '“process” must be a text', 1, 12],
    ['- data: 1\n  data: 2\n', '“data” appears twice', 2, 3],
  ] as const)('%j is refused before the run, at its place', (protocol, sentence, line, column) => {
    const [error] = loads(protocol).of('load-error');
    expect(error?.failure.message).toContain(sentence);
    expect(error?.failure.place).toMatchObject({ file: 'protocol', line, column });
  });

  it('tells of all steps at once', () => {
    expect(loads('- process: soak\n- process: soak\n  data: 1\n- process: heat\n  data: 5\n').of('load-error')).toHaveLength(3);
  });
});
