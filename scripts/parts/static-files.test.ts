import { expect, it } from 'vitest';
import { filesOf } from './static-files.mjs';

const manifest = {
  'index.html': { file: 'index.js', imports: ['_shared.js'], css: ['index.css'], dynamicImports: ['later.ts'] },
  '_shared.js': { file: 'shared.js', imports: ['index.html'], css: ['shared.css'] },
  'later.ts': { file: 'later.js', imports: ['_shared.js'] },
};

it('follows static imports to scripts and styles, and no lazy ones', () => {
  expect([...filesOf(manifest, ['index.html'])]).toEqual(['index.js', 'index.css', 'shared.js', 'shared.css']);
});

it('counts a file that two entries share once', () => {
  expect([...filesOf(manifest, ['index.html', 'later.ts'])]).toEqual(['index.js', 'index.css', 'shared.js', 'shared.css', 'later.js']);
});

it('refuses an entry that does not exist, since its bytes would go missing', () => {
  expect(() => filesOf(manifest, ['gone.ts'])).toThrow('The built page has no gone.ts.');
});
