import { test } from '@playwright/test';
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
