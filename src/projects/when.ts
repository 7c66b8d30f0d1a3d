const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const exactClock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** When something was, for a person: `just now`, `5 min ago`, `today at 14:05`, `28 Nov 2026 at 14:05`. Milliseconds since 1970, local time. */
export function whenText(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes >= 0 && minutes < 1) return 'just now';
  if (minutes >= 1 && minutes < 60) return `${minutes} min ago`;
  return `${dayText(at, now)} at ${clock.format(at)}`;
}

/** The same to the second, for what has to be told apart from what was shortly before. */
export function momentText(at: number, now: number): string {
  return `${dayText(at, now)} at ${exactClock.format(at)}`;
}

function dayText(at: number, now: number): string {
  const day = date.format(at);
  if (day === date.format(now)) return 'today';
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return day === date.format(yesterday) ? 'yesterday' : day;
}
