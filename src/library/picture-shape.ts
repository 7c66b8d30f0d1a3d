import type { PictureCurve, RunPicture } from '../../model/run-picture.js';
import { durationText } from '../../model/time-text.js';
import { numberText, unitText } from '../../model/unit-text.js';
import type { Tone } from '../ui/tone.js';

/** The box that a picture is drawn in; it is scaled to its place as a whole. */
export const size = { width: 300, height: 128 };

const tones: Readonly<Record<string, Tone>> = {
  Running: 'run',
  Pausing: 'pause',
  Paused: 'pause',
  Jumping: 'jump',
  Swapping: 'jump',
  Halting: 'halt',
  Halted: 'halt',
  Failed: 'fail',
  Done: 'done',
};

/** A bar from `x`, `width` wide. */
export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly tone: Tone;
}

export interface Row {
  /** Empty: there is no room for it. */
  readonly label: string;
  /** Top and height of its bars. */
  readonly y: number;
  readonly height: number;
  /** Where its name begins, or where it ends. */
  readonly labelX: number;
  readonly labelEnds: boolean;
  /** It stands on a bar. */
  readonly inside: boolean;
  readonly bars: readonly Bar[];
}

export interface Curve {
  readonly path: string;
  readonly label: string;
  /** Baseline of the label. */
  readonly labelY: number;
}

export interface Shape {
  readonly rows: readonly Row[];
  readonly curves: readonly Curve[];
  readonly states: readonly Bar[];
  /** Top of the band of states. */
  readonly stateY: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A rough width of a text of 10 units in the fonts of the page. */
const widthOf = (text: string): number => text.length * 5.6;

export function shapeOf({ length, states, rows, spans, curves }: RunPicture): Shape {
  const bar = (from: number, to: number, tone: Tone): Bar => ({
    x: round((from / length) * size.width),
    width: Math.max(1.5, round(((to - from) / length) * size.width)),
    tone,
  });
  const band = states.length > 0 ? 10 : 0;
  const space = size.height - band;
  /** The names of the curves stand above them. */
  const names = curves.length * 12;
  // Curves and rows share the height; what is alone has all of it.
  const room = rows.length === 0 ? space : Math.max(names + 34, space - 17 * Math.max(2, rows.length));
  const curvesEnd = curves.length === 0 ? 0 : room;
  const rowHeight = rows.length === 0 ? 0 : Math.min(24, (space - curvesEnd - 2) / rows.length);
  const top = curvesEnd + (rows.length === 0 ? 0 : (space - curvesEnd - rowHeight * rows.length) / 2);
  return {
    rows: rows.map((label, row) => {
      const bars = spans
        .filter((span) => span.row === row)
        .map(({ from, to, state }) => bar(from, to, state === undefined ? 'idle' : (tones[state] ?? 'run')));
      // Where the rows are lower than their names, the first and the last one have to do.
      const named = rowHeight >= 9 || row === 0 || row === rows.length - 1;
      return {
        label: named ? label : '',
        y: round(top + row * rowHeight + 2),
        height: round(Math.max(3, rowHeight - 4)),
        ...labelPlace(label, bars),
        bars,
      };
    }),
    curves: curves.map((curve, index) => ({
      path: curvePath(curve, length, names, curvesEnd),
      label: curveLabel(curve),
      labelY: 10 + index * 12,
    })),
    states: states.map(({ name, from, to }) => bar(from, to, tones[name] ?? 'idle')),
    stateY: size.height - 6,
  };
}

/** Behind the last bar, else before the first, else in the longest. */
function labelPlace(label: string, bars: readonly Bar[]): Pick<Row, 'labelX' | 'labelEnds' | 'inside'> {
  const first = bars[0]!;
  const last = bars.at(-1)!;
  const behind = last.x + last.width + 4;
  if (behind + widthOf(label) <= size.width) return { labelX: behind, labelEnds: false, inside: false };
  if (first.x - 4 >= widthOf(label)) return { labelX: first.x - 4, labelEnds: true, inside: false };
  const longest = bars.reduce((one, other) => (other.width > one.width ? other : one));
  return { labelX: longest.x + 5, labelEnds: false, inside: true };
}

/** A value holds until the next one: steps, unless it is slanted. */
function curvePath({ points, low, high, slanted }: PictureCurve, length: number, top: number, bottom: number): string {
  const margin = 4;
  const x = (time: number): number => round((time / length) * size.width);
  const y = (value: number): number => round(bottom - margin - ((value - low) / (high - low)) * (bottom - top - 2 * margin));
  let path = '';
  let drawing = false;
  for (const [time, value] of points) {
    if (value === null) {
      if (drawing) path += `H${x(time)}`;
      drawing = false;
    } else if (!drawing) {
      path += `M${x(time)} ${y(value)}`;
      drawing = true;
    } else path += slanted ? `L${x(time)} ${y(value)}` : `H${x(time)}V${y(value)}`;
  }
  return drawing && !slanted ? `${path}H${size.width}` : path;
}

function curveLabel({ name, unit, low, high }: PictureCurve): string {
  if (name === 'progress') return name;
  const scale = unit === undefined ? '' : ` ${unitText(unit)}`;
  return `${name} ${numberText(low)} to ${numberText(high)}${scale}`;
}

/** The same in words, for who cannot see it. */
export function pictureText({ length, states, rows, curves }: RunPicture): string {
  const parts = [`A run of ${durationText(length, true)}`];
  const seen = [...new Set(states.map(({ name }) => name.toLowerCase()))];
  if (seen.length > 1) parts.push(`states: ${seen.join(', ')}`);
  if (rows.length > 0) parts.push(`phases: ${rows.join(', ')}`);
  if (curves.length > 0) parts.push(`curves: ${curves.map(curveLabel).join(', ')}`);
  return parts.join('; ');
}
