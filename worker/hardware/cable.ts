import type { EventLoop } from '../task/index.js';
import type { Connection } from './connection.js';
import { DisconnectedError } from './errors.js';
import { Turns } from './turns.js';

/**
 * What requests of a computer pass through on their way to a device and back: half of the latency there, half of it back. It carries one
 * request at a time; one that is pulled meanwhile loses the request and its answer.
 */
export class Cable {
  /** How many requests have reached the device. */
  exchanges = 0;
  /** Each says how many seconds later than usual an answer comes. */
  readonly delays = new Set<() => number>();
  /** Whose request is under way. */
  readonly turns: Turns;
  /** How long the device is busy with the request that reached it last. */
  busySeconds = 0;

  /** `latency` in seconds; `label` names the device for people. */
  constructor(
    readonly loop: EventLoop,
    readonly connection: Connection,
    private readonly label: string,
    private readonly latency: number,
  ) {
    this.turns = new Turns(loop);
  }

  /** Seconds for half of the way of a request that is `late` seconds later than usual. Raises `DisconnectedError`. */
  half(epoch: number, late: number): number {
    this.need(epoch);
    let seconds = this.latency + late;
    if (this.delays.size > 0) for (const delay of this.delays) seconds += delay();
    return seconds / 2;
  }

  /** The request is at the device, which does what is asked. Raises `DisconnectedError`, or what `act` raises. */
  arrive<Result>(epoch: number, act: () => Result): Result {
    this.need(epoch);
    this.exchanges++;
    this.busySeconds = 0;
    return act();
  }

  /** Raises `DisconnectedError` unless the device is connected, as it was since `epoch`. */
  need(epoch: number): void {
    if (this.connection.connected && this.connection.epoch === epoch) return;
    this.connection.missed.tell();
    throw new DisconnectedError(`${this.label} is disconnected, so it does not answer. Reconnect it and try again.`);
  }
}
