/** What an axis can do at most; lengths in mm, times in seconds. */
export interface AxisLimits {
  readonly velocity: number;
  readonly acceleration: number;
}

/** A stretch of constant acceleration. `at` in seconds since the travel began. */
export interface Phase {
  readonly at: number;
  readonly position: number;
  readonly velocity: number;
  readonly acceleration: number;
}

/**
 * How an axis gets from where it is to where it should be, as fast as its limits allow: it speeds up, keeps its velocity, and slows
 * down (a trapezoid of velocity over time); a short way leaves no room for its full velocity (a triangle). An axis that is under way
 * comes to rest first, as the simple controllers of stages have it.
 *
 * Source: Biagiotti and Melchiorri, *Trajectory Planning for Automatic Machines and Robots* (Springer, 2008), section 3.2: with the way h,
 * velocity v and acceleration a it takes h/v + v/a where h ≥ v²/a, otherwise 2 √(h/a).
 */
export class Travel {
  readonly #phases: readonly Phase[];

  /** `start`, `target` in mm; `velocity`: the axis's own at the beginning, mm/s. */
  constructor(start: number, velocity: number, target: number, { velocity: fastest, acceleration }: AxisLimits) {
    const phases: Phase[] = [];
    let [at, position] = [0, start];
    const add = (seconds: number, speed: number, change: number): void => {
      if (!(seconds > 0)) return;
      phases.push({ at, position, velocity: speed, acceleration: change });
      at += seconds;
      position += speed * seconds + (change * seconds ** 2) / 2;
    };
    add(Math.abs(velocity) / acceleration, velocity, -Math.sign(velocity) * acceleration);
    const direction = Math.sign(target - position);
    const way = Math.abs(target - position);
    const peak = Math.min(fastest, Math.sqrt(way * acceleration));
    add(peak / acceleration, 0, direction * acceleration);
    add(way / peak - peak / acceleration, direction * peak, 0);
    add(peak / acceleration, direction * peak, -direction * acceleration);
    // The last phase is rest, exactly at the target.
    phases.push({ at, position: target, velocity: 0, acceleration: 0 });
    this.#phases = phases;
  }

  /** How long it takes, in seconds. */
  get seconds(): number {
    return this.#phases.at(-1)?.at ?? 0;
  }

  /** mm, at so many seconds since the beginning. */
  position(at: number): number {
    const { position, velocity, acceleration, at: begin } = this.#phaseAt(at);
    const seconds = at - begin;
    return position + velocity * seconds + (acceleration * seconds ** 2) / 2;
  }

  /** mm/s, negative on the way back. */
  velocity(at: number): number {
    const { velocity, acceleration, at: begin } = this.#phaseAt(at);
    return velocity + acceleration * (at - begin);
  }

  #phaseAt(at: number): Phase {
    const phase = this.#phases.findLast(({ at: begin }) => begin <= at) ?? this.#phases[0];
    if (phase === undefined) throw new TypeError('A travel has at least its end.');
    return phase;
  }
}
