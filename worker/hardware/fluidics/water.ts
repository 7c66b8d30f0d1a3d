/**
 * Dynamic viscosity of liquid water in Pa·s at a temperature in °C, from 0 to 100 °C; outside of that the nearest of the two counts.
 *
 * Source: Kestin, Sokolov and Wakeham, *Viscosity of liquid water in the range −8 °C to 150 °C*, J. Phys. Chem. Ref. Data 7 (1978) 941,
 * with 1.002 mPa·s at 20 °C.
 */
export function waterViscosity(celsius: number): number {
  const temperature = Math.min(100, Math.max(0, celsius));
  const below = 20 - temperature;
  const exponent = (below / (temperature + 96)) * (1.2378 - 1.303e-3 * below + 3.06e-6 * below ** 2 + 2.55e-8 * below ** 3);
  return 1.002e-3 * 10 ** exponent;
}
