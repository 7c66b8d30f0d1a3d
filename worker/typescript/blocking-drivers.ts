import { durationText } from '../../model/time-text.js';
import { type EventLoop, helpers } from '../task/index.js';
import { lengthOf } from './arguments.js';

/** `blocking` of the module `hardware`: drivers that know nothing of the event loop. */
export function createBlockingDrivers(
  loop: EventLoop,
  services: Omit<typeof import('hardware').blocking, 'sleep'>,
): typeof import('hardware').blocking {
  return {
    ...services,
    sleep: (seconds) => {
      const length = lengthOf(seconds);
      helpers.blockFor(loop, length, `blocking action of ${durationText(length, true)}`);
    },
  };
}
