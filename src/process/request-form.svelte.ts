import { parse, stringify } from 'yaml';
import type { DataTypeView } from '../../model/datatype.js';
import type { Json } from '../../model/json.js';
import type { Request } from '../../model/requests.js';
import type { StepPath } from '../../model/steps.js';
import type { DialogKind, ProcessControls } from './controls.svelte.js';
import { type Draft, draftOf } from './draft.js';
import { dataOf, type DraftProblem } from './draft-data.js';

const parseText = (text: string): Json => (parse(text) ?? null) as Json;
const writeText = (value: Json): string => stringify(value).trimEnd();

/** The form of one request: a form made from the declared type where there is one, and always free text. */
export class RequestForm {
  readonly kind: DialogKind;
  /** The step of a protocol that the form was opened for: another one may be shown when it is sent. */
  readonly step: StepPath | null;
  /** The declared type, or `null`: then there is only text. */
  readonly type: DataTypeView | null;
  /** Values that the process gives as examples of its points. */
  readonly examples: readonly Json[];
  readonly #controls: ProcessControls;
  draft = $state<Draft>({ type: 'text', text: '' });
  text = $state('');
  #tab = $state<'form' | 'text'>('text');
  #problems = $state.raw<readonly DraftProblem[]>([]);
  #busy = $state(false);

  constructor(kind: DialogKind, controls: ProcessControls) {
    this.kind = kind;
    this.#controls = controls;
    this.step = controls.port.step;
    const info = controls.port.info(this.step);
    const points = kind === 'jump' ? (info?.points ?? null) : null;
    this.type = kind === 'swap' ? (info?.data ?? null) : points && 'type' in points ? points.type : null;
    this.examples = points && 'examples' in points ? points.examples : [];
    this.#fill();
  }

  get tab(): 'form' | 'text' {
    return this.#tab;
  }

  get problems(): readonly DraftProblem[] {
    return this.#problems;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** The sentence for one input of the form, if something is wrong there. */
  problemAt(path: string): string | null {
    return this.#problems.find((problem) => problem.path === path)?.message ?? null;
  }

  /** Takes what was entered along to the other tab; stays when it cannot be read. */
  show(tab: 'form' | 'text'): void {
    if (tab === this.#tab) return;
    const value = this.#read();
    if (value === undefined) return;
    if (tab === 'form') this.draft = draftOf(this.type ?? { type: 'any' }, value);
    else this.text = writeText(value);
    this.#tab = tab;
  }

  choose(example: Json): void {
    this.text = writeText(example);
  }

  /** Checks, sends, and closes the dialog when the request was accepted. */
  async submit(): Promise<void> {
    if (this.#busy) return;
    const value = this.#read();
    if (value === undefined) return;
    this.#busy = true;
    try {
      const request = this.#request(value);
      if (request.type === 'swap' && 'text' in request.data) {
        const failures = await this.#controls.port.checkData(request.data.text, this.step);
        this.#problems = failures.map((failure) => ({ path: '', message: withHint(failure) }));
        if (failures.length > 0) return;
      }
      const result = await this.#controls.send(this.step === null ? request : { ...request, step: this.step });
      if (!result.accepted) {
        this.#problems = [{ path: '', message: result.message }];
        return;
      }
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
        return { type: 'swap', data: { text: this.#tab === 'text' ? this.text : writeText(value) } };
      case 'message':
        return { type: 'message', value };
    }
  }

  /** What was entered, as data; `undefined` when there are problems, which are then shown. */
  #read(): Json | undefined {
    this.#problems = [];
    if (this.#tab === 'form' && this.type) {
      const result = dataOf(this.type, plainDraft(this.draft), parseText);
      if ('value' in result) return result.value;
      this.#problems = result.problems;
      return undefined;
    }
    try {
      return parseText(this.text);
    } catch (error) {
      this.#problems = [{ path: '', message: `This is not YAML or JSON. ${error instanceof Error ? firstLine(error.message) : ''}` }];
      return undefined;
    }
  }

  #fill(): void {
    const remembered = this.#controls.remembered(this.kind, this.step);
    if (remembered !== undefined) this.text = writeText(remembered);
    else if (this.kind === 'swap') this.text = this.#controls.port.dataText(this.step).trimEnd();
    else if (this.examples[0] !== undefined) this.text = writeText(this.examples[0]);
    if (!this.type || this.text.includes('{{')) return;
    try {
      this.draft = draftOf(this.type, remembered ?? (this.text === '' ? undefined : parseText(this.text)));
      this.#tab = 'form';
    } catch {
      // The data document cannot be read: it is corrected as text.
    }
  }
}

/** A draft without proxies. Its type is recursive, which is more than the type of `$state.snapshot` can follow. */
function plainDraft(draft: unknown): Draft {
  return $state.snapshot(draft) as Draft;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}

function withHint(failure: { readonly message: string; readonly hint?: string }): string {
  return failure.hint ? `${failure.message} ${failure.hint}` : failure.message;
}
