import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const pausable = processText(
  'export default async function p(context) { context.pausable = true; while (true) { await asyncio.sleep(0.2); await context.checkpoint(); } }',
);

test('on a phone a change of state is told once, whichever part of the page is shown', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await Playground.open(page, { process: pausable });
  const told = page.getByRole('status').filter({ hasText: /^(Running|Paused)$/ });
  await playground.run();
  await expect(told).toHaveText(['Running']);
  await playground.press('Pause');
  await expect(told).toHaveText(['Paused']);
  for (const tab of ['Process', 'Timeline']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await expect(told).toHaveText(['Paused']);
  }
});

test('whoever goes through the past hears the instant, and not each state that there was', async ({ page }) => {
  const playground = await Playground.open(page, { process: pausable });
  await playground.run();
  await playground.press('Pause');
  await playground.reaches('Paused');
  await expect(playground.state).toHaveAttribute('aria-live', 'polite');
  await playground.timeline.getByRole('slider', { name: 'Instant of the run' }).focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('status').filter({ hasText: 'You see 00:00:00.0, the past.' })).toHaveCount(1);
  await expect(playground.state).toHaveAttribute('aria-live', 'off');
  await page.keyboard.press('Escape');
  await expect(playground.state).toHaveAttribute('aria-live', 'polite');
});
