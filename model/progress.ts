import type { Json } from './json.js';

/**
 * How far a location says the process is, from 0 to 1, at the virtual time `now` (seconds); `null` when it does not say.
 *
 * A location with `progress` alone stands still. With a `date` (virtual milliseconds at which it was true) and a `duration`
 * (milliseconds) it advances by itself; a `date` of null means that it does not advance just now.
 */
export function progressAt(location: Json, now: number): number | null {
  const timed = timedProgress(location);
  if (!timed) return null;
  const { progress, date, duration } = timed;
  const moved = date === null || duration === null || duration <= 0 ? 0 : (now * 1000 - date) / duration;
  return Math.min(1, Math.max(0, progress + Math.max(0, moved)));
}

/** The whole length in seconds that a location with progress declares, or `null`. */
export function declaredLength(location: Json): number | null {
  const timed = timedProgress(location);
  return timed && timed.duration !== null && timed.duration > 0 ? timed.duration / 1000 : null;
}

interface TimedProgress {
  readonly progress: number;
  readonly date: number | null;
  readonly duration: number | null;
}

function timedProgress(location: Json): TimedProgress | null {
  if (typeof location !== 'object' || location === null || !('progress' in location)) return null;
  const { progress, date = null, duration = null } = location;
  if (typeof progress !== 'number' || !Number.isFinite(progress)) return null;
  return { progress, date: typeof date === 'number' ? date : null, duration: typeof duration === 'number' ? duration : null };
}
