import { expect, type Page, test } from '@playwright/test';
import { Playground } from './playground.js';

/** Writes a line before everything else in the process. */
async function write(page: Page, line: string): Promise<void> {
  await expect(page.locator('.area[data-editor="full"]')).toBeVisible({ timeout: 30_000 });
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type(`// ${line}\n`);
}

test('two tabs on one project tell of each other, and what both write stays', async ({ page, context }) => {
  const playground = await Playground.open(page);
  await write(page, 'written first');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const other = await context.newPage();
  const theirs = await Playground.open(other);
  await expect(theirs.code).toContainText('written first');
  await write(other, 'theirs');
  await expect(playground.code).toContainText('“Timer” was changed in another tab.');
  await write(page, 'mine');
  await expect(playground.code).toContainText('What is written here is kept as “Timer 2”.');
  await playground.button('Show the other one').click();
  await expect(playground.code).toContainText('// theirs');
  await expect(playground.code).not.toContainText('// mine');
});
