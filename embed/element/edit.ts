import type { Shown } from './shown.js';
import { make, paintInto } from './draw.js';

/** Lays a text area over the code, for whoever wants to change it before the first run. */
export function makeEditable(shown: Shown, edited: () => void): void {
  const code = shown.facade.box.querySelector<HTMLElement>('.code');
  const pre = code?.querySelector('pre');
  if (!code || !pre || shown.settings.readonly || shown.settings.mode === 'static') return;
  const area = make('textarea', {
    'aria-label': 'process.ts, code',
    spellcheck: 'false',
    wrap: 'off',
    autocapitalize: 'off',
    autocomplete: 'off',
  });
  area.value = shown.texts.process.replace(/\n$/, '');
  area.oninput = () => {
    paintInto(pre, area.value, null);
    shown.texts = { ...shown.texts, process: `${area.value}\n` };
    edited();
  };
  // The text area is what is read then, and what the focus comes to.
  pre.ariaHidden = 'true';
  for (const name of ['tabindex', 'role', 'aria-label']) code.removeAttribute(name);
  pre.after(area);
}
