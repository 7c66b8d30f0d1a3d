/** The seven base quantities of the SI. Angles and ratios have no dimension. */
export const baseDimensions = ['length', 'mass', 'time', 'current', 'temperature', 'substance', 'luminosity'] as const;
export type BaseDimension = (typeof baseDimensions)[number];

/** What a quantity measures: exponents of the base quantities, none of them zero. A flow is `{ length: 3, time: -1 }`. */
export type Dimension = { readonly [base in BaseDimension]?: number };

export const dimensionless: Dimension = Object.freeze({});

/** The dimension of a product of powers: `combined([[volume, 1], [time, -1]])` is a flow. */
export function combined(powers: readonly (readonly [Dimension, number])[]): Dimension {
  const result: { [base in BaseDimension]?: number } = {};
  for (const base of baseDimensions) {
    const exponent = powers.reduce((sum, [dimension, power]) => sum + (dimension[base] ?? 0) * power, 0);
    if (exponent !== 0) result[base] = exponent;
  }
  return Object.freeze(result);
}

export function sameDimension(one: Dimension, other: Dimension): boolean {
  return baseDimensions.every((base) => (one[base] ?? 0) === (other[base] ?? 0));
}
