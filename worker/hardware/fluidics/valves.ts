/** Valves that are open or closed, by their number from 1. */
export interface Valves {
  isOpen(number: number): boolean;
  /** Calls `moved` at the instant at which a valve has opened or closed. */
  onMoved(number: number, moved: () => void): void;
}
