import type { Course } from './course.js';
import type { Listeners } from './listeners.js';

/** Something that liquid comes out of. */
export interface LiquidSource {
  /** How the volume that has come out since the run began, in µl, goes on. */
  readonly course: Course;
  /** Told after it goes on otherwise. */
  readonly courseChanged: Listeners;
}
