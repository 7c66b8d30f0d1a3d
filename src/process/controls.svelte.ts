import type { Failure } from '../../model/failure.js';
import { type Foreseen, foresightText } from '../../model/foresight-text.js';
import type { Json } from '../../model/json.js';
import { type Latency, latencyText } from '../../model/latency.js';
import { stateText } from '../../model/messages.js';
import { type RequestType, stateName } from '../../model/owner.js';
import type { Request, RequestResult } from '../../model/requests.js';
import type { ProcessInfo, ProcessView } from '../../model/snapshot.js';
import type { StepPath } from '../../model/steps.js';
import type { Foresight } from '../../model/travel.js';
import { barControls, type Control, controlFor, type Setting } from './control-model.js';

/** What the controls need of the rest of the page. */
export interface ControlPort {
  readonly process: ProcessView | null;
  /** Why there is no process; `null`: nothing has been run. */
  readonly without: string | null;
  /** Why nothing can be asked of any process now: the page shows the past. `null`: it can. */
  readonly blocked: string | null;
  /** How long the last request to it took to its effect; `null`: there was none, or it is on its way. */
  readonly latency: Latency | null;
  /** The step of a protocol that is shown; `null`: one process alone, to which the data document belongs. */
  readonly step: StepPath | null;
  request(request: Request): Promise<RequestResult>;
  /** What a request would do if it were made now; `null`: that is not known. */
  foresee(request: Request): Promise<Foresight | null>;
  /** What the process of a step declares. */
  info(step: StepPath | null): ProcessInfo | null;
  /** The data of a step as it stands in the protocol; without a step the data document as it stands in the editor. */
  dataText(step: StepPath | null): string;
  /** What is wrong with data for the process of a step; nothing when it is fine. */
  checkData(text: string, step: StepPath | null): Promise<readonly Failure[]>;
}

/** What came of the last press, kept until the next one, or until the process has come to another state. */
export interface Note {
  readonly id: number;
  readonly accepted: boolean;
  readonly text: string;
  /** The step and the name of its state when it was said. */
  readonly state: string;
}

export type DialogKind = 'jump' | 'swap' | 'message';

/** The state of the controls: the last answer, the open dialog, and what was typed last time. */
export class ProcessControls {
  readonly port: ControlPort;
  #note = $state.raw<Note | null>(null);
  #dialog = $state.raw<DialogKind | null>(null);
  #notes = 0;
  /** By the kind of the request and the step that it was made to. */
  readonly #typed = new Map<string, Json>();

  constructor(port: ControlPort) {
    this.port = port;
  }

  /** The control that somebody points at, and what was foreseen of it where the process stood then. */
  #pointed = $state.raw<RequestType | null>(null);
  #foreseen = $state.raw<{ readonly type: RequestType; readonly at: string; readonly text: string } | null>(null);

  readonly bar = $derived.by(() => barControls(this.port.process, this.#setting));

  /** What the state means, and how long it took to come to it. */
  get stateText(): string {
    const { process, without, step, latency } = this.port;
    if (process === null && without !== null) return without;
    const text = stateText(process?.state ?? null, step !== null);
    return latency === null ? text : `${text} ${latencyText(latency)}`;
  }

  /** Somebody points at a control, or at none any more. */
  point(type: RequestType | null): void {
    this.#pointed = type;
    if (type !== null) void this.#foresee(type);
  }

  /** About the control that somebody points at: what would come of it. */
  get hint(): string | null {
    const control = this.bar.find(({ type }) => type === this.#pointed);
    if (control === undefined) return null;
    const known = this.#foreseen;
    return known !== null && known.type === control.type && known.at === this.#standsAt ? known.text : control.note;
  }

  async #foresee(type: RequestType): Promise<void> {
    const request = this.#trial(type);
    if (request === null || !this.control(type).enabled) return;
    const at = this.#standsAt;
    const foresight = await this.port.foresee(request);
    const text = foresight === null ? null : foresightText(type as Foreseen, foresight);
    if (text !== null && this.#pointed === type) this.#foreseen = { type, at, text };
  }

  /** A request of this type of which can be foreseen what comes: a jump leads to a point that nobody has chosen yet, and is heard of where new data is. */
  #trial(type: RequestType): Request | null {
    if (type === 'pause' || type === 'halt') return { type };
    if (type === 'swap' || type === 'jump') return { type: 'swap', data: { text: this.port.dataText(this.port.step) } };
    return null;
  }

  /** Where the process stands: what was foreseen holds until it goes on. */
  get #standsAt(): string {
    const { process } = this.port;
    return `${this.#state} ${process?.instance} ${process?.suspension?.since} ${process?.suspension?.at.at(-1)?.line}`;
  }

  get note(): Note | null {
    return this.#note !== null && this.#note.state === this.#state ? this.#note : null;
  }

  get #setting(): Setting {
    const { without, step, blocked } = this.port;
    return { blocked, ofStep: step !== null, guards: this.port.info(step)?.guards ?? [], ...(without === null ? {} : { without }) };
  }

