import { parse, stringify } from 'yaml';
import type { DataTypeView } from '../../model/datatype.js';
import type { Json } from '../../model/json.js';
import { type Draft, draftOf } from './draft.js';
import { dataOf, type DraftProblem } from './draft-data.js';

const parseText = (text: string): Json => (parse(text) ?? null) as Json;
const writeText = (value: Json): string => stringify(value).trimEnd();

export interface ValueEntryOptions {
  /** The declared type, or `null`: then there is only text. */
  readonly type: DataTypeView | null;
  /** Values that the process gives as examples. */
  readonly examples?: readonly Json[];
  /** What is there to begin with: a value that was entered before, else a text. */
  readonly value?: Json | undefined;
  readonly text?: string;
}

/** A value that a person enters: in a form made from the declared type where there is one, and always as free text. */
export class ValueEntry {
  readonly type: DataTypeView | null;
  readonly examples: readonly Json[];
  draft = $state<Draft>({ type: 'text', text: '' });
  text = $state('');
  #tab = $state<'form' | 'text'>('text');
  #problems = $state.raw<readonly DraftProblem[]>([]);

  constructor({ type, examples = [], value, text = '' }: ValueEntryOptions) {
    this.type = type;
    this.examples = examples;
    this.text = value !== undefined ? writeText(value) : text === '' && examples[0] !== undefined ? writeText(examples[0]) : text;
    if (!type || this.text.includes('{{')) return;
    try {
      this.draft = draftOf(type, value ?? (this.text === '' ? undefined : parseText(this.text)));
      this.#tab = 'form';
    } catch {
      // The text cannot be read: it is corrected as text.
    }
  }

  get tab(): 'form' | 'text' {
    return this.#tab;
  }

  get problems(): readonly DraftProblem[] {
    return this.#problems;
  }

  /** The sentences about the whole. */
  get general(): readonly string[] {
    return this.#problems.filter(({ path }) => path === '').map(({ message }) => message);
  }

  /** The sentence for one input of the form, if something is wrong there. */
  problemAt(path: string): string | null {
    return this.#problems.find((problem) => problem.path === path)?.message ?? null;
  }

  /** Says what is wrong with what was entered. */
  refuse(messages: readonly string[]): void {
    this.#problems = messages.map((message) => ({ path: '', message }));
  }

  /** Takes what was entered along to the other tab; stays when it cannot be read. */
  show(tab: 'form' | 'text'): void {
    if (tab === this.#tab) return;
    const value = this.read();
    if (value === undefined) return;
    if (tab === 'form') this.draft = draftOf(this.type ?? { type: 'any' }, value);
    else this.text = writeText(value);
    this.#tab = tab;
  }

  choose(example: Json): void {
    this.text = writeText(example);
  }

  /** What was entered, as data; `undefined` when there are problems, which are then shown. */
  read(): Json | undefined {
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
      this.refuse([`This is not YAML or JSON. ${error instanceof Error ? firstLine(error.message) : ''}`]);
      return undefined;
    }
  }

  /** What `value`, which was read, is as a text: as it was typed, where it was. */
  textOf(value: Json): string {
    return this.#tab === 'text' ? this.text : writeText(value);
  }
}

/** A draft without proxies. Its type is recursive, which is more than the type of `$state.snapshot` can follow. */
function plainDraft(draft: unknown): Draft {
  return $state.snapshot(draft) as Draft;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
