import { describe, expect, it } from 'vitest';
import { dataText, reasonText, requestName, stateText } from './messages.js';
import { admit, type Form, type OwnerState, type RequestType } from './owner.js';

const forms: readonly Form[] = ['normal', 'pausing', 'paused', 'jumping', 'swapping', 'halting'];
const states: readonly OwnerState[] = [
  { mode: 'collecting' },
  { mode: 'collectionFailed' },
  { mode: 'failed', errorId: 0, whileHalting: false },
  { mode: 'failed', errorId: 0, whileHalting: true },
  { mode: 'halting' },
  { mode: 'done', outcome: 'completed' },
  { mode: 'done', outcome: 'halted' },
  { mode: 'done', outcome: 'cancelled' },
  ...forms.flatMap((form) => [true, false].map((pausable) => ({ mode: 'running', form, pausable }) as const)),
];

describe('sentences', () => {
  it('exist for every answer that the admission table can give', () => {
    for (const state of states) {
      for (const type of Object.keys(requestName) as RequestType[]) {
        const { reason } = admit(state, type);
        expect(reasonText(type, reason), `${type} in ${state.mode}`).toMatch(/^[A-Z].+\.$/);
      }
      expect(stateText(state)).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('tell a person what to do when a pause is impossible', () => {
    expect(reasonText('pause', 'not-pausable')).toContain('context.pausable = true');
  });
});

describe('data on one line', () => {
  it('is short and unambiguous', () => {
    expect(dataText({ index: 3, name: 'rinse two', odd: '3', list: [1, null, true] })).toBe(
      '{index: 3, name: rinse two, odd: "3", list: [1, null, true]}',
    );
  });

  it('is cut when it is long', () => {
    expect(dataText('x'.repeat(200), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
