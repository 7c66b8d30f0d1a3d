import { faultKind, type ServiceFaultCommand, type ServiceFaultName, type ServiceFaultView } from '../../model/service-faults.js';
import type { Microseconds } from '../clock/virtual-clock.js';
import type { EventLoop } from '../task/index.js';
import { atItsInstant, instantOf } from './exchange.js';

interface Armed {
  readonly name: ServiceFaultName;
  readonly from: Microseconds;
  /** When it is ended, if that is known. */
  until: Microseconds;
  /** How often it will still happen, as code sees it that runs ahead of the clock. */
  left: number;
  readonly seconds: number;
  /** What the clock has seen of it. */
  shownLeft: number;
  fired: number;
}

/** What a service asks whether something goes wrong. */
export interface Trouble {
  /** Takes one occurrence of a fault, if it is to happen now; gives by how many seconds it is late, 0 where that means nothing. */
  take(name: ServiceFaultName): number | null;
}

/** The faults of the services of a run. Those of a scenario are known beforehand, since a thread runs ahead of the clock. */
export class FaultList implements Trouble {
  /** Grows with every change that shows. */
  revision = 0;
  readonly #armed: Armed[] = [];

  constructor(private readonly loop: EventLoop) {}

  /** Begins or ends a fault at the instant `at`, which may be to come. */
  plan(command: ServiceFaultCommand, at: Microseconds): void {
    const { service, type, active = true } = command;
    const name = { service, type } as ServiceFaultName;
    const kind = faultKind(name);
    // One of a kind is enough: the newer one counts.
    for (const armed of this.#armed) if (same(armed.name, name) && armed.from <= at) armed.until = Math.min(armed.until, at);
    this.revision++;
    if (!active) return;
    const times = (command.times === undefined ? kind.times : command.times) ?? Number.POSITIVE_INFINITY;
    this.#armed.push({
      name,
      from: at,
      until: this.#nextEnd(name, at),
      left: times,
      seconds: command.seconds ?? kind.seconds ?? 0,
      shownLeft: times,
      fired: 0,
    });
  }

  /** The clock has come to something that was planned. */
  touch(): void {
    this.revision++;
  }

  take(name: ServiceFaultName): number | null {
    const at = instantOf(this.loop);
    const armed = this.#armed.find((one) => same(one.name, name) && one.from <= at && at < one.until && one.left > 0);
    if (armed === undefined) return null;
    armed.left--;
    atItsInstant(this.loop, () => {
      armed.shownLeft--;
      armed.fired++;
      this.revision++;
    });
    return armed.seconds;
  }

  /** Those that can still happen, by the clock. */
  view(): readonly ServiceFaultView[] {
    return this.#on().map(({ name, from, shownLeft, fired }) => ({
      ...name,
      since: from / 1e6,
      left: Number.isFinite(shownLeft) ? shownLeft : null,
      fired,
    }));
  }

  /** Those that can still happen as they would be begun anew. */
  commands(): readonly ServiceFaultCommand[] {
    return this.#on().map(({ name, shownLeft, seconds }) => ({
      ...name,
      times: Number.isFinite(shownLeft) ? shownLeft : null,
      ...(faultKind(name).seconds === undefined ? {} : { seconds }),
    }));
  }

  /** Those that began and never happened. */
  notFired(): readonly ServiceFaultName[] {
    return this.#armed.filter(({ from, fired }) => fired === 0 && from <= this.loop.clock.now).map(({ name }) => name);
  }

  #on(): readonly Armed[] {
    const { now } = this.loop.clock;
    return this.#armed.filter(({ from, until, shownLeft }) => from <= now && now < until && shownLeft > 0);
  }

  #nextEnd(name: ServiceFaultName, at: Microseconds): Microseconds {
    const later = this.#armed.filter((one) => same(one.name, name) && one.from > at).map(({ from }) => from);
    return Math.min(Number.POSITIVE_INFINITY, ...later);
  }
}

function same(a: ServiceFaultName, b: ServiceFaultName): boolean {
  return a.service === b.service && a.type === b.type;
}
