import type { FaultCommand } from '../model/faults.js';
import type { ServiceFaultCommand } from '../model/service-faults.js';
import type { Microseconds, VirtualClock } from './clock/virtual-clock.js';
import { faultNotes } from './fault-notes.js';
import type { Bench } from './hardware/index.js';
import type { Emit, UntimedEvent } from './process/reporter.js';
import type { Timed } from '../model/scenario.js';
import { serviceFaultNotes } from './service-fault-notes.js';
import type { Services } from './services/index.js';

export interface RunFaultsParts {
  readonly clock: VirtualClock;
  readonly bench: Bench;
  readonly services: Services;
  readonly emit: Emit;
}

/** What goes wrong in a run on purpose: the faults of its devices and services, those that are still to come, and those that nobody noticed. */
export class RunFaults {
  readonly #planned = new Set<Timed<FaultCommand>>();
  readonly #plannedForServices = new Set<Timed<ServiceFaultCommand>>();

  constructor(private readonly parts: RunFaultsParts) {
    parts.bench.onFault((change) => parts.emit({ event: 'fault', ...change }));
  }

  /** Begins or ends a fault of a device; what does not fit is left out. */
  device(command: FaultCommand): void {
    this.parts.bench.fault(command);
  }

  /** Likewise later, unless the run is over by then, which is told. */
  deviceAt(at: Microseconds, command: FaultCommand): void {
    const plan = { at: at / 1e6, what: command };
    this.#planned.add(plan);
    this.parts.clock.schedule(at, () => {
      this.#planned.delete(plan);
      this.device(command);
    });
  }

  /** Begins or ends a fault of a service. */
  service(command: ServiceFaultCommand): void {
    this.parts.services.fault(command);
    this.#tellService(command);
  }

  /** Likewise later, unless the run is over by then, which is told. */
  serviceAt(at: Microseconds, command: ServiceFaultCommand): void {
    const plan = { at: at / 1e6, what: command };
    this.#plannedForServices.add(plan);
    this.parts.services.planFault(command, at);
    this.parts.clock.schedule(at, () => {
      this.#plannedForServices.delete(plan);
      this.#tellService(command);
    });
  }

  /** At the end of the run: the faults that nobody noticed, and those that never began. */
  notes(): readonly UntimedEvent[] {
    const { bench, services } = this.parts;
    return [...faultNotes(bench.faults.records, this.#planned), ...serviceFaultNotes(services.faultsNotFired(), this.#plannedForServices)];
  }

  #tellService({ service, type, active = true, times, seconds }: ServiceFaultCommand): void {
    const numbers = { ...(times === undefined ? {} : { times }), ...(seconds === undefined ? {} : { seconds }) };
    this.parts.emit({ event: 'service-fault', service, type, active, ...(active ? numbers : {}) });
  }
}
