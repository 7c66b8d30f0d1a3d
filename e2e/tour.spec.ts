import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Playground } from './playground.js';

const card = (page: Page) => page.locator('#tour');
const titles = ['A process is a function', 'Run it, and steer it', 'The hardware is simulated', 'Time is virtual'];

/** A first visit, as a person makes one. */
async function asPerson(page: Page): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { get: () => false }));
}

test('the first visit brings a tour of four stops, which starts nothing, takes no focus, and does not come again', async ({ page }) => {
  await asPerson(page);
  const playground = await Playground.open(page);
  // Somebody is there.
  await page.mouse.move(200, 300);
  await page.mouse.move(205, 300);
  await expect(card(page)).toBeVisible();
  await expect(card(page).locator(':focus')).toHaveCount(0);
  for (const title of titles) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(card(page)).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: /^(Next|Done)$/ }).click();
  }
  await expect(card(page)).toHaveCount(0);
  await expect(playground.state).toHaveText('Ready');
  await page.reload();
  await expect(playground.hardware).toContainText('Thermostat');
  await expect(page.getByRole('button', { name: /^(Next|Done)$/ })).toHaveCount(0);
});

test('the page is used while the tour is there', async ({ page }) => {
  await asPerson(page);
  const playground = await Playground.open(page);
  // Somebody is there.
  await page.mouse.move(200, 300);
  await page.mouse.move(205, 300);
  await expect(card(page)).toBeVisible();
  await playground.press('Next');
  await playground.run();
  await playground.reaches('Running');
  await playground.press('Pause');
  await playground.reaches('Paused');
  await expect(card(page)).toBeVisible();
});

test('the tour is taken again from Help with keys alone, and gives the focus back', async ({ page }) => {
  const playground = await Playground.open(page);
  // Somebody is there.
  await page.mouse.move(200, 300);
  await page.mouse.move(205, 300);
  await playground.button('Help').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take the tour' }).focus();
  await page.keyboard.press('Enter');
  const tour = page.getByRole('dialog', { name: titles[0]! });
  await expect(tour).toBeVisible();
  await expect(
    card(page)
      .locator(':focus')
      .or(card(page).and(page.locator(':focus'))),
  ).toHaveCount(1);
  await playground.button('Next').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: titles[1]! })).toBeVisible();
  await playground.focusIsOn('Next');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await playground.focusIsOn('Help');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the tour is whole and without violations on a phone, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    await asPerson(page);
    await Playground.open(page);
    // Somebody is there.
    await page.mouse.move(200, 300);
    await page.mouse.move(205, 300);
    for (const title of titles) {
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      await expect(card(page)).toBeInViewport({ ratio: 1 });
      if (title === titles[0]) {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([]);
      }
      await page.getByRole('button', { name: /^(Next|Done)$/ }).click();
    }
  });
}
