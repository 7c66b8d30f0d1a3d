import type { ClockCommand, Pace } from '../../model/protocol.js';

/** What is asked of the clock when `command` comes after `asked`. A single step leaves both settings as they are. */
export function askedPace(asked: Partial<Pace>, command: ClockCommand): Partial<Pace> {
  switch (command.type) {
    case 'speed':
      return { ...asked, speed: command.speed };
    case 'hold':
    case 'release':
      return { ...asked, held: command.type === 'hold' };
    case 'step':
      return asked;
  }
}
