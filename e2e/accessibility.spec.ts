import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

test('the whole job can be done with the keyboard', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(
      'export default async function p(context) { context.pausable = true; while (true) { await asyncio.sleep(0.2); await context.checkpoint(); } }',
    ),
  });
  const focus = async (name: string) => {
    for (let count = 0; count < 80; count++) {
      // Tab writes in the editor; Escape gives it back.
      if ((await playground.code.locator(':focus').count()) > 0) await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      if ((await page.locator('button:focus').filter({ hasText: name }).count()) > 0) return;
    }
    throw new Error(`${name} cannot be reached with Tab`);
  };
  await focus('Run');
  await page.keyboard.press('Enter');
  await playground.reaches('Running');
  await focus('Pause');
  await page.keyboard.press('Enter');
  await playground.reaches('Paused');
  await page.keyboard.press('Enter');
  await playground.reaches('Running');
  await focus('Halt');
  await page.keyboard.press('Enter');
  await playground.reaches('Halted');
});

test('a jump is made with keys alone: its form has the focus', async ({ page }) => {
  const playground = await Playground.open(page);
  await playground.run();
  await playground.reaches('Running');
  await playground.button('Pause').focus();
  await page.keyboard.press('j');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('input:focus')).toHaveCount(1);
  await page.keyboard.type('0.9');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(playground.process.getByText(/^(1 min|59 s) ?.* left$/)).toBeVisible();
});
