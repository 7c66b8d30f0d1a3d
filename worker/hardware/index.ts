/** The simulated bench. Start reading at bench.ts; how a node works is in value-node.ts, watching.ts and writer.ts. */
export { type Amount, amountIn } from './amount.js';
export { Bench, type DeviceValue, type NodeWatch, type ValueChange } from './bench.js';
export type { FaultChange, FaultRecord } from './bench-faults.js';
export { buildDevices } from './build-devices.js';
export { deviceTypes } from './devices/index.js';
export type { DeviceType, Parameter } from './device-type.js';
export { Environment } from './environment.js';
export { ClaimedError, deviceErrors, NodeUnavailableError, OutOfRangeError } from './errors.js';
export type { ClaimHandle, Override } from './hold.js';
export type { ProcessDevices } from './process-devices.js';
export { SeededRandom } from './seeded-random.js';
