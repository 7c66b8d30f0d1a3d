import { type Example, sameTexts, type Texts } from './texts.js';

/** What a person works on: everything that a run is made from, and the example that the texts started from. */
export interface Work {
  readonly texts: Texts;
  readonly example: Example;
  /** The name of the bench that was chosen. */
  readonly bench: string;
  readonly seed: number;
}

/** Which project a work is kept in. */
export interface ProjectRef {
  readonly id: string;
  /** The state of the project that the work goes on from; 0: it has not been kept yet. */
  readonly revision: number;
  /** Something may have been written since that is not kept yet. */
  readonly edited: boolean;
}

/** The work that is open. `project`: `null` as long as there is nothing of a person's own in it. */
export interface OpenWork extends Work {
  readonly project: ProjectRef | null;
}

/** A work that is kept under a name. */
export interface Project extends Work {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970, as are all times of a project. */
  readonly created: number;
  readonly changed: number;
  /** Counts how often its content was changed: whoever writes says which state that goes on from. */
  readonly revision: number;
}

/** Why a version was kept: it was run, its texts were about to be replaced, or it had been edited for a while. */
export type VersionReason = 'run' | 'replaced' | 'edits';

/** How a project once was. */
export interface Version extends Omit<Work, 'example'> {
  readonly at: number;
  readonly reason: VersionReason;
}

/** Whether nothing differs that a run would be made from. */
export const sameContent = (a: Omit<Work, 'example'>, b: Omit<Work, 'example'>): boolean =>
  sameTexts(a.texts, b.texts) && a.bench === b.bench && a.seed === b.seed;

/** Whether nothing in it is a person's own: the texts are those of the example. */
export const isUntouched = ({ texts, example }: Work): boolean => sameTexts(texts, example.texts);
