import type { OwnerNode, OwnerWay } from '../../model/owner-diagram.js';

/** The size of the picture; all places in it are in its units. */
export const diagramSize = { width: 360, height: 318 } as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const box = (x: number, y: number, width: number, height = 28): Box => ({ x, y, width, height });

export const nodeBoxes: Readonly<Record<OwnerNode, Box>> = {
  collecting: box(34, 14, 92),
  collectionFailed: box(188, 14, 128),
  normal: box(34, 98, 98),
  pausing: box(164, 98, 62),
  paused: box(258, 98, 58),
  jumping: box(34, 156, 72),
  swapping: box(140, 156, 80),
  failed: box(34, 224, 60),
  halting: box(160, 224, 66),
  closing: box(34, 280, 104),
  done: box(186, 280, 54),
};

/** States that share ways out: around them a frame is drawn, at which those ways begin. */
export const frames: readonly (Box & { readonly label: string })[] = [
  { ...box(24, 6, 300, 44), label: '' },
  { ...box(24, 70, 300, 124), label: 'The process runs' },
];

/** One line of the picture. Ways that begin and end alike share one. */
export interface DiagramLine {
  readonly ways: readonly OwnerWay[];
  readonly path: string;
  readonly label?: { readonly text: string; readonly x: number; readonly y: number };
}

export const diagramLines: readonly DiagramLine[] = [
  { ways: ['collected'], path: 'M80 42V98' },
  { ways: ['noData'], path: 'M126 22H188' },
  { ways: ['retryData'], path: 'M188 35H126', label: { text: 'Retry', x: 145, y: 46 } },
  { ways: ['leaveData'], path: 'M324 28H352V314H86V308', label: { text: 'Halt', x: 328, y: 62 } },
  { ways: ['pause'], path: 'M132 107H164', label: { text: 'Pause', x: 134, y: 96 } },
  { ways: ['checkpoint'], path: 'M226 107H258' },
  { ways: ['leftCheckpoint'], path: 'M258 120H226' },
  { ways: ['resume'], path: 'M287 98V86H112V98', label: { text: 'Resume', x: 178, y: 83 } },
  { ways: ['jump'], path: 'M44 126V156', label: { text: 'Jump', x: 48, y: 144 } },
  { ways: ['swap'], path: 'M122 126V134H196V156', label: { text: 'Swap data', x: 202, y: 147 } },
  { ways: ['taken'], path: 'M76 156V126' },
  { ways: ['taken'], path: 'M162 156V146H102V126' },
  { ways: ['recreated', 'recreatedAsked', 'recreatedSwapping'], path: 'M24 180H14V106H34' },
  { ways: ['recreated'], path: 'M208 224V194' },
  { ways: ['raised'], path: 'M64 194V224', label: { text: 'error', x: 68, y: 212 } },
  { ways: ['raised'], path: 'M160 238H94', label: { text: 'error', x: 116, y: 234 } },
  { ways: ['halt'], path: 'M176 194V224', label: { text: 'Halt', x: 153, y: 212 } },
  { ways: ['returned'], path: 'M324 150H338V294H240', label: { text: 'returns', x: 299, y: 212 } },
  { ways: ['cleaned'], path: 'M208 252V280' },
  { ways: ['retry'], path: 'M34 232H14V118H34', label: { text: 'Retry', x: 18, y: 218 } },
  { ways: ['retryChanged'], path: 'M34 244H4V28H34' },
  { ways: ['leave'], path: 'M64 252V280', label: { text: 'Halt', x: 68, y: 270 } },
  { ways: ['closed'], path: 'M138 294H186' },
];
