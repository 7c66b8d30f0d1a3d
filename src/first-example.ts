import type { Example } from './files/texts.js';

/** The texts that stand in the editor on the first visit: part of the first load of the page, unlike those of the other examples. */
const texts = import.meta.glob<string>('../lessons/examples/timer/{process.ts,data.yaml}', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const text = (file: string): string => texts[`../lessons/examples/timer/${file}`] ?? '';

export const firstExample: Example = {
  id: 'timer',
  title: 'Timer',
  texts: { process: text('process.ts'), data: text('data.yaml'), protocol: '', bench: '' },
};
