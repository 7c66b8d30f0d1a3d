import { stateOf } from '../../model/event-look.js';
import { eventText } from '../../model/event-text.js';
import type { TraceEvent } from '../../model/events.js';
import { stateName } from '../../model/owner.js';
import type { StepPath } from '../../model/steps.js';
import type { Range } from '../../model/place.js';
import { type Interruption, promises, type Promised } from '../../model/promise.js';
import { PromiseCourse } from '../../model/promise-course.js';
import type { Trace } from '../../model/trace.js';
import { toneOf } from '../ui/tone.js';
import { Estimates } from './picture/estimates.js';
import { Gaps } from './picture/gaps.js';
import type { Kind } from './picture/kinds.js';
import { Lane, type LaneSort, type LaneWords } from './picture/lane.js';
import { promiseKinds, promiseWords } from './promise-words.js';
import { spanLabel } from './span-text.js';

/** In which order lanes stand; those of steps first, step by step. */
const order: readonly LaneSort[] = [
  'state',
  'location',
  'await',
  'pause',
  'jump',
  'swap',
  'requests',
  'diagnostics',
  'effects',
  'faults',
  'hand',
  'services',
];
const titles: Readonly<Record<LaneSort, string>> = {
  state: 'State',
  location: 'Location',
  await: 'Await',
  pause: 'If paused',
  jump: 'If jumped',
  swap: 'If swapped',
  requests: 'Requests',
  diagnostics: 'Diagnostics',
  effects: 'Effects, notes',
  faults: 'Faults',
  hand: 'By hand',
  services: 'Services',
};
/** These are there before anything stands in them: a timeline of a run that has not begun shows what it will show. */
const always: readonly LaneSort[] = ['state', 'location', 'await', 'pause', 'jump', 'requests', 'diagnostics'];

