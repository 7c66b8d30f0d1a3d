import { describe, expect, it } from 'vitest';
import type { RequestView } from '../../model/services.js';
import { requestText, requestTone, webSummary } from './web-text.js';

const request: RequestView = { number: 1, method: 'GET', url: 'http://lab.example/', at: 0, state: 'open' };

describe('requests in words', () => {
  it('counts those that began, and what became of them', () => {
    const none = { started: 0, answered: 0, failed: 0, aborted: 0, newest: [], addresses: [] };
    expect(webSummary(none)).toBe('no requests yet');
    expect(webSummary({ ...none, started: 2, answered: 2 })).toBe('2 started');
    expect(webSummary({ ...none, started: 4, failed: 1, aborted: 2 })).toBe('4 started · 1 under way · 1 failed · 2 aborted');
  });

  it.each([
    [{}, 'under way', 'run'],
    [{ state: 'answered', status: 200, seconds: 0.1 }, '200 after 100 ms', 'done'],
    [{ state: 'answered', status: 503, seconds: 0.1, redirects: 1 }, '503 after 100 ms, redirected once', 'pause'],
    [{ state: 'failed', seconds: 30, message: 'No answer.' }, 'failed after 30 s: No answer.', 'fail'],
    [{ state: 'aborted', seconds: 3 }, 'aborted after 3 s', 'halt'],
  ] as const)('%j', (more, text, tone) => {
    expect(requestText({ ...request, ...more })).toBe(text);
    expect(requestTone({ ...request, ...more })).toBe(tone);
  });
});
