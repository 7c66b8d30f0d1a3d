/**
 * An example that stands in somebody's page: how it is set up, what is shown of it, and what its frame and the page around it say to each
 * other. Plain data, version 1 (docs/embedding.md).
 */
import type { Request, RequestResult } from './requests.js';
import type { Speed } from './snapshot.js';
import type { TraceEvent } from './events.js';

/** Part of the address of the frame (`embed/v1/`) and of every message. What an older page could not understand makes a new version. */
export const embedVersion = 1;

/**
 * How much of the playground is shown. `static`: the code and the recorded run, nothing runs. `mini`: the code, one row of controls, the
 * state. `bench`: all controls and every device. `full`: the whole playground.
 */
export const embedModes = ['static', 'mini', 'bench', 'full'] as const;
export type EmbedMode = (typeof embedModes)[number];

/** `auto`: as the page around it. */
export const embedThemes = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** What can be left out. */
export const embedParts = ['code', 'process', 'hardware', 'speed', 'reset', 'open'] as const;
export type EmbedPart = (typeof embedParts)[number];

export const embedLanguages = ['typescript'] as const;
export type EmbedLanguage = (typeof embedLanguages)[number];

/** The texts of an example; all but the process may be left out. */
export interface EmbedTexts {
  readonly process: string;
  /** YAML. */
  readonly data?: string;
  readonly protocol?: string;
  /** The description of a bench, instead of one by its name. */
  readonly bench?: string;
}

/** What an embedded example is set up with. */
export interface EmbedSettings {
  readonly language: EmbedLanguage;
  readonly mode: EmbedMode;
  /** The name of a built-in bench. */
  readonly bench: string;
  readonly seed: number;
  readonly speed: Speed;
  readonly readonly: boolean;
  readonly hide: readonly EmbedPart[];
  readonly theme: EmbedTheme;
  /** Of a built-in example that the texts came from: what *Open in playground* names; left out: there is none. */
  readonly example?: string;
}

/** One thing that a location says: `index` and `5`. */
export type EmbedRow = readonly [label: string, text: string];

export interface EmbedDevice {
  /** For people: `Syringe pump`. */
  readonly label: string;
  /** The value that it shows first, in words: `120 µl`. */
  readonly headline: string;
  /** What it does and who holds it, in words: `idle · claimed by rinse`; may be empty. */
  readonly note: string;
}

/**
 * How a run stands, ready to be shown: what a frame tells the page around it, and what a recording shows before anything runs. It is made
 * by `embedState` (embed-state.ts), here and by the tools for documentation.
 */
export interface EmbedState {
  /** As the chip bears it: `Paused` (`stateName`); `Ready` before the first run. */
  readonly state: string;
  /** Virtual seconds since the run began. */
  readonly now: number;
  /** The line of the process at which it is suspended, from 1; `null`: none. */
  readonly line: number | null;
  /** The time that is left, in words: `32 s left`, `Finished`. */
  readonly left: string;
  /** How far it is, from 0 to 1; `null`: not known. */
  readonly progress: number | null;
  /** What the process said of where it is; empty: nothing. */
  readonly location: readonly EmbedRow[];
  /** Of the devices that the process names; all of them in the modes that show all. */
  readonly devices: readonly EmbedDevice[];
  /** Why the text could not be loaded, or the run failed; `null`: nothing went wrong. */
  readonly failure: string | null;
}

/**
 * A recorded first state, as it is kept beside the code: a JSON in a child `<script type="application/json">` of the element, in its
 * attribute `recorded`, or at the address that the attribute names. What is left out is as before a run.
 * A picture of the run is no part of it: it is a child of the element with `slot="picture"` (an `<img>` or an inline `<svg>`), so that it
 * is there without scripts and in print.
 */
export type RecordedState = Partial<EmbedState>;

/** What a frame can do, told with `ready`. */
export interface EmbedCapabilities {
  readonly languages: readonly EmbedLanguage[];
  readonly modes: readonly EmbedMode[];
  /** Names of the built-in benches. */
  readonly benches: readonly string[];
  /** Kinds of requests. */
  readonly requests: readonly Request['type'][];
}

/** From the page around a frame to the frame. `id`: any number; an `answer` bears the same. */
export type ToEmbed = { readonly playground: typeof embedVersion; readonly id?: number } & ToEmbedBody;
export type ToEmbedBody =
  /**
   * Shows other texts, stopped. What was running ends. `settings`: those that change. `height`: of the code, at most, as CSS has it
   * (`300px`, `none`); `null` or left out: as it is by itself.
   */
  | { readonly type: 'load'; readonly texts: EmbedTexts; readonly settings?: Partial<EmbedSettings>; readonly height?: string | null }
  /** Ends the present run, if any, and starts another with the texts as they stand. */
  | { readonly type: 'run' }
  | { readonly type: 'request'; readonly request: Request }
  /** The page around it has changed its colours. */
  | { readonly type: 'theme'; readonly theme: EmbedTheme };

/** From a frame to the page around it. */
export type FromEmbed = { readonly playground: typeof embedVersion } & FromEmbedBody;
export type FromEmbedBody =
  /** It listens from now on. */
  | { readonly type: 'ready'; readonly capabilities: EmbedCapabilities }
  /** At most ten a second. `texts` when they have changed since the last one. `ended`: the run is over, nothing goes on in the frame. */
  | { readonly type: 'state'; readonly state: EmbedState; readonly ended: boolean; readonly texts?: EmbedTexts }
  /** Something happened in the run (docs/recordings.md names the events). */
  | { readonly type: 'event'; readonly event: TraceEvent }
  /** What it shows is so high, in CSS pixels. */
  | { readonly type: 'resize'; readonly height: number }
  /** The reader wants what was loaded last as it was: to be loaded again, stopped. */
  | { readonly type: 'reset' }
  /** What came of a message with an `id`: one plain sentence. */
  | { readonly type: 'answer'; readonly id: number; readonly accepted: boolean; readonly message: string; readonly result?: RequestResult }
  /** A message could not be understood: what was wrong, in a sentence. */
  | { readonly type: 'refused'; readonly message: string };
