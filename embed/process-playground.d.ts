/**
 * Types of `<process-playground>`, version 1: docs/embedding.md of Process Playground. `import type {} from './process-playground'` makes
 * `document.querySelector('process-playground')` know them.
 */
export {};

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type DataInput = { readonly text: string } | { readonly value: Json };

declare global {
  /** The texts of an example; all but the process may be left out. */
  interface ProcessPlaygroundTexts {
    readonly process: string;
    readonly data?: string;
    readonly protocol?: string;
    readonly bench?: string;
  }
  /** How a run stands, in words. */
  interface ProcessPlaygroundState {
    readonly state: string;
    /** Virtual seconds since the run began. */
    readonly now: number;
    /** From 1; `null`: it is suspended nowhere. */
    readonly line: number | null;
    readonly left: string;
    /** From 0 to 1; `null`: not known. */
    readonly progress: number | null;
    readonly location: readonly (readonly [label: string, text: string])[];
    readonly devices: readonly { readonly label: string; readonly headline: string; readonly note: string }[];
    readonly failure: string | null;
  }
  type ProcessPlaygroundRequest =
    | { readonly type: 'pause' | 'resume' | 'halt' | 'skip' }
    | { readonly type: 'retry'; readonly data?: DataInput }
    | { readonly type: 'jump'; readonly point: Json; readonly force?: boolean }
    | { readonly type: 'swap'; readonly data: DataInput; readonly point?: Json }
    | { readonly type: 'message'; readonly value: Json };
  /** What came of a call: one plain sentence. */
  interface ProcessPlaygroundAnswer {
    readonly accepted: boolean;
    readonly message: string;
  }
  interface ProcessPlaygroundCapabilities {
    readonly languages: readonly string[];
    readonly modes: readonly string[];
    readonly benches: readonly string[];
    readonly requests: readonly ProcessPlaygroundRequest['type'][];
  }

  interface ProcessPlaygroundElement extends HTMLElement {
    readonly state: ProcessPlaygroundState;
    /** Edits of the reader included. */
    readonly texts: ProcessPlaygroundTexts;
    /** `null` until the frame is there. */
    readonly capabilities: ProcessPlaygroundCapabilities | null;
    /** Ends the present run, if any, and starts another. */
    run(): Promise<ProcessPlaygroundAnswer>;
    request(request: ProcessPlaygroundRequest): Promise<ProcessPlaygroundAnswer>;
    /** Shows other texts, stopped. */
    load(texts: ProcessPlaygroundTexts | string): void;
    /** Ends the run and its runtime; what was shown last stays. */
    stop(): void;
  }
  interface HTMLElementTagNameMap {
    'process-playground': ProcessPlaygroundElement;
  }
  /** All of them bubble. */
  interface HTMLElementEventMap {
    'process-ready': CustomEvent<{ readonly capabilities: ProcessPlaygroundCapabilities }>;
    'process-state': CustomEvent<{ readonly state: ProcessPlaygroundState; readonly ended: boolean }>;
    'process-event': CustomEvent<{ readonly event: { readonly t: number; readonly event: string } }>;
    'process-change': CustomEvent<{ readonly texts: ProcessPlaygroundTexts }>;
  }
}
