import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

const require = createRequire(import.meta.url);
/** Read in once per page: a walk looks at dozens of views. */
const source = readFileSync(createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with what is shown now, in the light theme and in the dark; also where the name of a control does not contain the
 * words that are seen on it, which whoever speaks to the computer would say.
 */
async function violationsIn(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(source);
  const found: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const violations = await page.evaluate(async (dark) => {
      const { axe: checker } = globalThis as unknown as { axe: typeof axe };
      // Until the other theme has been drawn, some colours are still those of the last one.
      for (let frames = 0; frames < 2; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
      // Behind a modal dialog everything is inert: nobody reads it.
      const { violations } = await checker.run(document.querySelector('dialog:modal') ?? document, {
        resultTypes: ['violations'],
        iframes: false,
        // A theme is nothing but colours.
        ...(dark ? { runOnly: ['color-contrast'] } : { rules: { 'label-content-name-mismatch': { enabled: true } } }),
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`,
      );
    }, scheme === 'dark');
    found.push(...violations.map((one) => `${scheme}, ${one}`));
  }
  return found;
}

/** Holds what is shown now against axe; `view` says what that is. */
export async function expectNoViolations(page: Page, view: string): Promise<void> {
  expect.soft(await violationsIn(page), view).toEqual([]);
}
