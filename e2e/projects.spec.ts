import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from './axe.js';
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

test('what was written stays when an example is opened; it is renamed, deleted and brought back, and goes back in its history', async ({
  page,
}) => {
  const playground = await Playground.open(page);
  await write(page, 'mine');
  await playground.button('Examples · Timer').click();
  await page
    .getByRole('menuitem', { name: /^Incubation/ })
    .first()
    .click();
  await expect(playground.code).toContainText('What you wrote is kept as the project “Timer”.');
  await playground.button('Projects').click();
  const dialog = page.getByRole('dialog');
  await playground.button('Rename Timer').click();
  await page.keyboard.type('My timer');
  await page.keyboard.press('Enter');
  await playground.button('Delete My timer').click();
  await expect(dialog.getByRole('listitem')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expectNoViolations(page, 'projects');
  await playground.button('History of My timer').click();
  await expect(page.getByRole('dialog', { name: 'History of My timer' })).toContainText('// mine');
  await expectNoViolations(page, 'history');
  await playground.button('Restore').click();
  await expect(playground.code).toContainText('went back to the example Timer');
  await expect(playground.code).not.toContainText('// mine');
});

test('everything is exported as a zip, and imported again beside what is there; a damaged file changes nothing', async ({ page }) => {
  const playground = await Playground.open(page);
  await write(page, 'mine');
  await playground.button('Projects').click();
  const dialog = page.getByRole('dialog', { name: 'Projects' });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  const download = page.waitForEvent('download');
  await playground.button('Export all').click();
  const zip = readFileSync(await (await download).path());
  const take = (buffer: Buffer) =>
    dialog.getByLabel('Import projects').setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer });
  await take(zip);
  await expect(dialog).toContainText('1 project of the file is here already, just the same.');
  await take(zip.subarray(0, zip.length - 30));
  await expect(dialog).toContainText('“a.zip” was not imported: nothing was changed. It is damaged');
  await playground.button('Delete Timer').click();
  await expect(dialog.getByRole('listitem')).toHaveCount(0);
  await take(zip);
  await expect(dialog).toContainText('Imported 1 project from “a.zip”.');
  await playground.button('Close').click();
  await page.reload();
  await playground.button('Projects').click();
  await page.getByRole('button', { name: /^Timer from Timer/ }).click();
  await expect(playground.code).toContainText('// mine');
});

test('where the browser blocks its storage, the page works and says that projects are not kept', async ({ page }) => {
  await page.addInitScript(() => void Object.defineProperty(window, 'indexedDB', { get: () => undefined }));
  const playground = await Playground.open(page);
  await playground.button('Projects').click();
  await expect(page.getByRole('dialog', { name: 'Projects' })).toContainText('Projects are not kept: the browser blocks its storage');
  await page.keyboard.press('Escape');
  await playground.run();
  await playground.reaches('Running');
});
