import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const holding = processText(`export default async function hold(context) {
  context.pausable = true;
  context.sendLocation({ phase: 'hold', lidClosed: true, left: { value: 30, unit: 's' } });
  context.sendWarning(new am.GenericDiagnostic('It is warm'));
  try { while (true) { await asyncio.sleep(0.2); await context.checkpoint(); } }
  finally { if (context.data === 'never') throw new Error(); }
}`);

for (const scheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`the operator sees the process without its code, at ${width} × ${height}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      const playground = await Playground.open(page, { process: holding });
      await playground.button('Operator view').click();
      const view = page.getByRole('region', { name: 'Operator' });
      const state = view.getByRole('status').first();
      await expect(playground.code).toBeHidden();
      await expect(state).toHaveText('Ready');
      await playground.button('Run').click();
      await expect(state).toHaveText('Running');
      const where = view.getByRole('region', { name: 'Where it is' });
      await expect(where).toContainText(/Phase\s*hold\s*Lid closed\s*yes\s*Left\s*30 s/);
      await expect(view.getByRole('region', { name: 'Devices' })).toContainText('Thermostat');
      await expect(view.getByRole('region', { name: 'Reports' })).toContainText('It is warm');
      await playground.button('Pause').click();
      await expect(state).toHaveText('Paused');
      await expect(playground.button('Retry')).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      for (const button of await view.getByRole('button').all()) await expect(button).toBeInViewport();
      await playground.button('Halt').click();
      await expect(state).toHaveText('Halted');
      // Remembered, and left again: the editor is as it was.
      await page.reload();
      await expect(view).toBeVisible();
      await playground.button('Operator view').click();
      await expect(playground.code).toBeVisible();
      await expect(view).toHaveCount(0);
    });
  }
}

test('a failed process is retried and given up in the operator view, with keys alone', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p() { throw new am.ProcessFailureError('No flow'); }`),
  });
  const key = page.keyboard;
  await playground.button('Operator view').focus();
  await key.press('Enter');
  const view = page.getByRole('region', { name: 'Operator' });
  await key.press('F6');
  await expect(view).toBeFocused();
  await key.press('Control+Enter');
  await expect(view.getByRole('status').first()).toHaveText('Failed');
  await expect(view).toContainText('No flow');
  await playground.button('Skip').focus();
  await key.press('Enter');
  await expect(view.getByRole('status').first()).toHaveText('Halted');
  // The button has gone, and the focus with it to one that is still there.
  await expect(view.locator(':focus')).toHaveCount(1);
});
