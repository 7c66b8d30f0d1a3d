import type { Microseconds } from '../../clock/virtual-clock.js';
import type { Coroutine } from '../../task/index.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import { OutOfRangeError } from '../errors.js';
import type { Valves } from '../fluidics/valves.js';
import { Listeners } from '../listeners.js';

const numbers = [1, 2, 3, 4, 5, 6, 7, 8] as const;
/** Microseconds until a contact has closed and opened: 10 ms and 5 ms at most (Songle, SRD-05VDC-SL-C data sheet). */
const closing: Microseconds = 10_000;
const opening: Microseconds = 5000;

export const relays: DeviceType = {
  type: 'relays',
  label: 'Relay board',
  description: 'A board with eight relays, each of which opens a valve; one mask sets all of them at once.',
  create: (setup) => new Relays(setup),
};

/** Eight relays behind one register, as boards with a serial port have them: a coil takes its time to move its contact. */
class Relays extends Device implements Valves {
  readonly #changed = new Listeners();
  /** Bit 0 is valve 1. */
  #register = 0;
  /** Who wants to know when a contact has moved. */
  readonly #followers = numbers.map(() => new Listeners());
  readonly #movedAt: Microseconds[] = numbers.map(() => Number.NEGATIVE_INFINITY);
  readonly valves = numbers.map((number) =>
    this.boolean(`valve${number}`, {
      label: `Valve ${number}`,
      read: (at) => this.#open(number, at),
      write: (open) => this.#set(open ? this.#register | bit(number) : this.#register & ~bit(number)),
    }),
  );
  readonly mask = this.numeric('mask', {
    label: 'Mask',
    unit: '',
    resolution: 1,
    read: () => this.#register,
    observation: { type: 'pushed', subscribe: (changed) => this.#changed.add(changed) },
  });

  constructor(setup: DeviceSetup) {
    super(setup, { latency: 0.01 });
    this.action({
      name: 'writeMask',
      waitsFor: 'the relays to be set',
      owns: this.valves,
      run: (mask) => this.#writeMask(mask),
    });
  }

  isOpen(number: number): boolean {
    return this.#open(number, this.loop.clock.now);
  }

  onMoved(number: number, moved: () => void): void {
    this.#followers[number - 1]?.add(moved);
  }

  protected get activity(): string {
    const open = numbers.filter((number) => this.#register & bit(number));
    return open.length === 0 ? 'all closed' : `open: ${open.join(', ')}`;
  }

  /** All eight in one request, so that they change at one instant. Each valve is wanted as the mask has it from then on. */
  *#writeMask(mask: unknown): Coroutine<void> {
    if (typeof mask !== 'number' || !Number.isInteger(mask) || mask < 0 || mask > 255)
      throw new OutOfRangeError(`The mask of ${this.id} is a whole number from 0 to 255 with a bit for each valve, not ${String(mask)}.`);
    yield* this.link.ask(() => this.#set(mask));
    for (const [index, valve] of this.valves.entries()) valve.writer?.adopt((mask & bit(index + 1)) !== 0);
  }

  #set(register: number): void {
    const { clock } = this.loop;
    this.beforeChange();
    const changed = numbers.filter((number) => (register ^ this.#register) & bit(number));
    this.#register = register;
    for (const number of changed) {
      this.#movedAt[number - 1] = clock.now;
      const followers = this.#followers[number - 1];
      if (followers !== undefined && followers.size > 0) clock.schedule(clock.now + this.#takes(number), () => followers.tell());
    }
    this.#changed.tell();
  }

  #open(number: number, at: Microseconds): boolean {
    const energised = (this.#register & bit(number)) !== 0;
    return at - this.#movedAt[number - 1]! >= this.#takes(number) ? energised : !energised;
  }

  /** Until the contact has followed its coil. */
  #takes(number: number): Microseconds {
    return this.#register & bit(number) ? closing : opening;
  }
}

function bit(number: number): number {
  return 1 << (number - 1);
}
