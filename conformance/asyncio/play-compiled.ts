import { VirtualClock } from '../../worker/clock/virtual-clock.js';
import { EventLoop, type Task } from '../../worker/task/index.js';
import { createAsyncio } from '../../worker/typescript/asyncio-module.js';
import { createAutomancer } from '../../worker/typescript/automancer-module.js';
import { loadTypeScript } from '../../worker/typescript/load.js';
import { asTypeScript } from './as-typescript.js';
import { describeError, listed, textOf } from './describe.js';
import type { Op, Program } from './program.js';
import { World } from './world.js';

/** Compiles a program as a process in TypeScript, runs that on our event loop and gives its log. */
export function playCompiled(program: Program): readonly string[] {
  const loop = new EventLoop(new VirtualClock());
  const asyncio = createAsyncio(loop);
  const world = new CompiledWorld(loop, asyncio, program);
  const modules = { asyncio, automancer: createAutomancer(loop), hardware: { w: world } };
  const loaded = loadTypeScript(asTypeScript(program), { loop, seed: 1, modules, log: () => {}, swallowed: () => {} });
  if (!loaded.ok) throw new Error(loaded.failures.map(({ message }) => message).join(' '));
  return world.play(() => loaded.program.start(null, null as never));
}

/** What the process finds in `hardware`. */
class CompiledWorld extends World {
  bodies: Readonly<Record<string, () => Task<unknown>>> = {};
  readonly text = textOf;
  readonly list = listed;
  readonly describe = describeError;

  create(name: string): void {
    if (!this.tasks.has(name)) this.tasks.set(name, this.asyncio.createTask(this.bodies[name]!) as Task<unknown>);
  }

  spawn(name: string, group: { createTask(work: () => Task<unknown>): Task<unknown> }): void {
    if (!this.tasks.has(name)) this.tasks.set(name, group.createTask(this.bodies[name]!));
  }

  protected override outside([kind, ...args]: Op): void {
    this.atOnce(kind, args, 'timer');
  }
}
