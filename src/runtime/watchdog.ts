/**
 * Decides from the beats of a timer and the answers to pings whether somebody has fallen silent. A pure state machine: time is handed in, in
 * milliseconds. What it must not do is cry wolf: a beat that comes late means that the page itself was blocked, throttled or asleep,
 * and says nothing about the other side.
 */
export interface Watch {
  readonly phase: 'answered' | 'asked' | 'silent';
  /** Beats without an answer since the ping. */
  readonly missed: number;
  /** When the next beat should come. */
  readonly dueAt: number;
  /** No alarm before: somebody chose to wait. */
  readonly patientUntil: number;
}

/** Measured: an idle worker answers within a millisecond, so two missed beats are a lot, and still tell within 750 ms. */
export const beatMilliseconds = 250;
const missesAllowed = 2;
/** More than a busy page is late, less than a throttled one (1 s) or one that slept. */
const latenessAllowed = 150;
/** How long *Keep waiting* waits. */
export const patienceMilliseconds = 10_000;

/** What to do after a beat: send a ping, tell that the other side has just fallen silent, or nothing. */
export type BeatAction = 'ping' | 'alarm' | 'none';

export function startWatch(now: number): Watch {
  return { phase: 'answered', missed: 0, dueAt: now + beatMilliseconds, patientUntil: now };
}

/** One beat of the timer. */
export function beat(watch: Watch, now: number): { readonly watch: Watch; readonly action: BeatAction } {
  const next = { ...watch, dueAt: now + beatMilliseconds };
  if (watch.phase === 'answered') return { watch: { ...next, phase: 'asked', missed: 0 }, action: 'ping' };
  if (watch.phase === 'silent' || now - watch.dueAt > latenessAllowed) return { watch: next, action: 'none' };
  const missed = watch.missed + 1;
  if (missed < missesAllowed || now < watch.patientUntil) return { watch: { ...next, missed }, action: 'none' };
  return { watch: { ...next, missed, phase: 'silent' }, action: 'alarm' };
}

/** The other side answered. */
export function answered(watch: Watch): Watch {
  return { ...watch, phase: 'answered', missed: 0 };
}

/** The beats were off for a while (the tab was hidden): what was missed before does not count. */
export function resumed(watch: Watch, now: number): Watch {
  return { ...watch, missed: 0, dueAt: now + beatMilliseconds };
}

/** No alarm for a while; the answer to the ping that is out still counts. */
export function patient(watch: Watch, now: number): Watch {
  if (watch.phase !== 'silent') return watch;
  return { ...watch, phase: 'asked', missed: 0, patientUntil: now + patienceMilliseconds };
}