/** The lanes of a run, made from its trace as it grows: every event is looked at once. */
export class LaneBook {
  #trace: readonly TraceEvent[] = [];
  #length = 0;
  #lanes = new Map<string, Lane>();
  #sorted: readonly Lane[] = [];
  /** Which span of a lane is not over, by what it is about. */
  #open = new Map<string, number>();
  #states = new Map<StepPath, { readonly name: string; readonly instance: number }>();
  #estimates = new Map<StepPath, Estimates>();
  #courses = new Map<StepPath, PromiseCourse>();
  /** Counts what the courses have told. */
  #promised = 0;
  #gaps = new Gaps();
  #runs = 0;
  readonly #words: LaneWords = {
    label: (event) => spanLabel(this.#trace[event]!),
    text: (event) => eventText(this.#trace[event]!),
  };

  /** `guards`: where the text of a step can catch what an await raises. */
  constructor(private readonly guards: (step: StepPath) => readonly Range[] = () => []) {
    this.#begin();
  }

  /** The lanes in their order; the same array until there is another lane. */
  get lanes(): readonly Lane[] {
    return this.#sorted;
  }

  /** Grows when another run begins. */
  get runs(): number {
    return this.#runs;
  }

  /** How the end was foreseen, by step. */
  get estimates(): ReadonlyMap<StepPath, Estimates> {
    return this.#estimates;
  }

  /** The longest times in which nothing happened. */
  get gaps(): Gaps {
    return this.#gaps;
  }

  /** How many events of the trace have been taken. */
  get length(): number {
    return this.#length;
  }

  /**
   * Takes what is new in the trace, at most so many events at once: the page has to be drawn, too. Until `told` nothing else has
   * happened. Of another run, begins anew. Returns whether anything has changed.
   */
  extend(trace: Trace, told = 0, most = Number.POSITIVE_INFINITY): boolean {
    const { events, length } = trace;
    const known = this.#length;
    const goesOn = known === 0 || (length >= known && events[known - 1] === this.#trace[known - 1]);
    if (!goesOn) this.#begin();
    this.#trace = events;
    const end = Math.min(length, this.#length + most);
    for (let index = this.#length; index < end; index++) this.#add(events[index]!, index);
    const promised = this.#promised;
    if (end === trace.total) for (const course of this.#courses.values()) course.pass(told);
    const changed = !goesOn || end > known || promised !== this.#promised;
    this.#length = end;
    return changed;
  }

  #begin(): void {
    this.#runs++;
    this.#length = 0;
    this.#lanes = new Map();
    this.#sorted = [];
    this.#open = new Map();
    this.#states = new Map();
    this.#estimates = new Map();
    this.#courses = new Map();
    this.#gaps = new Gaps();
    for (const sort of always) this.#lane(sort);
  }

  #lane(sort: LaneSort, step: StepPath = ''): Lane {
    const id = step === '' ? sort : `${sort} ${step}`;
    const known = this.#lanes.get(id);
    if (known) return known;
    // A protocol has lanes of its steps in place of those of a process alone.
    if (step !== '' && !this.#isUsed(sort)) this.#lanes.delete(sort);
    const lane = new Lane(id, sort, step === '' ? titles[sort] : `${step} ${titles[sort]}`, isPromise(sort) ? promiseWords : this.#words);
    this.#lanes.set(id, lane);
    this.#sorted = [...this.#lanes.values()].sort(inOrder);
    return lane;
  }

  #isUsed(sort: LaneSort): boolean {
    return (this.#lanes.get(sort)?.spans.length ?? 0) > 0;
  }

  #add(event: TraceEvent, index: number): void {
    const { t, step = '' } = event;
    this.#gaps.add(t);
    if (event.event === 'state' || event.event === 'suspended' || event.event === 'resumed') this.#courseOf(step).add(event);
    switch (event.event) {
      case 'state':
        return this.#addState(event, index);
      case 'location':
        return this.#follow(this.#lane('location', step), 'location', t, index);
      case 'suspended':
        return this.#follow(this.#lane('await', step), event.at.at(-1)?.kind ?? 'plain', t, index);
      case 'resumed':
        return this.#close(this.#lane('await', step), '', t);
      case 'term':
        return this.#estimatesOf(step).add(t, event.term);
      case 'request':
        return this.#mark('requests', event.accepted ? 'accepted' : 'refused', t, index);
      case 'error':
      case 'warning':
        return this.#mark('diagnostics', event.event, t, index);
      case 'load-error':
        return this.#mark('diagnostics', 'error', t, index);
      case 'effect':
      case 'note':
        return this.#mark('effects', event.event, t, index);
      case 'log':
        return this.#mark('effects', 'log', t, index);
      case 'handling':
        return this.#mark('effects', 'note', t, index);
      case 'service':
        return this.#mark('services', event.message === undefined ? 'service' : 'warning', t, index);
      case 'fault':
        return this.#between('faults', 'fault', `${event.node ?? event.device} ${event.type}`, event.active, t, index);
      case 'service-fault':
        return this.#between('faults', 'service-fault', `${event.service} ${event.type}`, event.active, t, index);
      case 'control':
        if (!event.accepted) return this.#mark('hand', 'refused', t, index);
        if (event.action === 'set') return this.#mark('hand', 'accepted', t, index);
        return this.#between('hand', 'held', event.path, event.action === 'claim', t, index);
    }
  }

  #addState(event: Extract<TraceEvent, { event: 'state' }>, index: number): void {
    const { t, step = '', instance } = event;
    const state = stateOf(event);
    if (state === null) return;
    const name = stateName(state);
    const before = this.#states.get(step);
    // What is called the same is one stretch: only whether it can be paused has changed.
    if (before?.name === name && before.instance === instance) return;
    this.#states.set(step, { name, instance });
    this.#follow(this.#lane('state', step), toneOf(state), t, index);
    if (before !== undefined && before.instance !== instance) this.#estimatesOf(step).restart(t);
    if (state.mode !== 'done' && state.mode !== 'collecting') return;
    for (const sort of ['location', 'await'] as const) {
      const lane = this.#lanes.get(step === '' ? sort : `${sort} ${step}`);
      if (lane) this.#close(lane, '', t);
    }
    if (state.mode === 'done') this.#estimates.get(step)?.end(t, state.outcome === 'completed');
  }

  #courseOf(step: StepPath): PromiseCourse {
    const known = this.#courses.get(step);
    if (known) return known;
    const change = (request: Interruption, t: number, promised: Promised | null): void => {
      const lane = this.#lane(request, step);
      this.#promised++;
      // These spans stand for no event: their number says what was promised.
      if (promised === null) this.#close(lane, '', t);
      else this.#follow(lane, promiseKinds[promised], t, promises.indexOf(promised));
    };
    const course = new PromiseCourse(step, () => this.guards(step), change);
    this.#courses.set(step, course);
    return course;
  }

  #estimatesOf(step: StepPath): Estimates {
    let estimates = this.#estimates.get(step);
    if (!estimates) this.#estimates.set(step, (estimates = new Estimates()));
    return estimates;
  }

  #mark(sort: LaneSort, kind: Kind, t: number, index: number): void {
    this.#lane(sort).add(t, kind, index, t);
  }

  /** A span in the place of the one before it. */
  #follow(lane: Lane, kind: Kind, t: number, index: number): void {
    this.#close(lane, '', t);
    this.#open.set(`${lane.id}|`, lane.add(t, kind, index));
  }

  /** Something that begins with one event and ends with another, beside others in the lane. */
  #between(sort: LaneSort, kind: Kind, about: string, begins: boolean, t: number, index: number): void {
    const lane = this.#lane(sort);
    this.#close(lane, about, t);
    if (begins) this.#open.set(`${lane.id}|${about}`, lane.add(t, kind, index));
  }

  #close(lane: Lane, about: string, t: number): void {
    const key = `${lane.id}|${about}`;
    const open = this.#open.get(key);
    if (open === undefined) return;
    lane.spans.close(open, t);
    this.#open.delete(key);
  }
}

function isPromise(sort: LaneSort): sort is Interruption {
  return sort === 'pause' || sort === 'jump' || sort === 'swap';
}

/** Lanes of steps stand together by step; what concerns the whole run comes after them. A process alone keeps its requests under its state. */
function inOrder(one: Lane, other: Lane): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  if (a.step !== b.step) {
    if (a.step === '') return 1;
    if (b.step === '') return -1;
    return a.step.localeCompare(b.step, 'en', { numeric: true });
  }
  return a.sort - b.sort;
}

function placeOf({ id, sort }: Lane): { readonly step: string; readonly sort: number } {
  const space = id.indexOf(' ');
  return { step: space < 0 ? '' : id.slice(space + 1), sort: order.indexOf(sort) };
}
