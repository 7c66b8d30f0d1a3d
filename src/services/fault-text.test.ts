import { describe, expect, it } from 'vitest';
import { faultCommand, faultItems, faultText } from './fault-text.js';

const on = { service: 'web', type: 'refuse', since: 1, left: null, fired: 0 } as const;

describe('a fault of a service', () => {
  it('says how often it will happen, or has happened', () => {
    expect(faultText({ ...on, type: 'unavailable', left: 2 })).toBe('Answer 503, 2 times more');
    expect(faultText({ ...on, type: 'silent', left: 1 })).toBe('No answer, once more');
    expect(faultText(on)).toBe('Refuse connections, not met yet');
    expect(faultText({ ...on, fired: 1 })).toBe('Refuse connections, met once');
    expect(faultText({ ...on, fired: 3 })).toBe('Refuse connections, met 3 times');
  });

  it('is begun from the menu, and ended when it is on', () => {
    expect(faultItems('web', [on]).filter(({ checked }) => checked)).toEqual([
      { id: 'refuse', label: 'End: Refuse connections', detail: 'It is on', checked: true },
    ]);
    expect(faultItems('mail', [on]).some(({ checked }) => checked)).toBe(false);
    expect(faultCommand('web', 'refuse', [on])).toEqual({ service: 'web', type: 'refuse', active: false });
    expect(faultCommand('web', 'slow', [on])).toEqual({ service: 'web', type: 'slow' });
  });
});
