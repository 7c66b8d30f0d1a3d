import type { EventLoop, Future, Task } from '../../worker/task/index.js';
import type { createAsyncio } from '../../worker/typescript/asyncio-module.js';
import { Boom, describeError, textOf } from './describe.js';
import type { Op, Program } from './program.js';

type Asyncio = ReturnType<typeof createAsyncio>;
type Queue = InstanceType<Asyncio['Queue']>;
type Lock = InstanceType<Asyncio['Lock']>;
type Event = InstanceType<Asyncio['Event']>;

/** The tasks and things of a program by name, its log, and the operations that never wait. */
export abstract class World {
  readonly log: string[] = [];
  readonly tasks = new Map<string, Task<unknown>>();
  private readonly queues = new Map<string, Queue>();
  private readonly locks = new Map<string, Lock>();
  private readonly events = new Map<string, Event>();
  private readonly plain = new Map<string, Future<unknown>>();

  constructor(
    private readonly loop: EventLoop,
    protected readonly asyncio: Asyncio,
    private readonly program: Program,
  ) {}

  /** An operation in a timer, outside every task. */
  protected abstract outside(op: Op): void;

  /** Runs what `start` starts, and everything that comes of it. */
  play(start: () => void): readonly string[] {
    const { loop } = this;
    for (const [milliseconds, op] of this.program.at ?? []) {
      loop.clock.schedule(milliseconds * 1000, () => {
        try {
          this.outside(op);
        } catch (error) {
          this.say('timer', `raised ${describeError(error)}`);
        }
      });
    }
    start();
    loop.drain();
    while (loop.advance());
    for (const [name, task] of this.tasks) this.say(name, this.status(task));
    return this.log;
  }

  say(who: string, text: string): void {
    this.log.push(`${Math.round(this.loop.clock.now / 1000)} ${who}: ${text}`);
  }

  queue(name: string): Queue {
    return made(this.queues, name, () => new this.asyncio.Queue(this.program.queues?.[name] ?? 0));
  }

  lock(name: string): Lock {
    return made(this.locks, name, () => new this.asyncio.Lock());
  }

  event(name: string): Event {
    return made(this.events, name, () => new this.asyncio.Event());
  }

  /** A task, undefined while it has not been created, or a plain future. */
  future(name: string): Future<unknown> | undefined {
    if (name in this.program.tasks) return this.tasks.get(name);
    return made(this.plain, name, () => new this.asyncio.Future<unknown>() as Future<unknown>);
  }

  futures(names: readonly string[]): readonly Future<unknown>[] {
    return names.map((name) => this.future(name)).filter((future) => future !== undefined);
  }

  private nameOf(future: unknown): string {
    for (const [name, known] of [...this.tasks, ...this.plain]) if (known === future) return name;
    throw new Error('This future has no name.');
  }

  /** Which of some have ended, after `asyncio.wait`. */
  ended(
    names: readonly string[],
    { done, pending }: { readonly done: ReadonlySet<unknown>; readonly pending: ReadonlySet<unknown> },
  ): string {
    const futures = this.futures(names);
    const list = (some: ReadonlySet<unknown>): string =>
      futures
        .filter((future) => some.has(future))
        .map((future) => this.nameOf(future))
        .join(' ') || '-';
    return `done ${list(done)} pending ${list(pending)}`;
  }

  status(future: Future<unknown>): string {
    if (!future.done) return 'pending';
    if (future.cancelled) return 'cancelled';
    return future.failed ? `failed ${describeError(future.exception())}` : `result ${textOf(future.result())}`;
  }

  /** False when the operation is none of these. */
  atOnce(kind: string, args: readonly unknown[], who: string): boolean {
    const name = String(args[0]);
    const say = (text: string): void => this.say(who, text);
    switch (kind) {
      case 'log':
        say(name);
        return true;
      case 'cancel': {
        const future = this.future(name);
        if (future !== undefined) say(`cancel ${name}: ${future.cancel()}`);
        return true;
      }
      case 'cancel_self':
        say(`cancel self: ${this.asyncio.currentTask()!.cancel()}`);
        return true;
      case 'cancelling':
        say(`cancelling ${this.asyncio.currentTask()!.cancelling()}`);
        return true;
      case 'uncancel':
        say(`uncancel ${this.asyncio.currentTask()!.uncancel()}`);
        return true;
      case 'status': {
        const future = this.future(name);
        say(`${name} ${future === undefined ? 'missing' : this.status(future)}`);
        return true;
      }
      case 'callback':
        this.future(name)?.addDoneCallback(() => say(`callback ${String(args[1])}`));
        return true;
      case 'resolve':
        this.future(name)!.setResult(args[1]);
        return true;
      case 'reject':
        this.future(name)!.setException(new Boom(String(args[1])));
        return true;
      case 'raise':
        throw new Boom(name);
      default:
        return this.useThing(kind, name, args[1], say);
    }
  }

  private useThing(kind: string, name: string, value: unknown, say: (text: string) => void): boolean {
    switch (kind) {
      case 'put_nowait':
        this.queue(name).putNowait(value);
        return true;
      case 'get_nowait':
        say(`got ${textOf(this.queue(name).getNowait())}`);
        return true;
      case 'task_done':
        this.queue(name).taskDone();
        return true;
      case 'size': {
        const queue = this.queue(name);
        say(`size ${queue.size} empty ${queue.empty} full ${queue.full}`);
        return true;
      }
      case 'unlock':
        this.lock(name).release();
        return true;
      case 'locked':
        say(`locked ${this.lock(name).locked}`);
        return true;
      case 'set':
        this.event(name).set();
        return true;
      case 'clear':
        this.event(name).clear();
        return true;
      default:
        return false;
    }
  }
}

function made<T>(things: Map<string, T>, name: string, make: () => T): T {
  let thing = things.get(name);
  if (thing === undefined) things.set(name, (thing = make()));
  return thing;
}