  get #state(): string {
    const { process, step } = this.port;
    return `${step} ${process ? stateName(process.state) : ''}`;
  }

  get dialog(): DialogKind | null {
    return this.#dialog;
  }

  control(type: RequestType): Control {
    return controlFor(type, this.port.process, this.#setting);
  }

  /** A button or a key was pressed. Refusals that the table knows are said at once, without asking the runtime. */
  press(type: RequestType): void {
    const control = this.control(type);
    if (!control.enabled) return this.say(false, control.note);
    switch (type) {
      case 'jump':
      case 'swap':
      case 'message':
        this.#dialog = type;
        return;
      case 'retry':
        void this.send(this.port.step === null ? { type, data: { text: this.port.dataText(null) } } : { type });
        return;
      default:
        void this.send({ type });
    }
  }

  /** One key for both: P. */
  togglePause(): void {
    this.press(this.bar[0]?.type ?? 'pause');
  }

  /** Restarts the process at the point of the pending jump, without waiting for it to look. */
  force(): void {
    const point = this.port.process?.pendingPoint;
    if (point !== undefined) void this.send({ type: 'jump', point, force: true });
  }

  async send(request: Request): Promise<RequestResult> {
    const result = await this.ask(request);
    if (!result.accepted) this.say(false, result.message);
    return result;
  }

  /** The same for a form, which says itself why it was refused: nothing is said twice. */
  async ask(request: Request): Promise<RequestResult> {
    const { blocked } = this.port;
    if (blocked !== null) return { accepted: false, reason: 'not-running', message: blocked };
    const result = await this.port.request(request);
    if (result.accepted && this.#needsSaying(request, result)) this.say(true, result.message);
    else this.#note = null;
    return result;
  }

  /** An accepted request that has taken effect already is told by the state; one that waits needs a sentence. */
  #needsSaying(request: Request, { reason }: RequestResult): boolean {
    if (reason !== 'accepted' || request.type === 'message') return true;
    const { pending } = this.port.process ?? {};
    return pending !== undefined && (pending.pause || pending.jump || pending.swap);
  }

  close(): void {
    this.#dialog = null;
  }

  /** Forgets the last answer: a new run begins. */
  clear(): void {
    this.#note = null;
    this.#dialog = null;
    // A step of the next run may be another process.
    for (const key of this.#typed.keys()) if (!key.endsWith(' null')) this.#typed.delete(key);
  }

  remember(kind: DialogKind, step: StepPath | null, value: Json): void {
    this.#typed.set(`${kind} ${step}`, value);
  }

  remembered(kind: DialogKind, step: StepPath | null): Json | undefined {
    return this.#typed.get(`${kind} ${step}`);
  }

  say(accepted: boolean, text: string): void {
    this.#note = { id: ++this.#notes, accepted, text, state: this.#state };
  }
}
