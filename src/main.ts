import { type FirstEditor, showFirstEditor } from './editor/light/first-editor.js';
import { firstExample } from './first-example.js';
import { readWork } from './files/stored-work.js';
import { browserTextStore } from './files/text-store.js';
import { staysLight } from './editor/stays-light.js';
import { afterPaint, nextTask } from './ui/after-paint.js';
import { readSizes } from './ui/pane-sizes.js';
import { lessonOf } from './lessons/lesson-of.js';
import { browserPreferences } from './ui/preferences.js';

/** What can be read and typed in at once; everything else comes after it. */
function start(target: HTMLElement, root: HTMLElement): void {
  const theme = browserPreferences.read('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
  const work = readWork(browserTextStore);
  const texts = work?.texts ?? firstExample.texts;
  // Beside a lesson the code stands further to the right.
  if (lessonOf(work?.example.id ?? '') !== null && browserPreferences.read('operator') !== true)
    root.style.setProperty('--aside', 'var(--lesson)');
  const first = showFirstEditor(root, texts.process, readSizes(browserPreferences.read('panes')).columns[0]);
  void rest(target, first);
}

async function rest(target: HTMLElement, first: FirstEditor): Promise<void> {
  // Both are on their way while the first picture is drawn, the page in front: its own code is much smaller.
  const page = import('./page.js');
  // The page asks for it again, and says so if it cannot be had.
  if (!staysLight()) import('./editor/monaco.js').catch(() => undefined);
  await painted();
  const { showPage } = await page;
  // To read the page's code in and to draw it are two tasks, so that a key in between is heard.
  await nextTask();
  await first.quiet();
  showPage(target, first.remove());
}

const painted = (): Promise<void> => new Promise(afterPaint);

const target = document.getElementById('app');
const root = target?.querySelector<HTMLElement>('.first-editor');
if (target && root) start(target, root);
