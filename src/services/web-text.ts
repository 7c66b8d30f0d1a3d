import type { RequestView, WebView } from '../../model/services.js';
import { durationText } from '../../model/time-text.js';

/** How many requests began, and what is worth knowing of them: `4 started · 1 under way · 1 aborted`. */
export function webSummary({ started, answered, failed, aborted }: WebView): string {
  if (started === 0) return 'no requests yet';
  const open = started - answered - failed - aborted;
  return [
    `${started} started`,
    open > 0 ? `${open} under way` : '',
    failed > 0 ? `${failed} failed` : '',
    aborted > 0 ? `${aborted} aborted` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What came of a request. */
export function requestText({ state, status = 0, seconds = 0, redirects = 0, message = '' }: RequestView): string {
  const after = `after ${durationText(seconds, true)}`;
  switch (state) {
    case 'open':
      return 'under way';
    case 'answered':
      return `${status} ${after}${redirects > 0 ? `, redirected ${redirects === 1 ? 'once' : `${redirects} times`}` : ''}`;
    case 'failed':
      return `failed ${after}: ${message}`;
    case 'aborted':
      return `aborted ${after}`;
  }
}

export function requestTone({ state, status = 0 }: RequestView): 'run' | 'done' | 'pause' | 'fail' | 'halt' {
  switch (state) {
    case 'open':
      return 'run';
    case 'answered':
      return status < 400 ? 'done' : 'pause';
    case 'failed':
      return 'fail';
    case 'aborted':
      return 'halt';
  }
}
