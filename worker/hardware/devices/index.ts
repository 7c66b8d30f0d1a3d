import type { DeviceType } from '../device-type.js';
import { balance } from './balance.js';
import { camera } from './camera.js';
import { channel } from './channel.js';
import { clock } from './clock.js';
import { plateReader } from './plate-reader.js';
import { plcTag } from './plc-tag.js';
import { pressure } from './pressure.js';
import { pump } from './pump.js';
import { relays } from './relays.js';
import { rotaryValve } from './rotary-valve.js';
import { sample } from './sample.js';
import { shaker } from './shaker.js';
import { stage } from './stage.js';
import { thermostat } from './thermostat.js';

/** Every type of device there is. */
export const deviceTypes: readonly DeviceType[] = [
  thermostat,
  sample,
  shaker,
  pump,
  channel,
  pressure,
  rotaryValve,
  relays,
  balance,
  stage,
  camera,
  plateReader,
  plcTag,
  clock,
];
