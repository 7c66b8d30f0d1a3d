import type { NodeHistory } from '../../model/history.js';
import type { Microseconds } from '../clock/virtual-clock.js';
import type { Connection } from './connection.js';
import { PlotCourse } from './plot-course.js';
import { Trail } from './trail.js';
import type { Reading, ValueNode } from './value-node.js';

/** The page sees a device as if it read it once a second; that is, at whole seconds. */
const everySecond: Microseconds = 1_000_000;

/**
 * What the page sees of a device's readable nodes. Nothing is read for it: what the device would have answered at the last whole
 * second is worked out when somebody looks, or when the device is about to change. So it costs no virtual time, and what a process
 * sees does not depend on whether a page is open.
 */
export class Display {
  readonly #trail = new Trail(everySecond);
  readonly #last = new Map<ValueNode, Reading<unknown>>();
  /** Of the nodes that can be read; see `courseNumber`. */
  readonly #courses = new Map<ValueNode, PlotCourse>();
  #next: Microseconds = 0;

  /** `headline`: the numeric node whose trail is kept. */
  constructor(
    private readonly connection: Connection,
    private readonly nodes: readonly ValueNode[],
    private readonly headline: ValueNode,
  ) {
    for (const node of nodes) {
      if (node.watching === null) continue;
      const course = new PlotCourse(everySecond);
      this.#courses.set(node, course);
      node.changed.add((change) => {
        const value = change === 'value' && node.reading !== null ? courseNumber(node, node.reading.value) : null;
        if (value !== null && node.reading !== null) course.add(node.reading.at, value);
      });
    }
  }

  /** To be called with the present instant before the device or its connection changes, and before looking. */
  catchUp(now: Microseconds): void {
    if (now < this.#next) return;
    const { connected } = this.connection;
    this.#trail.extend(now, (at) => (connected && !this.headline.trouble.unreadable ? numberOf(this.headline.sample(at).value) : null));
    for (const [node, course] of this.#courses)
      course.extend(now, (at) => (connected && !node.trouble.unreadable ? courseNumber(node, node.sample(at).value) : null));
    const second = Math.floor(now / everySecond) * everySecond;
    if (connected)
      for (const node of this.nodes) if (node.watching !== null && !node.trouble.unreadable) this.#last.set(node, node.sample(second));
    this.#next = second + everySecond;
  }

  /** The newest that is known of a node: what the page saw last, or what a process has read or written since. */
  reading(node: ValueNode): Reading<unknown> | null {
    const seen = this.#last.get(node) ?? null;
    const known = node.reading;
    return seen === null || (known !== null && known.at > seen.at) ? known : seen;
  }

  /** How every value went over the whole run. */
  get courses(): readonly NodeHistory[] {
    return [...this.#courses].map(([{ path }, course]) => ({ path, samples: course.samples }));
  }

  /** How the headline value went, oldest first, up to its newest reading. */
  get history(): readonly (readonly [seconds: number, value: number])[] {
    const samples = this.#trail.samples;
    const newest = this.reading(this.headline);
    const value = numberOf(newest?.value);
    const last = samples.at(-1)?.[0] ?? -1;
    if (newest !== null && value !== null && newest.at / 1e6 > last) samples.push([newest.at / 1e6, value]);
    return samples;
  }
}

/** A value as a course keeps it: a number itself, off and on as 0 and 1, one of several cases as its place among them. */
function courseNumber({ kind: { spec } }: ValueNode, value: unknown): number | null {
  if (typeof value === 'boolean') return Number(value);
  if (spec.type !== 'enum') return numberOf(value);
  const place = spec.cases.findIndex(({ id }) => id === value);
  return place < 0 ? null : place;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
