import { VirtualClock } from '../../worker/clock/virtual-clock.js';
import { type Coroutine, EventLoop, type Task, join } from '../../worker/task/index.js';
import { createAsyncio } from '../../worker/typescript/asyncio-module.js';
import { createAutomancer } from '../../worker/typescript/automancer-module.js';
import { describeError, listed, textOf } from './describe.js';
import type { Handlers, Op, Program } from './program.js';
import { World } from './world.js';

/** Where an operation stands: the name for the log, the group and the error around it. */
interface Context {
  readonly who: string;
  readonly group?: { createTask(work: () => Task<unknown>): Task<unknown> };
  readonly error?: unknown;
}

/** What `return` gives, in a box: undefined means that nothing was returned. */
type Returned = { readonly value: unknown } | undefined;

/** Runs a program on our event loop, by the modules that processes import, and gives its log. The twin of interpreter.py. */
export function play(program: Program): readonly string[] {
  const interpreter = new Interpreter(program);
  return interpreter.play();
}

class Interpreter {
  private readonly loop = new EventLoop(new VirtualClock());
  private readonly asyncio = createAsyncio(this.loop);
  private readonly am = createAutomancer(this.loop);
  private readonly world: World;

  constructor(private readonly program: Program) {
    this.world = new InterpretedWorld(this.loop, this.asyncio, program, (op) => void this.atOnce(op, { who: 'timer' }));
  }

  play(): readonly string[] {
    return this.world.play(() => this.create('main'));
  }

  private create(name: string): void {
    if (!this.world.tasks.has(name)) this.world.tasks.set(name, this.asyncio.createTask(() => this.body(name)) as Task<unknown>);
  }

  /** A function of a process: calling it starts it. */
  private body(name: string): Task<unknown> {
    return this.loop.task(this.start(name));
  }

  private *start(name: string): Coroutine<unknown> {
    this.world.say(name, 'starts');
    return (yield* this.run(this.program.tasks[name]!, { who: name }))?.value ?? null;
  }

  private call(ops: readonly Op[], context: Context): Task<Returned> {
    return this.loop.task(this.run(ops, context));
  }

  private *run(ops: readonly Op[], context: Context): Coroutine<Returned> {
    for (const op of ops) {
      if (op[0] === 'return') return { value: op[1] };
      if (this.atOnce(op, context)) continue;
      const returned = yield* this.waitForOp(op, context);
      if (returned !== undefined) return returned;
    }
    return undefined;
  }

  /** Operations of the program itself that never wait. The others of that kind are the world's. */
  private atOnce([kind, ...args]: Op, { who, group, error }: Context): boolean {
    const name = String(args[0]);
    switch (kind) {
      case 'create':
        this.create(name);
        return true;
      case 'spawn':
        if (!this.world.tasks.has(name))
          this.world.tasks.set(
            name,
            group!.createTask(() => this.body(name)),
          );
        return true;
      case 'rethrow':
        throw error;
      default:
        return this.world.atOnce(kind, args, who);
    }
  }

  private *waitForOp([kind, ...args]: Op, context: Context): Coroutine<Returned> {
    const { asyncio, am, world } = this;
    const { who } = context;
    const name = String(args[0]);
    const ops = args[args.length - 1] as readonly Op[];
    const seconds = args[0] === null ? null : Number(args[0]) / 1000;
    const say = (text: string): void => world.say(who, text);
    switch (kind) {
      case 'sleep':
        yield* join(asyncio.sleep(seconds!));
        return undefined;
      case 'await':
      case 'shield':
      case 'am_shield': {
        const future = world.future(name);
        if (future === undefined) return undefined;
        const around = kind === 'await' ? future : kind === 'shield' ? asyncio.shield(future) : am.shield(future);
        say(`${name} = ${textOf(yield* join(around))}`);
        return undefined;
      }
      case 'call':
        return yield* join(this.call(ops, context));
      case 'loop':
        for (let round = 0; round < Number(args[0]); round++) {
          const returned = yield* this.run(ops, context);
          if (returned !== undefined) return returned;
        }
        return undefined;
      case 'try':
        return yield* this.attempt(args[0] as readonly Op[], args[1] as Handlers, context);
      case 'timeout':
        return yield* join(asyncio.timeout(seconds, () => this.call(ops, context)));
      case 'wait_for': {
        if (Array.isArray(args[1])) return yield* join(asyncio.waitFor(this.call(ops, context), seconds));
        const future = world.future(String(args[1]));
        if (future !== undefined) say(`${String(args[1])} = ${textOf(yield* join(asyncio.waitFor(future, seconds)))}`);
        return undefined;
      }
      case 'group':
        return yield* join(asyncio.TaskGroup.run((group) => this.call(ops, { ...context, group: group as Context['group'] & object })));
      case 'put':
        yield* join(world.queue(name).put(args[1]));
        return undefined;
      case 'get':
        say(`got ${textOf(yield* join(world.queue(name).get()))}`);
        return undefined;
      case 'join':
        yield* join(world.queue(name).join());
        say('joined');
        return undefined;
      case 'lock':
        yield* join(world.lock(name).acquire());
        return undefined;
      case 'with':
        return yield* join(world.lock(name).run(() => this.call(ops, context)));
      case 'wait_event':
        yield* join(world.event(name).wait());
        return undefined;
      default:
        yield* this.waitForSeveral(kind, args, say);
        return undefined;
    }
  }

  private *waitForSeveral(kind: string, args: readonly unknown[], say: (text: string) => void): Coroutine<void> {
    const { asyncio, am, world } = this;
    const futures = world.futures(args[0] as readonly string[]);
    switch (kind) {
      case 'gather': {
        const gathered = asyncio.gather(futures, { returnExceptions: args[1] === true });
        return say(`gathered ${listed(yield* join(gathered))}`);
      }
      case 'wait': {
        if (futures.length === 0) return;
        const [, returnWhen, timeout] = args as [unknown, 'ALL_COMPLETED', number | null];
        const result = yield* join(asyncio.wait(futures, { returnWhen, timeout: timeout === null ? null : timeout / 1000 }));
        return say(world.ended(args[0] as readonly string[], result));
      }
      case 'am_race': {
        if (futures.length === 0) return;
        const [index, value] = yield* join(am.race(...futures));
        return say(`won ${index} ${textOf(value)}`);
      }
      case 'am_wait_all':
        return say(`all ${listed(yield* join(am.waitAll(...futures)))}`);
      case 'am_try_all':
        return say(`all ${listed(yield* join(am.tryAll(...futures)))}`);
      case 'am_cancel_task':
        return yield* join(am.cancelTask(...futures));
      default:
        throw new Error(`There is no operation ${kind}.`);
    }
  }

  private *attempt(body: readonly Op[], handlers: Handlers, context: Context): Coroutine<Returned> {
    try {
      return yield* this.run(body, context);
    } catch (error) {
      const handler = error instanceof this.asyncio.CancelledError ? handlers.cancelled : handlers.error;
      if (handler === undefined) throw error;
      this.world.say(context.who, `caught ${describeError(error)}`);
      return yield* this.run(handler, { ...context, error });
    } finally {
      if (handlers.finally !== undefined) {
        this.world.say(context.who, 'finally');
        yield* this.run(handlers.finally, context);
      }
    }
  }
}

class InterpretedWorld extends World {
  constructor(
    loop: EventLoop,
    asyncio: ReturnType<typeof createAsyncio>,
    program: Program,
    protected override readonly outside: (op: Op) => void,
  ) {
    super(loop, asyncio, program);
  }
}
