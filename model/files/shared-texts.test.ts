import { expect, it } from 'vitest';
import { differingTexts, noTexts, wholeTexts } from './shared-texts.js';

const base = { process: 'code', data: '5 min', protocol: '', bench: '' };

it('texts of an example are said by what differs from it', () => {
  const mine = { ...base, data: '7 min', protocol: '- process: p' };
  const said = differingTexts(mine, base);
  expect(said.texts).toEqual({ data: '7 min', protocol: '- process: p' });
  expect(wholeTexts({ example: 'timer', ...said }, base)).toEqual({ texts: mine, changed: false });
  expect(wholeTexts({ example: 'timer', ...said }, { ...base, process: 'newer code' })).toEqual({
    texts: { ...mine, process: 'newer code' },
    changed: true,
  });
  expect(wholeTexts({ example: 'timer', ...said }, { ...base, data: 'newer data' }).changed).toBe(false);
});

it('a text of an example that was taken away stays away', () => {
  const mine = { ...base, data: '' };
  expect(wholeTexts({ example: 'timer', ...differingTexts(mine, base) }, base)).toEqual({ texts: mine, changed: false });
});

it('texts without an example are said in full', () => {
  const said = differingTexts(base, noTexts);
  expect(said).toEqual({ texts: { process: 'code', data: '5 min' } });
  expect(wholeTexts(said, noTexts)).toEqual({ texts: base, changed: false });
  expect(wholeTexts({}, noTexts)).toEqual({ texts: noTexts, changed: false });
});
