import { expect, it } from 'vitest';
import { writeLink, writeSharedFile } from '../model/files/link.js';
import { isLink, isShared, playedOfShared } from './from-link.js';

const address = (state: Parameters<typeof writeLink>[0]): string => `https://lab.example/p/#/link/${writeLink(state)}`;

it('a link runs the texts of its example, with what was changed in them', () => {
  const given = address({ example: 'timer', texts: { data: '5 s\n' }, seed: 7 });
  expect(isLink(given)).toBe(true);
  const played = playedOfShared(given);
  expect(played).toMatchObject({ scenario: { data: { text: '5 s\n' }, seed: 7 } });
  expect(typeof played === 'object' && played.source.code).toContain('async function timer');
});

it('a shared file runs the run that is in it', () => {
  const run = { acts: [{ at: 5, act: { type: 'request', what: { type: 'halt' } } }], end: 2_000_000 } as const;
  const file = writeSharedFile({ texts: { process: 'code', protocol: '- process: p' }, bench: 'imaging', run });
  expect(isShared(file)).toBe(true);
  expect(playedOfShared(file)).toMatchObject({
    source: { code: 'code', protocol: '- process: p' },
    scenario: { bench: 'imaging', acts: run.acts, until: 2 },
  });
});

it('what cannot be run says why', () => {
  expect(playedOfShared(address({ example: 'no-such-example' }))).toContain('There is no example "no-such-example"');
  expect(playedOfShared(address({}).slice(0, -3))).toContain('This link is damaged');
});
