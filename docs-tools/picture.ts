import { durationText } from '../model/time-text.js';
import { escapeHtml } from './html.js';
import { type Course, type Mark, type Stretch, type Tone } from './run-course.js';

/**
 * Colours that are seen on white and on black: a surface is tinted with them, and words are in the colour of the text around the picture.
 * They are attributes, not styles, so that they stay where a policy forbids inline styles.
 */
const colours: Readonly<Record<Tone, string>> = {
  idle: '#7d8997',
  run: '#2f81d8',
  pause: '#d19310',
  jump: '#8a5cf0',
  halt: '#e0672f',
  fail: '#e0405a',
  done: '#2f9e54',
  place: '#7d8997',
};

const rowHeight = 22;
const markHeight = 15;
/** A letter in per cent of a narrow picture (300 pixels): labels of marks that would touch stand below each other. */
const letter = 2.2;
const mostMarkRows = 4;

/**
 * A run as an inline picture: what was asked of it, its states, its locations, and its length. As wide as its place; words keep their size.
 * `at`: the instant (virtual seconds) at which the reader sees it first.
 */
export function picture(course: Course, at: number): string {
  const length = Math.max(course.end, 1e-6);
  const percent = (seconds: number): number => Math.round((seconds / length) * 10_000) / 100;
  const parts: string[] = [];
  let y = 0;

  const rows = markRows(course.marks, percent);
  const markRoom = rows.length === 0 ? 0 : (Math.max(...rows) + 1) * markHeight + 4;
  const lanes = [course.states, course.locations].filter((lane) => lane.length > 0);
  const laneRoom = lanes.length * (rowHeight + 3);
  for (const [index, mark] of course.marks.entries())
    parts.push(markOf(mark, percent(mark.at), (rows[index] ?? 0) * markHeight, markRoom + laneRoom));
  y += markRoom;
  for (const lane of lanes) {
    parts.push(...lane.map((stretch) => stretchOf(stretch, percent, y)));
    y += rowHeight + 3;
  }
  // The moment that is shown first; the end has no sign of its own.
  if (at < course.end) {
    const x = `${percent(at)}%`;
    parts.push(`<svg role="none" x="${x}" y="${y - 2}" overflow="visible"><path d="M0 0l4 6h-8z"/></svg>`);
    parts.push(label(x, y + 15, lengthText(at), percent(at) > 75 ? 'end' : percent(at) < 12 ? 'start' : 'middle'));
  } else parts.push(label('0', y + 15, '0 s', 'start'));
  if (percent(at) < 75 || at >= course.end) parts.push(label('100%', y + 15, lengthText(course.end), 'end'));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="${y + 20}" role="img" aria-label="${escapeHtml(pictureText(course))}" ` +
    `font-family="system-ui, sans-serif" font-size="12" fill="currentColor">${parts.join('')}</svg>`
  );
}

/** The same in words, for those who do not see it. */
export function pictureText({ end, states, locations, marks, last }: Course): string {
  const list = (stretches: readonly Stretch[]): string =>
    stretches.map(({ from, to, label }) => `${label} from ${lengthText(from)} to ${lengthText(to)}`).join(', ');
  const sentences = [
    `The recorded run takes ${lengthText(end)} and ends as ${last}.`,
    states.length > 0 ? `States: ${list(states)}.` : '',
    marks.length > 0 ? `Done to it: ${marks.map(({ at, label }) => `${label} at ${lengthText(at)}`).join(', ')}.` : '',
    // More than a person would listen to is left out.
    locations.length > 0 && locations.length <= 12 ? `Locations: ${list(locations)}.` : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

const lengthText = (seconds: number): string => durationText(seconds, true);

function stretchOf({ from, to, label: text, tone }: Stretch, percent: (seconds: number) => number, y: number): string {
  const colour = colours[tone];
  // A picture within the picture cuts off what has no room.
  return (
    `<svg role="none" x="${percent(from)}%" y="${y}" width="${percent(to - from)}%" height="${rowHeight}">` +
    `<rect width="100%" height="100%" fill="${colour}" fill-opacity="${tone === 'place' ? 0.12 : 0.22}"/>` +
    `<rect width="2" height="100%" fill="${colour}"/>` +
    `<text x="7" y="15">${escapeHtml(text)}</text></svg>`
  );
}

function markOf({ label: text }: Mark, x: number, y: number, bottom: number): string {
  const late = x + text.length * letter > 100;
  return (
    `<line x1="${x}%" x2="${x}%" y1="${y + 2}" y2="${bottom}" stroke="currentColor" stroke-opacity="0.6" stroke-dasharray="2 2"/>` +
    `<svg role="none" x="${late ? 0 : x}%" y="${y}" width="${late ? x : 100 - x}%" height="${markHeight}">` +
    `<text x="${late ? '100%' : '4'}" ${late ? 'dx="-4" text-anchor="end"' : ''} y="11" font-size="11">${escapeHtml(text)}</text></svg>`
  );
}

/** The row of each mark: the first in which it does not touch the one before. */
function markRows(marks: readonly Mark[], percent: (seconds: number) => number): readonly number[] {
  const free: number[] = [];
  return marks.map(({ at, label: text }) => {
    const width = text.length * letter + 2;
    const x = percent(at) + width > 100 ? percent(at) - width : percent(at);
    const found = free.findIndex((until) => until <= x);
    const row = found === -1 ? Math.min(free.length, mostMarkRows - 1) : found;
    free[row] = x + width;
    return row;
  });
}

function label(x: string, y: number, text: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="11">${escapeHtml(text)}</text>`;
}
