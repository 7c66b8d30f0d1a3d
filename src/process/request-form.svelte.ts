import type { Json } from '../../model/json.js';
import type { Request } from '../../model/requests.js';
import type { StepPath } from '../../model/steps.js';
import type { DialogKind, ProcessControls } from './controls.svelte.js';
import { ValueEntry } from './value-entry.svelte.js';

/** The form of one request that carries a value. */
export class RequestForm {
  readonly kind: DialogKind;
  /** The step of a protocol that the form was opened for: another one may be shown when it is sent. */
  readonly step: StepPath | null;
  readonly entry: ValueEntry;
  readonly #controls: ProcessControls;
  #busy = $state(false);

  constructor(kind: DialogKind, controls: ProcessControls) {
    this.kind = kind;
    this.#controls = controls;
    const { port } = controls;
    const { step } = port;
    this.step = step;
    const info = port.info(step);
    const points = kind === 'jump' ? (info?.points ?? null) : null;
    this.entry = new ValueEntry({
      type: kind === 'swap' ? (info?.data ?? null) : points && 'type' in points ? points.type : null,
      examples: points && 'examples' in points ? points.examples : [],
      value: controls.remembered(kind, step),
      text: kind === 'swap' ? port.dataText(step).trimEnd() : '',
    });
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Checks, sends, and closes the dialog when the request was accepted. */
  async submit(): Promise<void> {
    if (this.#busy) return;
    const value = this.entry.read();
    if (value === undefined) return;
    this.#busy = true;
    try {
      const request = this.#request(value);
      if (request.type === 'swap' && 'text' in request.data) {
        const failures = await this.#controls.port.checkData(request.data.text, this.step);
        this.entry.refuse(failures.map(withHint));
        if (failures.length > 0) return;
      }
      const result = await this.#controls.ask(this.step === null ? request : { ...request, step: this.step });
      if (!result.accepted) return this.entry.refuse([result.message]);
      this.#controls.remember(this.kind, this.step, value);
      this.#controls.close();
    } finally {
      this.#busy = false;
    }
  }

  #request(value: Json): Request {
    switch (this.kind) {
      case 'jump':
        return { type: 'jump', point: value };
      case 'swap':
        return { type: 'swap', data: { text: this.entry.textOf(value) } };
      case 'message':
        return { type: 'message', value };
    }
  }
}

function withHint(failure: { readonly message: string; readonly hint?: string }): string {
  return failure.hint ? `${failure.message} ${failure.hint}` : failure.message;
}
