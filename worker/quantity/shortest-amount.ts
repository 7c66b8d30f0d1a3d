import type { Unit } from './unit.js';

/** Two units in the last place of a double: what one conversion there and back may cost. */
const dust = 2 ** -51;

/**
 * How much of `unit` an SI value is, without the dust of binary fractions: 310.15 K is 37 °C, not 36.99999999999997 °C.
 * A number of at most twelve digits that gives this value back, to within the dust, is preferred; then the shortest that gives exactly it.
 */
export function shortestAmount(value: number, unit: Unit): number {
  const exact = unit.fromSI(value);
  const rounded = Number(exact.toPrecision(12));
  if (Math.abs(unit.toSI(rounded) - value) <= Math.abs(value) * dust) return rounded;
  for (const digits of [13, 14, 15, 16]) {
    const longer = Number(exact.toPrecision(digits));
    if (unit.toSI(longer) === value) return longer;
  }
  return exact;
}
