import type { Failure } from '../../model/failure.js';
import type { Json } from '../../model/json.js';
import { type RequestType, stateName } from '../../model/owner.js';
import type { Request, RequestResult } from '../../model/requests.js';
import type { ProcessInfo, ProcessView } from '../../model/snapshot.js';
import { barControls, type Control, controlFor } from './control-model.js';

/** What the controls need of the rest of the page. */
export interface ControlPort {
  readonly process: ProcessView | null;
  readonly info: ProcessInfo | null;
  /** One process, and no protocol around it: the data document is its own. */
  readonly alone: boolean;
  request(request: Request): Promise<RequestResult>;
  /** The data document as it stands in the editor. */
  dataText(): string;
  /** What is wrong with a data document; nothing when it is fine. */
  checkData(text: string): Promise<readonly Failure[]>;
}

/** What came of the last press, kept until the next one, or until the process has come to another state. */
export interface Note {
  readonly id: number;
  readonly accepted: boolean;
  readonly text: string;
  /** Name of the state when it was said. */
  readonly state: string;
}

export type DialogKind = 'jump' | 'swap' | 'message';

/** The state of the controls: the last answer, the open dialog, and what was typed last time. */
export class ProcessControls {
  readonly port: ControlPort;
  #note = $state.raw<Note | null>(null);
  #dialog = $state.raw<DialogKind | null>(null);
  #notes = 0;
  readonly #typed = new Map<DialogKind, Json>();

  constructor(port: ControlPort) {
    this.port = port;
  }

  readonly bar = $derived.by(() => barControls(this.port.process));

  get note(): Note | null {
    return this.#note !== null && this.#note.state === this.#state ? this.#note : null;
  }

  get #state(): string {
    const { process } = this.port;
    return process ? stateName(process.state) : '';
  }

  get dialog(): DialogKind | null {
    return this.#dialog;
  }

  control(type: RequestType): Control {
    return controlFor(type, this.port.process);
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
        void this.send(this.port.alone ? { type, data: { text: this.port.dataText() } } : { type });
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
    const result = await this.port.request(request);
    if (this.#needsSaying(request, result)) this.say(result.accepted, result.message);
    else this.#note = null;
    return result;
  }

  /** An accepted request that has taken effect already is told by the state; one that waits, or a refusal, needs a sentence. */
  #needsSaying(request: Request, { accepted, reason }: RequestResult): boolean {
    if (!accepted || reason !== 'accepted' || request.type === 'message') return true;
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
  }

  remember(kind: DialogKind, value: Json): void {
    this.#typed.set(kind, value);
  }

  remembered(kind: DialogKind): Json | undefined {
    return this.#typed.get(kind);
  }

  say(accepted: boolean, text: string): void {
    this.#note = { id: ++this.#notes, accepted, text, state: this.#state };
  }
}
