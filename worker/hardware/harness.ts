import { defaultBench } from '../../model/benches/default.js';
import type { DeviceDescription, EnvironmentDescription } from '../../model/bench.js';
import { VirtualClock } from '../clock/virtual-clock.js';
import type { Quantity } from '../quantity/index.js';
import { type Coroutine, EventLoop, type Future } from '../task/index.js';
import { Bench } from './bench.js';
import { Connection } from './connection.js';
import { Link } from './link.js';
import type { ProcessDevice } from './process-devices.js';
import type { ProcessNode, ReachOptions, WritableProcessNode } from './process-node.js';

/** The devices of the default bench, as hardware.d.ts declares them. */
export type DefaultBench = Bench & {
  readonly devices: {
    readonly thermostat: ProcessDevice & {
      readonly readout: ProcessNode<Quantity>;
      readonly setpoint: WritableProcessNode<Quantity | null>;
    };
    readonly pump: ProcessDevice & {
      readonly flow: WritableProcessNode<Quantity>;
      readonly dispensed: ProcessNode<Quantity>;
      refill(): Future<void>;
    };
  };
};

/** A bench of any devices: whoever uses it knows what they have. */
export type OwnBench = Bench & { readonly devices: Readonly<Record<string, ProcessDevice & Readonly<Record<string, AnyMember>>>> };
interface AnyMember extends Omit<WritableProcessNode<string>, 'write' | 'read' | 'reach'> {
  (...given: readonly unknown[]): Future<unknown>;
  read(): Future<AnyValue>;
  write(value: unknown): Future<void>;
  reach(value: unknown, options?: ReachOptions): Future<AnyValue>;
}
/** A test knows which it is. */
type AnyValue = Pick<Quantity, 'valueIn'>;

/** A loop whose time the test owns. */
export class Lab {
  readonly loop = new EventLoop(new VirtualClock());

  /** Lets everything happen that is due within so many seconds. */
  pass(seconds: number): void {
    const { clock } = this.loop;
    const until = clock.now + Math.round(seconds * 1e6);
    this.loop.drain();
    while (clock.nextAt !== null && clock.nextAt <= until) this.loop.advance();
    clock.passTo(until);
  }

  get now(): number {
    return this.loop.clock.seconds;
  }

  /** Lets time pass until it is done, an hour at most, and gives its result. */
  wait<T>(future: Future<T>): T {
    const limit = this.now + 3600;
    this.loop.drain();
    while (!future.done && this.now < limit && this.loop.advance());
    return future.result();
  }

  run<T>(coroutine: Coroutine<T>): T {
    return this.wait(this.loop.task(coroutine));
  }

  /** The default bench. */
  bench(seed = 1): DefaultBench {
    return new Bench(this.loop, defaultBench, { seed }) as DefaultBench;
  }

  /** A bench with devices of its own. */
  benchOf(
    devices: readonly DeviceDescription[],
    { seed = 1, ...more }: { seed?: number; environment?: EnvironmentDescription } = {},
  ): OwnBench {
    return new Bench(this.loop, { name: 'own', label: 'Own', summary: 'For a test.', devices, ...more }, { seed }) as OwnBench;
  }

  /** A cable to nothing in particular. */
  link(latency = 0, connected = true): Link {
    return new Link(this.loop, new Connection(this.loop.clock, connected), 'Device', latency);
  }
}
