import type { DeviceType } from '../device-type.js';
import { camera } from './camera.js';
import { channel } from './channel.js';
import { pressure } from './pressure.js';
import { pump } from './pump.js';
import { sample } from './sample.js';
import { shaker } from './shaker.js';
import { stage } from './stage.js';
import { thermostat } from './thermostat.js';

/** Every type of device there is. */
export const deviceTypes: readonly DeviceType[] = [thermostat, sample, shaker, pump, channel, pressure, stage, camera];
