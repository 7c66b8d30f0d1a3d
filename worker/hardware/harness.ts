import { VirtualClock } from '../clock/virtual-clock.js';
import { type Coroutine, EventLoop, type Future } from '../task/index.js';
import { Bench } from './bench.js';
import { Connection } from './connection.js';
import { Link } from './link.js';

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

  bench(seed = 1): Bench {
    return new Bench(this.loop, { seed });
  }

  /** A cable to nothing in particular. */
  link(latency = 0, connected = true): Link {
    return new Link(this.loop, new Connection(this.loop.clock, connected), 'Device', latency);
  }
}
