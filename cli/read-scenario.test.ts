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

  it('ends a fault after its length', () => {
    const scenario = readScenario('{"faults":[{"at":1,"device":"thermostat","type":"disconnect","for":30}]}');
    expect(scenario.faults).toEqual([
      { at: 1, what: { device: 'thermostat', type: 'disconnect' } },
      { at: 31, what: { device: 'thermostat', type: 'reconnect' } },
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
    ['{"bench":"moon"}', 'The member bench of the scenario is wrong: it must be the name of a bench: default, incubator'],
  ])('%.60s is refused: %s', (text, message) => {
    expect(complaint(text)).toContain(message);
  });
});
