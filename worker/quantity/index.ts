/** Quantities with units: pure, no clock. Start reading at quantity.ts. */
export { type BaseDimension, baseDimensions, type Dimension, dimensionless, sameDimension } from './dimension.js';
export { dimensionExample, dimensionName } from './dimension-text.js';
export { parseQuantity } from './parse-quantity.js';
export { Quantity, quantityOf } from './quantity.js';
export { QuantityError } from './quantity-error.js';
export { unitOf } from './read-unit.js';
export { secondsOf } from './seconds-of.js';
export { suggest } from './suggest.js';
export { Unit, unitless } from './unit.js';
