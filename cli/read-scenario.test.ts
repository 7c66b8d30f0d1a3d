import { describe, expect, it } from 'vitest';
import { readScenario, ScenarioError } from './read-scenario.js';

function complaint(text: string): string {
  try {
    readScenario(text);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
  return '';
}

describe('a scenario file', () => {
  it('may leave everything out', () => {
    expect(readScenario('{}')).toMatchObject({ data: { value: null }, point: null, seed: 1, requests: [], faults: [] });
  });

  it('keeps the order of requests of one moment, and sorts by time', () => {
    const scenario = readScenario('{"requests":[{"at":5,"type":"resume"},{"at":2,"type":"pause"},{"at":5,"type":"halt"}]}');
    expect(scenario.requests.map(({ what }) => what.type)).toEqual(['pause', 'resume', 'halt']);
  });

  it('takes data as a text of a data document, or as a value', () => {
    expect(readScenario('{"data":"10 min"}').data).toEqual({ text: '10 min' });
    expect(readScenario('{"data":{"a":1}}').data).toEqual({ value: { a: 1 } });
  });

  it('takes a fault of a device or of one of its nodes', () => {
    const scenario = readScenario(
      '{"faults":[{"at":2,"node":"thermostat.readout","type":"noise","amount":5},{"at":1,"device":"thermostat","type":"disconnect","for":30}]}',
    );
    expect(scenario.faults).toEqual([
      { at: 1, what: { device: 'thermostat', type: 'disconnect', for: 30 } },
      { at: 2, what: { device: 'thermostat', node: 'thermostat.readout', type: 'noise', amount: 5 } },
    ]);
  });

  it('takes what is done as a recording has it, at whole microseconds', () => {
    const halt = { type: 'request', what: { type: 'halt' } } as const;
    const acts = [
      { at: 2.0000014, act: halt },
      { at: 0, prepared: true, act: halt },
      { at: 2, turns: 3, act: halt },
    ];
    expect(readScenario(JSON.stringify({ acts })).acts).toEqual([
      { at: 0, prepared: true, act: halt },
      { at: 2_000_000, turns: 3, act: halt },
      { at: 2_000_001, act: halt },
    ]);
  });

  it.each([
    ['{', 'The scenario is not JSON'],
    ['{"requests":[{"at":1,"type":"halt","step":"x"}]}', 'requests[0].step'],
    ['[]', 'The scenario is wrong'],
    ['null', 'The scenario is wrong: it must be an object, not null'],
    ['{"until":1e999}', 'The member until of the scenario is wrong: it must be a number of seconds'],
    ['{"data":1e999}', 'The member data of the scenario is wrong: it must be a JSON value'],
    [
      `{"data":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      'The member data of the scenario is wrong: it must be a JSON value of at most 100 levels',
    ],
    ['{"sed":1}', 'The member sed of the scenario is not known'],
    ['{"seed":1.5}', 'The member seed of the scenario is wrong: it must be a whole number'],
    ['{"until":-1}', 'The member until of the scenario is wrong'],
    [
      '{"requests":[{"at":1,"type":"pause"},{"at":"x","type":"pause"}]}',
      'The member requests[1].at of the scenario is wrong: it must be a number of seconds',
    ],
    ['{"requests":[{"at":1,"type":"explode"}]}', 'The member requests[0].type of the scenario is wrong: the type must be pause'],
    ['{"requests":[{"at":1,"type":"jump"}]}', 'The member requests[0].point of the scenario is missing'],
    [
      '{"faults":[{"at":1,"device":"toaster","type":"disconnect"}]}',
      'The member faults[0].device of the scenario is wrong: it must be the name of a device',
    ],
    ['{"controls":[{"at":1,"type":"take","node":"x"}]}', 'The member controls[0].type of the scenario is wrong: the type must be claim'],
    ['{"controls":[{"at":1,"type":"set","node":"pump.flow"}]}', 'The member controls[0].value of the scenario is missing'],
    ['{"controls":[{"at":1,"type":"claim","node":"pump.flow","value":1}]}', 'The member controls[0].value of the scenario is not known'],
    [
      '{"controls":[{"at":1,"type":"claim","node":"pump.lid"}]}',
      'The member controls[0].node of the scenario is wrong: it must be the path of a node',
    ],
    ['{"faults":[{"at":1,"type":"slow"}]}', 'The member faults[0] of the scenario is wrong: the fault needs a device or a node.'],
    [
      '{"faults":[{"at":1,"node":"thermostat.readout","type":"write-error"}]}',
      'The member faults[0] of the scenario is wrong: the fault write-error does not fit thermostat.readout: what fits is read-error, stuck, drift, noise, slow.',
    ],
    [
      '{"faults":[{"at":1,"device":"pump","node":"thermostat.readout","type":"stuck"}]}',
      'The member faults[0] of the scenario is wrong: the fault needs a node, and pump has no thermostat.readout: it has pump.flow, pump.dispensed.',
    ],
    ['{"faults":[{"at":1,"device":"pump","type":"slow","amount":0}]}', 'the fault slow takes an amount of at least 0.001 and at most 3600'],
    ['{"faults":[{"at":1,"device":"pump","type":"stuck","amount":3}]}', 'the fault stuck takes no amount'],
    [
      '{"faults":[{"at":1,"device":"pump","type":"melt"}]}',
      'The member faults[0].type of the scenario is wrong: it must be disconnect, read-error',
    ],
    [
      '{"acts":[{"at":1,"act":{"type":"request","what":{"type":"pause"}}}],"faults":[]}',
      'it stands instead of requests, faults and controls',
    ],
    ['{"acts":[{"at":1,"act":{"type":"request","what":{"type":"shout"}}}]}', 'The member acts[0].act.what.type of the scenario is wrong'],
    ['{"bench":"moon"}', 'The member bench of the scenario is wrong: it must be the name of a bench: default, incubator'],
  ])('%.60s is refused: %s', (text, message) => {
    expect(complaint(text)).toContain(message);
  });
});
