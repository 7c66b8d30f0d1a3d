import * as Comlink from 'comlink';
import * as v from 'valibot';
import type { ControlCommand } from '../../model/control.js';
import type { Failure } from '../../model/failure.js';
import type { FaultCommand } from '../../model/faults.js';
import type { ClockCommand, ControlReply, PreviewReply, ProcessSource, RequestReply, RunOptions, WireApi } from '../../model/protocol.js';
import type { Recording } from '../../model/recording.js';
import type { DataInput, Request } from '../../model/requests.js';
import type { ServiceFaultCommand } from '../../model/service-faults.js';
import type { Content, ContentQuery } from '../../model/services.js';
import type { LoadResult, Update } from '../../model/snapshot.js';
import type { Foresight, Glimpse, Moment, ReplayOptions, RunReply, TracePart } from '../../model/travel.js';
import type { DeviceHistory } from '../../model/history.js';
import type { CheckOptions, CheckRun } from '../../model/lessons/check.js';
import { read } from './border.js';
import type { Gone } from './status.js';
import { failures } from './wire-parts.js';
import { checkRun } from './wire-check.js';
import * as schemas from './wire-schemas.js';
import { content } from './wire-services.js';
import * as travel from './wire-travel.js';

/**
 * The page's end of one worker. Every call settles: with an answer that was checked, or with `Gone` when the worker ends.
 *
 * The page only ever asks (`Comlink.wrap`). It must never expose anything: an exposed object hands whoever holds the other port
 * its whole prototype chain, `constructor` included, and with it the page.
 */
export class Connection {
  readonly #api: Comlink.Remote<WireApi>;
  readonly #port: MessagePort;
  readonly #pending = new Set<(reason: Gone) => void>();
  #gone: Gone | null = null;
  #requests = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    this.#api = Comlink.wrap<WireApi>(port);
  }

  async ping(): Promise<void> {
    await this.#ask(v.number(), () => this.#api.ping(0));
  }

  /** The next update; asking for it says that the last one is on screen. */
  next(): Promise<Update> {
    return this.#ask(schemas.update, () => this.#api.next());
  }

  load(source: ProcessSource): Promise<LoadResult> {
    return this.#ask(schemas.loadResult, () => this.#api.load(source));
  }

  run(options: RunOptions): Promise<RunReply> {
    return this.#ask(schemas.runReply, () => this.#api.run(options));
  }

  request(request: Request): Promise<RequestReply> {
    this.#requests++;
    return this.#ask(schemas.requestReply, () => this.#api.request(request)).finally(() => this.#requests--);
  }

  /** Whether the answer to a request of the person is under way. */
  get asking(): boolean {
    return this.#requests > 0;
  }

  clock(command: ClockCommand): Promise<Update> {
    return this.#ask(schemas.update, () => this.#api.clock(command));
  }

  fault(command: FaultCommand): Promise<Update> {
    return this.#ask(schemas.update, () => this.#api.fault(command));
  }

  history(device: string): Promise<DeviceHistory> {
    return this.#ask(schemas.deviceHistory, () => this.#api.history(device));
  }

  control(command: ControlCommand): Promise<ControlReply> {
    return this.#ask(schemas.controlReply, () => this.#api.control(command));
  }

  checkData(source: ProcessSource, data: DataInput, process: string | null): Promise<readonly Failure[]> {
    return this.#ask(failures, () => this.#api.checkData(source, data, process));
  }

  serviceFault(command: ServiceFaultCommand): Promise<Update> {
    return this.#ask(schemas.update, () => this.#api.serviceFault(command));
  }

  content(query: ContentQuery): Promise<Content> {
    return this.#ask(content, () => this.#api.content(query));
  }

  preview(bench: string, seed: number, document: string): Promise<PreviewReply> {
    return this.#ask(schemas.previewReply, () => this.#api.preview(bench, seed, document));
  }

  trace(first: number, limit: number): Promise<TracePart> {
    return this.#ask(travel.tracePart, () => this.#api.trace(first, limit), travel.tracePartNodes);
  }

  recording(): Promise<Recording | null> {
    return this.#ask(travel.presentRecording, () => this.#api.recording());
  }

  glimpse(at: number): Promise<Glimpse | null> {
    return this.#ask(travel.glimpse, () => this.#api.glimpse(at));
  }

  foresee(request: Request): Promise<Foresight | null> {
    return this.#ask(travel.foresight, () => this.#api.foresee(request));
  }

  moment(at: number): Promise<Moment | null> {
    return this.#ask(travel.moment, () => this.#api.moment(at));
  }

  replay(options: ReplayOptions): Promise<RunReply | null> {
    return this.#ask(travel.replayReply, () => this.#api.replay(options));
  }

  check(options: CheckOptions): Promise<CheckRun | null> {
    return this.#ask(checkRun, () => this.#api.check(options), travel.tracePartNodes);
  }

  async endCheck(): Promise<void> {
    await this.#ask(v.undefined(), () => this.#api.endCheck());
  }

  /** The worker is gone: what is pending settles, what is still under way is never read. */
  end(reason: Gone): void {
    this.#gone = reason;
    this.#port.close();
    for (const reject of this.#pending) reject(reason);
    this.#pending.clear();
  }

  /** Not `Promise.race` with one long-lived promise: that keeps a reaction for every call ever made. */
  #ask<const T extends v.GenericSchema>(schema: T, call: () => Promise<unknown>, nodes?: number): Promise<v.InferOutput<T>> {
    return new Promise((resolve, reject) => {
      if (this.#gone) return reject(this.#gone);
      this.#pending.add(reject);
      call()
        .then((answer) => resolve(read(schema, answer, nodes)))
        .catch(reject)
        .finally(() => this.#pending.delete(reject));
    });
  }
}
