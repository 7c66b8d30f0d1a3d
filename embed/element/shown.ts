import type { EmbedSettings, EmbedState, EmbedTexts } from '../../model/embed.js';
import type { Facade } from './facade.js';

/** One example of a page as it stands: what the element, which draws it, and the live part, which runs it, have in common. */
export interface Shown {
  readonly host: HTMLElement;
  readonly facade: Facade;
  settings: EmbedSettings;
  /** As they stand in the page: what *Reset* goes back to. */
  given: { readonly texts: EmbedTexts; readonly state: EmbedState };
  texts: EmbedTexts;
  state: EmbedState;
  /** Sentences for whoever wrote the page. */
  problems: readonly string[];
  readonly theme: 'light' | 'dark';
  /** Of the code at most, as CSS has it; `null`: as it is by itself. */
  readonly height: string | null;
  draw(): void;
  /** Hears whenever it was drawn. */
  drawn: () => void;
  /** Goes back to what was given. */
  reset(): void;
}

/** What came of a call. */
export interface Answer {
  readonly accepted: boolean;
  readonly message: string;
}
