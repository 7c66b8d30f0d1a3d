import { describe, expect, it } from 'vitest';
import type { NodeView } from '../../model/devices.js';
import { enteredNumber, sliderOf } from './entered-value.js';

const setpoint: NodeView = {
  path: 'thermostat.setpoint',
  label: 'Setpoint',
  spec: { type: 'numeric', unit: 'degC', range: [4, 60], resolution: 0.1 },
  readable: true,
  writable: true,
  observed: 'stable',
  nullable: true,
  settled: true,
  error: null,
  claim: { type: 'user' },
};

describe('a number that a person enters for a node', () => {
  it.each([
    ['37', 37],
    [' 36,5 ', 36.5],
    ['4', 4],
    ['60.0', 60],
    ['36.3', 36.3],
  ])('%s is taken', (text, value) => {
    expect(enteredNumber(setpoint, text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'Setpoint needs a number in °C.'],
    ['warm', '“warm” is not a number.'],
    ['60.1', 'Setpoint 60.1 °C is out of range: at least 4.0 °C, at most 60.0 °C.'],
    ['-300', 'Setpoint -300 °C is out of range: at least 4.0 °C, at most 60.0 °C.'],
    ['37.25', 'Setpoint goes in steps of 0.1 °C: the nearest values are 37.2 °C and 37.3 °C.'],
    ['1e999', '“1e999” is not a number.'],
  ])('%s is refused: %s', (text, problem) => {
    expect(enteredNumber(setpoint, text)).toEqual({ ok: false, problem });
  });
});

describe('the slider of a number', () => {
  it('goes from bound to bound in steps that the node can take', () => {
    expect(sliderOf(setpoint.spec)).toEqual({ least: 4, most: 60, step: expect.closeTo(0.3) as number });
    expect(sliderOf({ type: 'numeric', unit: '', range: [0, 10], resolution: 1 })).toEqual({ least: 0, most: 10, step: 1 });
    expect(sliderOf({ type: 'numeric', unit: '', range: [0, 10], resolution: null })).toEqual({ least: 0, most: 10, step: 0.05 });
  });

  it('is there only where there are bounds', () => {
    expect(sliderOf({ type: 'numeric', unit: '', range: null, resolution: 1 })).toBeNull();
    expect(sliderOf({ type: 'boolean' })).toBeNull();
  });
});
