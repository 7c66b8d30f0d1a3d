import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground } from './playground.js';

test('a tip comes with the pointer and with the focus, is whole, and goes with Escape', async ({ page }) => {
  const playground = await Playground.open(page);
  const tip = page.getByRole('tooltip');
  const help = playground.button('Help');
  await help.hover();
  await expect(tip).toHaveText('Help');
  await expect(tip).toBeInViewport({ ratio: 1 });
  await expect(help).not.toHaveAttribute('title');
  // Onto the tip itself, and away.
  await tip.hover();
  await expect(tip).toHaveText('Help');
  await playground.timeline.hover();
  await expect(tip).toHaveCount(0);
  await expect(help).toHaveAttribute('title', 'Help');

  await playground.tabTo('Commands');
  await expect(tip).toHaveText(/^Commands \(/);
  await expect(playground.button('Commands')).toHaveAttribute('aria-description', /^Commands \(/);
  const { violations } = await new AxeBuilder({ page }).include('#top').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(tip).toHaveText(/^Theme: /);
  await page.keyboard.press('Tab');
  await expect(tip).toHaveText('Help');
  await page.keyboard.press('Enter');
  // A dialog takes the focus, and the tip goes.
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(tip).toHaveCount(0);
});
