import './ui/page.css';
import { showFirstEditor } from './editor/light/first-editor.js';
import { firstExample } from './examples.js';
import { readWork } from './files/stored-work.js';
import { browserTextStore } from './files/text-store.js';
import { readSizes } from './ui/pane-sizes.js';
import { browserPreferences } from './ui/preferences.js';

/** What can be read and typed in at once; everything else comes after it. */
function start(target: HTMLElement): void {
  const theme = browserPreferences.read('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
  const texts = readWork(browserTextStore)?.texts ?? firstExample.texts;
  const first = showFirstEditor(target, texts.process, readSizes(browserPreferences.read('panes')).columns[0]);
  void import('./page.js').then(async ({ showPage }) => {
    await first.quiet();
    showPage(target, first.remove());
  });
}

const target = document.getElementById('app');
if (target) start(target);
