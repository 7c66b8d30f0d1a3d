import { faultProblem, faults, type FaultCommand, type FaultType, type FaultView } from '../../model/faults.js';
import type { Microseconds, Timer } from '../clock/virtual-clock.js';
import type { EventLoop } from '../task/index.js';
import type { Device } from './device.js';
import type { ActiveFault } from './trouble.js';
import type { ValueNode } from './value-node.js';

/** A fault began or is over. */
export interface FaultChange {
  readonly device: string;
  readonly node?: string;
  readonly type: FaultType;
  readonly active: boolean;
  readonly amount?: number;
}

/** What a fault was, for whoever asks whether it made a difference. */
export interface FaultRecord {
  readonly device: string;
  readonly node: string | null;
  readonly type: FaultType;
  readonly since: number;
  /** Virtual seconds; `null`: it is still on. */
  end: number | null;
  fired: boolean;
}

interface Running {
  readonly fault: ActiveFault;
  readonly view: FaultView;
  readonly record: FaultRecord;
  /** Takes it away again. */
  readonly undo: () => void;
  readonly timer: Timer | null;
}

/** A device that drifts and reports by itself does so as often. */
const reportSeconds = 1;

/** The faults of a bench: begun and ended by command, or by themselves after a while. Nothing random is in them but noise, which has the seed of its node. */
export class BenchFaults {
  readonly #running = new Map<string, Running>();
  readonly #records: FaultRecord[] = [];

  constructor(
    private readonly loop: EventLoop,
    private readonly devices: readonly Device[],
    private readonly changed: (change: FaultChange) => void,
  ) {}

  /** Carries out a command. `null`: done, or it was so already; otherwise what is wrong with it. */
  do(command: FaultCommand): string | null {
    const device = this.devices.find(({ id }) => id === command.device);
    const problem = faultProblem(
      this.devices.map(({ described }) => described),
      command,
    );
    if (problem !== null || device === undefined) return problem;
    const type = command.type === 'reconnect' ? 'disconnect' : command.type;
    const key = `${command.node ?? command.device} ${type}`;
    const on = command.type !== 'reconnect' && command.active !== false;
    if (!on) this.#end(key);
    else this.#begin(key, device, type, command);
    return null;
  }

  /** Those of a device that are on, oldest first. */
  of(device: string): readonly FaultView[] {
    return [...this.#running.values()].filter(({ record }) => record.device === device).map(({ view }) => view);
  }

  /** Those that are on as they would be begun anew, for as long as they still last. */
  commands(): readonly FaultCommand[] {
    return [...this.#running.values()].map(({ record: { device, node, type }, view: { until, amount } }) => ({
      device,
      ...(node === null ? {} : { node }),
      type,
      ...(amount === null ? {} : { amount }),
      ...(until === null ? {} : { for: until - this.loop.clock.seconds }),
    }));
  }

  /** Every fault so far, oldest first. */
  get records(): readonly FaultRecord[] {
    return this.#records;
  }

  #begin(key: string, device: Device, type: FaultType, command: FaultCommand): void {
    this.#end(key);
    const { clock } = this.loop;
    const node = device.nodes.find(({ path }) => path === command.node) ?? null;
    const amount = command.amount ?? faults[type].amount?.default(node?.described ?? null) ?? null;
    const record: FaultRecord = { device: device.id, node: node?.path ?? null, type, since: clock.seconds, end: null, fired: false };
    const fault: ActiveFault = { type, since: clock.now, amount: amount ?? 0, fired: () => (record.fired = true) };
    const until = command.for === undefined ? null : clock.now + (Math.round(command.for * 1e6) as Microseconds);
    this.#records.push(record);
    const undo = befall(device, node, fault);
    const running: Running = {
      fault,
      record,
      undo,
      view: { node: record.node, type, since: record.since, until: until === null ? null : until / 1e6, amount },
      timer: until === null ? null : clock.schedule(until, () => this.#end(key)),
    };
    this.#running.set(key, running);
    this.#tell(running, true);
  }

  #end(key: string): void {
    const running = this.#running.get(key);
    if (running === undefined) return;
    this.#running.delete(key);
    if (running.timer !== null) this.loop.clock.cancel(running.timer);
    running.undo();
    running.record.end = this.loop.clock.seconds;
    this.#tell(running, false);
  }

  #tell({ record: { device, node, type }, view }: Running, active: boolean): void {
    this.changed({
      device,
      ...(node === null ? {} : { node }),
      type,
      active,
      ...(active && view.amount !== null ? { amount: view.amount } : {}),
    });
  }
}

/** Lets a fault begin; returns how it ends. */
function befall(device: Device, node: ValueNode | null, fault: ActiveFault): () => void {
  const { type } = fault;
  if (type === 'disconnect') {
    const forget = device.connection.missed.add(fault.fired);
    device.connect(false);
    return () => {
      forget();
      device.connect(true);
    };
  }
  device.catchUp();
  if (type === 'slow' && node === null) {
    const delay = (): number => {
      fault.fired();
      return fault.amount;
    };
    device.link.delays.add(delay);
    return () => void device.link.delays.delete(delay);
  }
  if (type === 'slipping') {
    device.slip.begin(fault);
    return () => {
      device.catchUp();
      device.slip.end();
    };
  }
  const befallen = node === null ? device.nodes.filter((one) => faults[type].fits(one.described)) : [node];
  for (const one of befallen) one.trouble.begin(fault);
  const quiet = type === 'drift' ? befallen.filter(({ observedBy }) => observedBy === 'pushed').map(report) : [];
  return () => {
    device.catchUp();
    for (const one of befallen) one.trouble.end(fault);
    for (const stop of quiet) stop();
    // What was refused is still wanted, and nothing else would ask the device again.
    if (type === 'write-error') for (const one of befallen) one.writer?.retry();
    // A value that nobody asks for again would stay as the fault left it.
    if (type === 'stuck' || type === 'read-error') for (const one of befallen) one.watching?.refresh();
  };
}

/** A device that tells its value by itself tells one that drifts. */
function report({ watching, loop }: ValueNode): () => void {
  let timer = loop.callLater(reportSeconds, tell);
  function tell(): void {
    watching?.refresh();
    timer = loop.callLater(reportSeconds, tell);
  }
  return () => loop.clock.cancel(timer);
}
