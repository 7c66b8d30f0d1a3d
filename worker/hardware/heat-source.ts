import type { Course } from './course.js';
import type { Listeners } from './listeners.js';

/** Something warm or cold that a device can stand in: what the port `block` of a device is joined to. */
export interface HeatSource {
  /** How its temperature, °C, goes on. */
  readonly course: Course;
  /** Told after it goes on otherwise. */
  readonly courseChanged: Listeners;
}
