/** An estimate of when a process ends (section 6.4), in virtual seconds. */
export type Term =
  | { readonly type: 'unknown' }
  | { readonly type: 'forever' }
  /** Absolute end: does not move while time passes. */
  | { readonly type: 'datetime'; readonly value: number; readonly resolution?: number }
  /** This long once it runs: slides while paused. */
  | { readonly type: 'duration'; readonly value: number; readonly resolution?: number };
