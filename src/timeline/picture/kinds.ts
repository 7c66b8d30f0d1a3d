/**
 * What can stand in a lane. The place in this list is the rank: where several meet in a pixel, the later one wins, so an error is seen at
 * every zoom. Only lanes of one sort meet, but one list is simpler than several.
 */
export const kinds = [
  'none',
  'log',
  'note',
  'location',
  'plain',
  'not-taken',
  'taken-now',
  'taken-later',
  'taken-anew',
  'wait',
  'checkpoint',
  'receive',
  'idle',
  'run',
  'done',
  'held',
  'service',
  'effect',
  'accepted',
  'jump',
  'pause',
  'halt',
  'blocking',
  'service-fault',
  'fault',
  'refused',
  'warning',
  'fail',
  'error',
] as const;
export type Kind = (typeof kinds)[number];

export const rankOf = Object.fromEntries(kinds.map((kind, rank) => [kind, rank])) as Readonly<Record<Kind, number>>;

export type ColourName = 'idle' | 'run' | 'pause' | 'jump' | 'halt' | 'fail' | 'done' | 'dim' | 'accent';

export interface KindStyle {
  readonly colour: ColourName;
  /** A quiet fill with text in the usual colour, instead of a full one. */
  readonly quiet?: boolean;
  /** The part of the lane's height that it fills, from the top (0) to the bottom (1): what colours say, heights say too. */
  readonly band?: readonly [top: number, bottom: number];
  /** With a gap in the middle: something that did not come about. */
  readonly broken?: boolean;
}

export const styles: Readonly<Record<Kind, KindStyle>> = {
  none: { colour: 'dim' },
  log: { colour: 'dim', band: [0.7, 1] },
  note: { colour: 'dim', band: [0.5, 1] },
  location: { colour: 'run', quiet: true },
  plain: { colour: 'dim', quiet: true },
  'not-taken': { colour: 'idle', quiet: true },
  'taken-now': { colour: 'done', quiet: true },
  'taken-later': { colour: 'pause', quiet: true },
  'taken-anew': { colour: 'jump', quiet: true },
  wait: { colour: 'run', quiet: true },
  checkpoint: { colour: 'pause', quiet: true },
  receive: { colour: 'jump', quiet: true },
  idle: { colour: 'idle' },
  run: { colour: 'run' },
  done: { colour: 'done' },
  held: { colour: 'accent', quiet: true },
  service: { colour: 'accent', band: [0.5, 1] },
  effect: { colour: 'done', band: [0.3, 1] },
  accepted: { colour: 'jump' },
  jump: { colour: 'jump' },
  pause: { colour: 'pause' },
  halt: { colour: 'halt' },
  blocking: { colour: 'fail', quiet: true },
  'service-fault': { colour: 'halt', quiet: true },
  fault: { colour: 'pause', quiet: true },
  refused: { colour: 'halt', broken: true },
  warning: { colour: 'pause', band: [0, 0.75] },
  fail: { colour: 'fail' },
  error: { colour: 'fail' },
};
