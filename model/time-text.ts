import type { Term } from './term.js';

/** Virtual seconds as a clock: `00:12:36`, or with a decimal `00:12:36.0`. Negative times show as zero, hours grow past 99. */
export function clockText(seconds: number, decimals: 0 | 1 | 3 = 0): string {
  const scale = 10 ** decimals;
  const units = Math.max(0, Math.floor(seconds * scale + 1e-6));
  const whole = Math.floor(units / scale);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return decimals === 0 ? clock : `${clock}.${String(units % scale).padStart(decimals, '0')}`;
}

const steps = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/**
 * A length of time in at most two units: `17 min 24 s`, `2 h 5 min`, `1.5 s`, `250 ms`.
 * Tenths of a second are shown below ten seconds only when `exact`, so that a countdown does not flicker.
 */
export function durationText(seconds: number, exact = false): string {
  if (!Number.isFinite(seconds)) return seconds > 0 ? 'forever' : 'unknown';
  const length = Math.abs(seconds);
  if (exact && length < 10 && !Number.isInteger(length)) {
    return length < 1 ? `${Math.round(length * 1000)} ms` : `${Math.round(length * 10) / 10} s`;
  }
  const whole = Math.round(length);
  const first = steps.findIndex((step) => whole >= step.seconds);
  const large = steps[first];
  if (!large || large.name === 's') return `${whole} s`;
  const small = steps[first + 1];
  const count = Math.floor(whole / large.seconds);
  const rest = small ? Math.floor((whole - count * large.seconds) / small.seconds) : 0;
  return rest > 0 && small ? `${count} ${large.name} ${rest} ${small.name}` : `${count} ${large.name}`;
}

/** How long a process still needs, as the page shows it large, at the virtual time `now` (seconds). */
export function remainingText(term: Term, now: number): string {
  switch (term.type) {
    case 'unknown':
      return 'unknown time left';
    case 'forever':
      return 'forever';
    case 'duration':
      return `${durationText(Math.ceil(term.value - 1e-6))} left`;
    case 'datetime': {
      const left = term.value - now;
      if (left > -1) return `${durationText(Math.max(0, Math.ceil(left - 1e-6)))} left`;
      return `overdue by ${durationText(Math.floor(-left + 1e-6))}`;
    }
  }
}
