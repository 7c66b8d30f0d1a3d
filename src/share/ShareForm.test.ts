import { afterEach, expect, it, vi } from 'vitest';
import { readLink } from '../../model/files/link.js';
import { ShareForm, type ShareOptions } from './ShareForm.svelte.js';

const state = { short: { example: 'timer', seed: 7 }, whole: { texts: { process: 'code' }, seed: 7 } };
const options: ShareOptions = {
  title: 'Timer [1]',
  state,
  plain: '#/examples/timer',
  run: { ...state, recorded: { acts: [], end: 5 }, detail: '' },
  page: 'https://lab.example/p/',
};
afterEach(() => void vi.unstubAllGlobals());

it('a state that an address opens by itself has that address, unless the run goes with it', () => {
  const form = new ShareForm(options);
  expect(form.link).toBe('https://lab.example/p/#/examples/timer');
  form.withRun = true;
  const payload = form.link.split('#/link/')[1]!;
  expect(readLink(payload)).toEqual({ ok: true, shared: { ...state.short, run: { acts: [], end: 5 } } });
});

it('a title does not end the text of a Markdown link', async () => {
  const written: string[] = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: (text: string) => Promise.resolve(void written.push(text)) } });
  const form = new ShareForm(options);
  await form.copy('markdown', () => undefined);
  expect([written, form.note]).toEqual([['[Timer \\[1\\]](https://lab.example/p/#/examples/timer)'], 'The link was copied as Markdown.']);
});

it('what a browser does not let the page copy is selected', async () => {
  vi.stubGlobal('navigator', {});
  const form = new ShareForm(options);
  const selected: string[] = [];
  await form.copy('link', (text) => void selected.push(text));
  expect(selected).toEqual([form.link]);
  expect(form.note).toContain('the text is selected');
});
