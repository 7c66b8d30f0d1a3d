import type { CheckOptions, CheckRun } from '../../model/lessons/check.js';
import type { Place } from '../../model/place.js';
import type { Recording } from '../../model/recording.js';
import type { Speed } from '../../model/snapshot.js';
import type { LessonTexts } from './course.js';

/** The texts that a lesson begins with, as the editor opens them. */
export interface LessonStart {
  readonly id: string;
  readonly title: string;
  readonly texts: LessonTexts;
  readonly bench?: string;
}

/** What lessons need of the rest of the page. */
export interface LessonsPort {
  /** What the texts in the editor came from: `lesson:<id>`, or the id of something else. */
  readonly opened: string;
  readonly texts: LessonTexts;
  /** The name of the bench that is chosen. */
  readonly bench: string;
  /** Puts the texts of a lesson into the editor; what stood there is not lost. */
  open(start: LessonStart, message: string): void;
  /** Puts texts in the place of those of the same lesson; they come back with *Undo*. */
  put(texts: LessonTexts, message: string): void;
  /** Goes back to the texts that the lesson began with; what was written is kept, and comes back with *Undo*. */
  reset(message: string): void;
  /** How fast time passes. */
  speed(speed: Speed): void;
  /** Has the run of a check; `null`: it was ended. Rejects with a sentence when the runtime is gone. */
  check(options: CheckOptions): Promise<CheckRun | null>;
  endCheck(): void;
  /** Shows a run at an instant, in virtual seconds; the one that was on is kept. `null`: it is shown, else why not. */
  show(recording: Recording, name: string, at: number): Promise<string | null>;
  /** Goes back from a run that was shown to the one that was on before. */
  back(): Promise<void>;
  /** The run that was shown is still on. */
  readonly visiting: boolean;
  /** Shows a place in the texts as they are now. */
  reveal(place: Place): void;
  openExample(id: string): void;
  /** Brings the lesson into sight, where not everything is. */
  bringForward(): void;
  tell(message: string): void;
}
