import type { Raised, Stand, Thread } from './model-thread.js';

/** What a process of the model asks of its owner. */
export interface ModelContext {
  timer(ms: number): Stand;
  note(text: string): void;
  sendLocation(value: number): void;
  sendDuration(ms: number): void;
  setPausable(value: boolean): void;
  /** Something that `wait()` raises before anything else. */
  readonly undelivered: boolean;
  readonly urgent: boolean;
  readonly pauseDue: boolean;
  /** The most urgent request, which is no longer pending then. */
  take(): Raised;
  takePause(): Raised;
  sit(): void;
  /** Whether a resume has let the process go on. */
  readonly sits: boolean;
  rise(): void;
  takeMessage(): unknown;
  giveBack(message: unknown): void;
  lost(): void;
  resultLost(result: unknown): void;
  /** A blocking action is not waited for any more, and goes on. */
  detach(job: Stand): void;
  /** Goes on, and nobody awaits it. */
  leave(thread: Thread): void;
  abandoned(): void;
}
