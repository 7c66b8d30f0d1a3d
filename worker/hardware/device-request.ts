import { type Coroutine, type EventLoop, Future, type Task } from '../task/index.js';

/**
 * Something asked of a device, as a process awaits it: its label says what, not what the runtime does for it meanwhile.
 * Cancelling ends the waiting at once. A question that has not reached the device is dropped then; a value that is to be written stays wanted.
 */
export class DeviceRequest<Result> extends Future<Result> {
  readonly #task: Task<Result>;

  constructor(
    loop: EventLoop,
    private readonly describe: () => string,
    work: Coroutine<Result>,
  ) {
    super(loop);
    this.#task = loop.task(work, { name: 'device' });
    if (this.#task.done) this.#finish();
    else this.#task.addDoneCallback(() => this.#finishLater(loop));
  }

  override get label(): string {
    return this.describe();
  }

  override cancel(message = ''): boolean {
    if (this.done) return false;
    this.#task.cancel(message);
    this.setCancelled(message);
    return true;
  }

  #finishLater(loop: EventLoop): void {
    if (!this.retrieved && !this.awaited && !this.done) loop.observer.unawaited?.(this);
    this.#finish();
  }

  #finish(): void {
    const task = this.#task;
    task.retrieved = true;
    if (this.done) return;
    if (task.cancelled) this.setCancelled('');
    else if (task.failed) this.setException(task.exception());
    else this.setResult(task.result());
  }
}
