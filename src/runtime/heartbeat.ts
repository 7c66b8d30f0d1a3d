import { answered, beat, beatMilliseconds, patient, resumed, startWatch, type Watch } from './watchdog.js';

/** The page's timers and whether anybody can see it; handed in so that a test can own them. */
export interface Pulse {
  now(): number;
  /** Calls back every `milliseconds` until the function returned is called. */
  every(milliseconds: number, callback: () => void): () => void;
  /** Hidden pages have throttled timers. */
  hidden(): boolean;
  onVisibility(callback: () => void): () => void;
}

export const browserPulse: Pulse = {
  now: () => performance.now(),
  every: (milliseconds, callback) => {
    const timer = setInterval(callback, milliseconds);
    return () => clearInterval(timer);
  },
  hidden: () => document.hidden,
  onVisibility: (callback) => {
    document.addEventListener('visibilitychange', callback);
    return () => document.removeEventListener('visibilitychange', callback);
  },
};

export interface HeartbeatListener {
  /** Sends a ping; `answered` is to be called when it comes back. */
  ping(): void;
  silent(): void;
  /** It answers again after it had been silent. */
  recovered(): void;
}

/** Feeds one watch: beats while the page is visible, rests while it is hidden. */
export class Heartbeat {
  #watch: Watch;
  #silent = false;
  #stopBeats: (() => void) | null = null;
  readonly #stopListening: () => void;

  constructor(
    readonly listener: HeartbeatListener,
    readonly pulse: Pulse = browserPulse,
  ) {
    this.#watch = startWatch(pulse.now());
    this.#stopListening = pulse.onVisibility(() => this.#visibility());
    if (!pulse.hidden()) this.#start();
  }

  get silent(): boolean {
    return this.#silent;
  }

  answered(): void {
    this.#watch = answered(this.#watch);
    if (!this.#silent) return;
    this.#silent = false;
    this.listener.recovered();
  }

  /** No alarm for a while. */
  keepWaiting(): void {
    this.#watch = patient(this.#watch, this.pulse.now());
  }

  stop(): void {
    this.#stopBeats?.();
    this.#stopBeats = null;
    this.#stopListening();
  }

  #visibility(): void {
    this.#stopBeats?.();
    this.#stopBeats = null;
    if (this.pulse.hidden()) return;
    this.#watch = resumed(this.#watch, this.pulse.now());
    this.#start();
  }

  #start(): void {
    this.#stopBeats = this.pulse.every(beatMilliseconds, () => {
      const { watch, action } = beat(this.#watch, this.pulse.now());
      this.#watch = watch;
      if (action === 'ping') this.listener.ping();
      if (action === 'alarm') {
        this.#silent = true;
        this.listener.silent();
      }
    });
  }
}
