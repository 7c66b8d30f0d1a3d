import type { Microseconds } from '../clock/virtual-clock.js';
import { Course } from './course.js';
import { relax } from './relax.js';

/** All temperatures in °C, times in seconds, rates in kelvin per second. */
export interface ThermalConstants {
  readonly ambient: number;
  /** Time constant with which the block drifts to the ambient temperature while it is off: heat capacity over loss. */
  readonly drift: number;
  /** Time constant with which the controller approaches its setpoint, where nothing limits it. */
  readonly approach: number;
  /** The fastest that the controller lets it heat and cool. */
  readonly heating: number;
  readonly cooling: number;
  /** What heater and cooler would bring without any loss: power over heat capacity. Left out: more than enough. */
  readonly heater?: number;
  readonly cooler?: number;
}

/**
 * A block that is heated and cooled: a lumped heat capacity with Newton's law of cooling, C·dT/dt = P − G·(T − Tₐ) (Incropera &
 * DeWitt, Fundamentals of Heat and Mass Transfer, chapter 5). Its controller makes up for the loss: far from the setpoint the block
 * moves in a straight line, near it exponentially, in so far as the power of heater and cooler allows; a setpoint beyond that is
 * never reached. Its temperature at any instant since the last change is worked out exactly; it does not tick.
 */
export class ThermalBlock {
  #constants: ThermalConstants;
  #setpoint: number | null = null;
  #course: Course;

  constructor(constants: ThermalConstants) {
    this.#constants = constants;
    this.#course = Course.constant(constants.ambient);
  }

  /** `null`: off. */
  get setpoint(): number | null {
    return this.#setpoint;
  }

  /** How the temperature goes on from the last change. */
  get course(): Course {
    return this.#course;
  }

  /** Changes the setpoint at an instant; never before the last change. */
  set(setpoint: number | null, at: Microseconds): void {
    const start = this.temperature(at);
    this.#setpoint = setpoint;
    this.#course = courseOf(this.#constants, setpoint, start, at);
  }

  /** The room becomes warmer or colder at an instant; never before the last change. */
  setAmbient(ambient: number, at: Microseconds): void {
    this.#constants = { ...this.#constants, ambient };
    this.set(this.#setpoint, at);
  }

  /** The temperature at an instant since the last change. */
  temperature(at: Microseconds): number {
    return this.#course.at(at);
  }
}

function courseOf(constants: ThermalConstants, setpoint: number | null, start: number, at: Microseconds): Course {
  const { ambient, drift, approach, heating, cooling, heater = 1e9, cooler = 1e9 } = constants;
  const loss = (temperature: number): number => (temperature - ambient) / drift;
  if (setpoint === null) return relax(start, (temperature) => -loss(temperature), [], at);
  const wanted = (temperature: number): number => Math.max(-cooling, Math.min(heating, (setpoint - temperature) / approach));
  const rate = (temperature: number): number =>
    Math.max(-cooler - loss(temperature), Math.min(heater - loss(temperature), wanted(temperature)));
  // Where the power is just enough for what the controller wants: near the setpoint, and far from it.
  const enough = (power: number): number => (power + ambient / drift - setpoint / approach) / (1 / drift - 1 / approach);
  const corners = [
    setpoint - heating * approach,
    setpoint + cooling * approach,
    setpoint,
    ambient + (heater - heating) * drift,
    ambient + (cooling - cooler) * drift,
    enough(heater),
    enough(-cooler),
  ];
  return relax(start, rate, corners, at);
}
