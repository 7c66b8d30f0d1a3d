import type { OpenWork, ProjectRef, VersionReason } from '../../model/project.js';
import type { Example } from '../../model/texts.js';

/** What became of a work that was left. */
export interface KeptWork {
  /** In a sentence: under which name it is kept, or why it is not. */
  readonly told: string;
  /** Where it is kept. */
  readonly project: ProjectRef | null;
}

/** Keeps works as projects beside the one that is open. No method throws or waits. */
export interface WorkKeeper {
  /** Whether works are kept: otherwise what is replaced comes back with *Undo* alone. */
  readonly keeps: boolean;
  /** Something of the open work was changed. */
  changed(): void;
  /** The open work is run, or its texts are about to be replaced: as it is now it is a version to come back to. */
  mark(reason: VersionReason): void;
  /** Another work is about to be shown in place of the open one. `null`: there is nothing of a person's own in it. */
  leave(): KeptWork | null;
  /** What a person wrote before in something that has one text of theirs, a lesson; `null`: nothing, or it is no lesson. */
  own(example: Example): OpenWork | null;
}
