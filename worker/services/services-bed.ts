import { TestBed } from '../task/test-bed.js';
import { helpers, type Coroutine, type Future } from '../task/index.js';
import { Services, type ServiceEvent } from './services.js';

/** For tests: the services of a run on a loop whose time the test owns. */
export class ServicesBed extends TestBed {
  /** What the services told, each with the virtual milliseconds at which it did. */
  readonly events: (readonly [milliseconds: number, event: ServiceEvent])[] = [];
  readonly services = new Services({
    loop: this.loop,
    emitOfNow: () => (event) => this.events.push([this.milliseconds, event]),
  });

  /** Runs a coroutine to its end and gives its result; raises what it raises. */
  result<T>(body: () => Coroutine<T>): T {
    const task = this.task(body());
    this.run();
    return task.result();
  }

  /** An action in a thread. */
  thread<T>(action: () => T): Future<T> {
    return helpers.toThread(this.loop, action);
  }
}
