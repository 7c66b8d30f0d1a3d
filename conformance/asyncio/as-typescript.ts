import type { Handlers, Op, Program } from './program.js';

/**
 * A program as the process that one would write for it: every task an async function, blocks as blocks, operations that may wait as
 * awaits. What the log needs comes from `hardware`, where the test puts its world.
 */
export function asTypeScript(program: Program): string {
  const tasks = Object.entries(program.tasks).map(
    ([name, ops]) => `async function ${name}() {\nw.say('${name}', 'starts');\n${new Writer(name).block(ops)}\n}`,
  );
  return [
    "import * as am from 'automancer';",
    "import * as asyncio from 'asyncio';",
    "import { w } from 'hardware';",
    ...tasks,
    `w.bodies = { ${Object.keys(program.tasks).join(', ')} };`,
    "export default async function process() { w.create('main'); }",
  ].join('\n');
}

/** Writes the operations of one task. */
class Writer {
  private names = 0;

  /** How a `return` is written where it is none. */
  private leave: string | null = null;

  constructor(private readonly who: string) {}

  block(ops: readonly Op[]): string {
    return ops.map((op) => this.op(op)).join('\n');
  }

  private op([kind, ...args]: Op): string {
    const text = JSON.stringify;
    const who = text(this.who);
    const name = text(args[0]);
    const body = args[args.length - 1] as readonly Op[];
    const seconds = (value: unknown): string => (value === null ? 'null' : `${String(value)} / 1000`);
    const returned = (call: string): string => {
      const result = `r${this.names++}`;
      return `const ${result} = await ${call};\nif (${result} !== undefined) ${this.leaveWith(result)};`;
    };
    const called = (parameter = ''): string => `async (${parameter}) => {\n${new Writer(this.who).block(body)}\n}`;
    const future = (use: (future: string) => string): string => {
      const found = `f${this.names++}`;
      return `const ${found} = w.future(${name});\nif (${found} !== undefined) w.say(${who}, ${name} + ' = ' + w.text(await ${use(found)}));`;
    };
    switch (kind) {
      case 'return':
        return `${this.leaveWith(text(args[0]))};`;
      case 'create':
        return `w.create(${name});`;
      case 'spawn':
        return `w.spawn(${name}, group);`;
      case 'rethrow':
        return 'throw error;';
      case 'sleep':
        return `await asyncio.sleep(${seconds(args[0])});`;
      case 'await':
        return future((found) => found);
      case 'shield':
        return future((found) => `asyncio.shield(${found})`);
      case 'am_shield':
        return future((found) => `am.shield(${found})`);
      case 'call':
        return returned(`(${called()})()`);
      case 'loop':
        return `for (let i${this.names} = 0; i${this.names} < ${String(args[0])}; i${this.names++}++) {\n${this.block(body)}\n}`;
      case 'try':
        return this.attempt(args[0] as readonly Op[], args[1] as Handlers);
      case 'timeout':
        return returned(`asyncio.timeout(${seconds(args[0])}, ${called()})`);
      case 'wait_for':
        if (Array.isArray(args[1])) return returned(`asyncio.waitFor((${called()})(), ${seconds(args[0])})`);
        return this.waitFor(text(args[1]), seconds(args[0]), who);
      case 'group':
        return returned(`asyncio.TaskGroup.run(${called('group')})`);
      case 'with':
        return returned(`w.lock(${name}).run(${called()})`);
      case 'put':
        return `await w.queue(${name}).put(${text(args[1])});`;
      case 'get':
        return `w.say(${who}, 'got ' + w.text(await w.queue(${name}).get()));`;
      case 'join':
        return `await w.queue(${name}).join();\nw.say(${who}, 'joined');`;
      case 'lock':
        return `await w.lock(${name}).acquire();`;
      case 'wait_event':
        return `await w.event(${name}).wait();`;
      case 'gather':
        return `w.say(${who}, 'gathered ' + w.list(await asyncio.gather(w.futures(${name}), { returnExceptions: ${text(args[1])} })));`;
      case 'wait': {
        const options = `{ returnWhen: ${text(args[1])}, timeout: ${seconds(args[2])} }`;
        return `if (w.futures(${name}).length > 0) w.say(${who}, w.ended(${name}, await asyncio.wait(w.futures(${name}), ${options})));`;
      }
      case 'am_race':
        return `if (w.futures(${name}).length > 0) w.say(${who}, 'won ' + (await am.race(...w.futures(${name}))).map(w.text).join(' '));`;
      case 'am_wait_all':
        return `w.say(${who}, 'all ' + w.list(await am.waitAll(...w.futures(${name}))));`;
      case 'am_try_all':
        return `w.say(${who}, 'all ' + w.list(await am.tryAll(...w.futures(${name}))));`;
      case 'am_cancel_task':
        return `await am.cancelTask(...w.futures(${name}));`;
      default:
        return `w.atOnce(${text(kind)}, ${text(args)}, ${who});`;
    }
  }

  private waitFor(name: string, seconds: string, who: string): string {
    return `if (w.future(${name}) !== undefined) w.say(${who}, ${name} + ' = ' + w.text(await asyncio.waitFor(w.future(${name}), ${seconds})));`;
  }

  private leaveWith(value: string): string {
    return this.leave ?? `return ${value}`;
  }

  private attempt(body: readonly Op[], handlers: Handlers): string {
    const handler = (ops: readonly Op[] | undefined): string =>
      ops === undefined ? 'throw error;' : `w.say(${JSON.stringify(this.who)}, 'caught ' + w.describe(error));\n${this.block(ops)}`;
    const caught =
      handlers.cancelled === undefined && handlers.error === undefined
        ? ''
        : `catch (error) {\nif (error instanceof asyncio.CancelledError) {\n${handler(handlers.cancelled)}\n} else {\n${handler(handlers.error)}\n}\n}`;
    return `try {\n${this.block(body)}\n} ${caught}${this.lastly(handlers.finally)}`;
  }

  /** What `finally` returns is not what the task returns: it ends the block. */
  private lastly(ops: readonly Op[] | undefined): string {
    if (ops === undefined) return ' finally {}';
    const label = `lastly${this.names++}`;
    const before = this.leave;
    this.leave = `break ${label}`;
    const block = this.block(ops);
    this.leave = before;
    return ` finally {\nw.say(${JSON.stringify(this.who)}, 'finally');\n${label}: {\n${block}\n}\n}`;
  }
}
