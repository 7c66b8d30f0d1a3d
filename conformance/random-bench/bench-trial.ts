/** For tests: a random process, or two, on a real bench, under random requests and a person's hand; and who has to have which node meanwhile. */
// eslint-disable-next-line project/import-walls -- only tests import this file
import fc from 'fast-check';
import type { ControlCommand } from '../../model/control.js';
import type { TraceEvent } from '../../model/events.js';
import type { Request } from '../../model/requests.js';
import { Run } from '../../worker/run.js';
import { type BenchSource, type BenchSteps, nodes, sourceOf } from './bench-program.js';
import { NodeModel, person } from './claim-model.js';

/** Virtual milliseconds. `process`: which of the two. */
export type BenchAct = { readonly at: number } & (
  | { readonly type: 'pause' | 'resume' | 'halt' | 'jump' | 'force' | 'retry'; readonly process: number }
  | { readonly type: 'claim' | 'release' | 'set'; readonly node: number; readonly value: boolean }
);

const at = fc.nat(40).map((units) => units * 5);
export const anyActs: fc.Arbitrary<readonly BenchAct[]> = fc
  .array(
    fc.oneof(
      fc.record({
        at,
        type: fc.constantFrom(
          'pause' as const,
          'pause' as const,
          'resume' as const,
          'halt' as const,
          'jump' as const,
          'force' as const,
          'retry' as const,
        ),
        process: fc.nat(1),
      }),
      fc.record({
        at,
        type: fc.constantFrom('claim' as const, 'claim' as const, 'release' as const, 'set' as const),
        node: fc.nat(nodes.length - 1),
        value: fc.boolean(),
      }),
    ) as fc.Arbitrary<BenchAct>,
    { maxLength: 10, size: 'max' },
  )
  .map((acts) => [...acts].sort((one, other) => one.at - other.at));

export const benchText = 'devices:\n  - name: relays\n    type: relays\n';
/** Halts until everything has ended: each one interrupts one await, and there are finitely many. */
const mostHalts = 100;

export class BenchTrial {
  readonly source: BenchSource;
  readonly events: TraceEvent[] = [];
  readonly run: Run;
  /** What a person is told about nodes that were taken from a process, as it has to be. */
  readonly news: string[] = [];
  readonly #models = nodes.map(
    (path) =>
      new NodeModel((name, who) =>
        this.news.push(`${name} ${path} ${this.source.processes.find(({ claimant }) => claimant === who)?.step ?? ''}`),
      ),
  );
  #followed = 0;

  constructor(bodies: readonly BenchSteps[]) {
    this.source = sourceOf(bodies);
    const { code, protocol } = this.source;
    this.run = new Run({
      source: { language: 'typescript', code, bench: benchText, ...(protocol === undefined ? {} : { protocol }) },
      data: { value: null },
      seed: 1,
      onEvent: (event) => this.events.push(event),
    });
    if (!this.run.load.ok) throw new Error(`${JSON.stringify(this.run.load.failures)}\n${code}`);
  }

  play(acts: readonly BenchAct[]): this {
    this.run.start();
    this.#settle();
    for (const act of acts) {
      this.#runTo(act.at * 1000);
      this.#make(act);
      this.#settle();
    }
    // Nobody keeps a node from the others for ever.
    for (const node of nodes.keys()) this.#make({ at: 0, type: 'release', node, value: false });
    for (let halts = 0; !this.run.done && halts < mostHalts; halts++) {
      for (const process of this.source.processes.keys()) {
        this.#settle();
        this.#make({ at: 0, type: 'halt', process });
      }
      this.#settle();
      this.#runTo(this.run.clock.now + 200_000);
    }
    this.#runTo(this.run.clock.now + 10_000_000);
    this.run.end();
    return this;
  }

  #make(act: BenchAct): void {
    const command = commandOf(act, this.source);
    if (command === null) return;
    if ('node' in command) this.run.control(command);
    else this.run.request(command);
  }

  #runTo(at: number): void {
    const { clock } = this.run;
    while (clock.fireNext(at)) this.#settle();
    clock.passTo(at);
  }

  /** What is ready happens; then the nodes belong to whom they have to belong. */
  #settle(): void {
    const { run } = this;
    if (!run.loop.drain(100_000)) throw new Error('The process goes round and round.');
    for (; this.#followed < this.events.length; this.#followed++) this.#follow(this.events[this.#followed]!);
    for (const [index, path] of nodes.entries()) {
      const node = run.bench.node(path)!;
      const nameOf = (owner: { readonly type: string; readonly name?: string } | null) =>
        owner === null ? [] : [owner.type === 'user' ? person : owner.name];
      const is = { queue: [...nameOf(node.claims!.owner), ...node.claims!.waiting.flatMap(nameOf)], target: node.writer!.target?.value };
      const { queue, target } = this.#models[index]!;
      if (JSON.stringify(is) !== JSON.stringify({ queue, target }))
        throw new Error(`${path} at ${run.clock.seconds} s is ${JSON.stringify(is)}, and has to be ${JSON.stringify({ queue, target })}`);
    }
  }

  #follow(event: TraceEvent): void {
    if (event.event === 'control' && event.accepted) {
      const model = this.#models[nodes.findIndex((path) => path === event.path)]!;
      if (event.action === 'claim') model.take();
      else if (event.action === 'release') model.leave(person);
      else model.set(event.value as boolean);
      return;
    }
    const who = this.source.processes.find(({ step }) => step === event.step)?.claimant;
    if (who === undefined) return;
    if (event.event === 'state' && event.mode === 'done') for (const model of this.#models) model.leave(who);
    if (event.event !== 'log') return;
    const [, act, node, detail] = /^(.*) (\d)(?: (\w+))?$/.exec(event.message) ?? [];
    const wrong = act === undefined ? null : (this.#models[Number(node)]?.tell(who, act, detail ?? '') ?? null);
    if (wrong !== null) throw new Error(`At ${event.t} s: ${event.message}, but ${wrong}`);
  }
}

/** What a session or a run is asked; `null`: there is no second process. */
export function commandOf(act: BenchAct, { processes }: BenchSource): Request | ControlCommand | null {
  if ('node' in act) {
    const node = nodes[act.node]!;
    return act.type === 'set' ? { type: 'set', node, value: act.value } : { type: act.type, node };
  }
  const process = processes[act.process];
  if (process === undefined) return null;
  const { type } = act;
  const request: Request = type === 'jump' || type === 'force' ? { type: 'jump', point: null, force: type === 'force' } : { type };
  return process.step === undefined ? request : { ...request, step: process.step };
}
