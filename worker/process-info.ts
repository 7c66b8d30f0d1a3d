import type { ProcessInfo } from '../model/snapshot.js';
import type { Program } from './process/program.js';

/** What the page learns of a loaded process. A type of its own making may raise here. */
export function infoOf({ name, data, points, guards }: Program): ProcessInfo {
  const pointsView = points !== null && 'type' in points ? { type: points.type.view() } : points;
  return { name, data: data?.view() ?? null, points: pointsView, guards };
}
