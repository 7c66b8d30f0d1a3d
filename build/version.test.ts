import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const text = (...path: string[]) => readFileSync(join(import.meta.dirname, '..', ...path), 'utf8');

it('the page is of the version that the project has', () => {
  const { version } = JSON.parse(text('package.json')) as { version: string };
  expect(text('src', 'version.ts')).toContain(`version = '${version}'`);
});
