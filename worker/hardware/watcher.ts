import { type EventLoop, Future } from '../task/index.js';
import { nodeBehind, type ProcessNode } from './process-node.js';
import type { NodeChange } from './value-node.js';
import type { Watch } from './watching.js';

/** What of a node can be watched; `status`: whether it is settled, or what is wrong with it. */
export const changeTypes: readonly NodeChange[] = ['value', 'connection', 'target', 'ownership', 'status'];

/** That something of a node has changed: what it is now, the node itself tells. */
export interface Change {
  readonly node: ProcessNode;
  readonly type: NodeChange;
}

/** What has changed in one turn of the event loop, each once, in the order in which it did. */
export interface WatchEvent {
  /** Virtual seconds. */
  readonly at: number;
  readonly changes: readonly Change[];
}

/** Events that nobody has taken are kept, up to so many; what comes then is added to the newest. */
const mostEvents = 1000;

/** An event that is waited for. If whoever it was for was cancelled before taking notice, it goes back to the front. */
class NextEvent extends Future<WatchEvent> {
  constructor(
    loop: EventLoop,
    private readonly what: string,
    private readonly giveBack: (event: WatchEvent) => void,
  ) {
    super(loop);
  }

  override get label(): string {
    return this.what;
  }

  override discard(): void {
    this.giveBack(this.result());
  }
}

/**
 * Watches several nodes: one event for each turn of the event loop in which something has changed, taken first in first out (semantics
 * 7.3). Its readable nodes are polled until `stop()`, or the end of the process.
 */
export class Watcher {
  readonly #loop: EventLoop;
  readonly #label: string;
  readonly #watches: readonly Watch[];
  readonly #forget: readonly (() => void)[];
  #events: WatchEvent[] = [];
  #waiting: NextEvent[] = [];
  /** Of the turn that goes on. */
  #changes: Change[] = [];
  #stopped = false;

  constructor(nodes: readonly ProcessNode[], types: readonly NodeChange[]) {
    const watched = [...new Set(nodes)].map((node) => ({ node, behind: nodeBehind(node)! }));
    this.#loop = watched[0]!.behind.loop;
    this.#label = `a change of ${watched.map(({ node }) => node.path).join(' or ')}`;
    this.#forget = watched.map(({ node, behind }) =>
      behind.changed.add((type) => {
        if (types.includes(type)) this.#note({ node, type });
      }),
    );
    const polled = types.includes('value') ? watched : [];
    this.#watches = polled.flatMap(({ behind }) => behind.watching?.watch() ?? []);
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Completes with the oldest event that nobody has taken. Raises when the watcher was stopped. */
  next(): Future<WatchEvent> {
    if (this.#stopped) throw new TypeError('Watching was stopped: there is nothing to come. Make another watcher with watch().');
    const next = new NextEvent(this.#loop, this.#label, (event) => this.#giveBack(event));
    const oldest = this.#events.shift();
    if (oldest === undefined) this.#waiting = [...this.#waiting.filter((other) => !other.done), next];
    else next.setResult(oldest);
    return next;
  }

  /** Watches no more; whoever waits for an event is cancelled. More often does nothing. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    for (const watch of this.#watches) watch.stop();
    for (const forget of this.#forget) forget();
    this.#events = [];
    for (const waiting of this.#waiting) waiting.cancel();
    this.#waiting = [];
  }

  [Symbol.dispose](): void {
    this.stop();
  }

  #note(change: Change): void {
    if (this.#changes.some(({ node, type }) => node === change.node && type === change.type)) return;
    // The first change of a turn has its event told in the next one, with all that came in between.
    if (this.#changes.length === 0) this.#loop.callSoon(() => this.#tell());
    this.#changes.push(change);
  }

  #tell(): void {
    const event = { at: this.#loop.clock.seconds, changes: this.#changes };
    this.#changes = [];
    if (this.#stopped) return;
    const newest = this.#events.at(-1);
    if (newest !== undefined && this.#events.length >= mostEvents) this.#events.splice(-1, 1, merged(newest, event));
    else this.#events.push(event);
    this.#serve();
  }

  #giveBack(event: WatchEvent): void {
    if (this.#stopped) return;
    this.#events.unshift(event);
    this.#serve();
  }

  #serve(): void {
    this.#waiting = this.#waiting.filter(({ done }) => !done);
    while (this.#events.length > 0 && this.#waiting.length > 0) this.#waiting.shift()!.setResult(this.#events.shift()!);
  }
}

/** Two events as one, at the time of the later. */
function merged(earlier: WatchEvent, later: WatchEvent): WatchEvent {
  const known = ({ node, type }: Change): boolean => earlier.changes.some((other) => other.node === node && other.type === type);
  return { at: later.at, changes: [...earlier.changes, ...later.changes.filter((change) => !known(change))] };
}

/** Reads what `watch()` was given. Raises `TypeError` with a sentence for what cannot be watched. */
export function watcherOf(nodes: unknown, types: unknown): Watcher {
  const list: readonly unknown[] = Array.isArray(nodes) ? nodes : [nodes];
  if (list.length === 0) throw new TypeError('watch() needs a node, or a list of them, such as watch(thermostat.readout).');
  for (const node of list)
    if (nodeBehind(node) === null) throw new TypeError(`watch() takes nodes such as thermostat.readout, not ${nameOf(node)}.`);
  const wanted: readonly unknown[] = Array.isArray(types) ? types : [types];
  const unknown = wanted.find((type) => !changeTypes.includes(type as NodeChange));
  if (unknown !== undefined || wanted.length === 0) {
    throw new TypeError(
      `What is watched of a node is one of ${changeTypes.map((type) => `'${type}'`).join(', ')}, not ${nameOf(unknown)}.`,
    );
  }
  return new Watcher(list as readonly ProcessNode[], wanted as readonly NodeChange[]);
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  const label = (value as { label?: unknown } | null | undefined)?.label;
  return typeof label === 'string' ? `the device ${label.toLowerCase()}: name one of its nodes` : String(value);
}
