import type { DeviceType } from '../device-type.js';
import { camera } from './camera.js';
import { pump } from './pump.js';
import { stage } from './stage.js';
import { thermostat } from './thermostat.js';

/** Every type of device there is. */
export const deviceTypes: readonly DeviceType[] = [thermostat, pump, stage, camera];
