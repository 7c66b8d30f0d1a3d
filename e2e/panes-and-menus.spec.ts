import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, test } from '@playwright/test';
import { Playground } from './playground.js';

const left = async (border: Locator): Promise<number> => (await border.boundingBox())?.x ?? NaN;

test('a border moves with the pointer and with keys, is remembered, and goes back with Enter', async ({ page }) => {
  await Playground.open(page);
  const border = page.getByRole('separator', { name: 'Resize Code and Process' });
  const first = await left(border);
  await page.mouse.move(first, 300);
  await page.mouse.down();
  await page.mouse.move(first - 100, 300, { steps: 4 });
  await page.mouse.up();
  expect(await left(border)).toBeCloseTo(first - 100, -1);
  await expect(border).toBeFocused();
  await page.keyboard.press('Home');
  await expect(border).toHaveAttribute('aria-valuenow', '16');
  const narrow = await left(border);
  await page.keyboard.press('ArrowRight');
  expect(await left(border)).toBeGreaterThan(narrow);
  const chosen = await left(border);
  await page.reload();
  await expect.poll(() => left(border)).toBe(chosen);
  await border.focus();
  await page.keyboard.press('Enter');
  expect(await left(border)).toBeCloseTo(first, 1);
});

test('the code stays where it was first painted when the page takes over', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('process-playground.panes', JSON.stringify({ columns: [0.3666, 0.25, 0.3834], timeline: 250 }));
    const widths: number[] = [];
    Object.assign(window, { widths });
    const look = () => {
      const head = document.querySelector('.first-editor .bar + .bar') ?? document.querySelector('#code');
      const width = head?.getBoundingClientRect().width ?? 0;
      if (width > 0 && width !== widths.at(-1)) widths.push(width);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  // The page comes a little later than the first editor, so that both are painted.
  await page.route('**/page-*.js', async (route) => {
    await page.locator('.first-editor .line').first().waitFor();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await route.continue();
  });
  const playground = await Playground.open(page);
  await expect(playground.hardware).toContainText('Thermostat');
  const widths = await page.evaluate<readonly number[]>('widths');
  expect(widths).toHaveLength(1);
});

test('a menu is used with keys alone, and gives the focus back', async ({ page }) => {
  await Playground.open(page);
  const button = page.getByRole('button', { name: /^Examples/ });
  const entry = (name: RegExp) => page.getByRole('menuitem', { name });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await expect(entry(/^Timer/)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await expect(entry(/^Gallery/)).toBeFocused();
  await page.keyboard.press('i');
  await expect(entry(/^Incubation/)).toBeFocused();
  for (const key of ['Escape', 'Tab']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(entry(/^Timer/)).toBeFocused();
  }
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Examples · Incubation' })).toBeFocused();
});

test('the examples stand under headings, on a phone too, and each brings its texts', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await Playground.open(page);
  const button = page.getByRole('button', { name: /^Examples/ });
  await button.click();
  const recipes = page.getByRole('group', { name: 'Recipes' });
  await expect(recipes.getByRole('menuitem', { name: /^Critical error and Retry/ })).toBeVisible();
  await expect(recipes.getByRole('menuitem', { name: /^Halting/ })).toHaveCount(0);
  // A long menu scrolls with the focus, which the arrow keys move.
  const menuOnly = new AxeBuilder({ page }).include('[role=menu]').disableRules('scrollable-region-focusable');
  const { violations } = await menuOnly.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([]);
  const menu = await page.getByRole('menu').boundingBox();
  expect(menu!.x + menu!.width).toBeLessThanOrEqual(390);
  expect(menu!.y + menu!.height).toBeLessThanOrEqual(844);
  await recipes.getByRole('menuitem', { name: /^Effect/ }).click();
  await expect(page.getByRole('button', { name: 'Examples · Effect' })).toBeFocused();
  await expect(playground.code).toContainText('FileCreatedEffect');
});

test('a list of examples that does not come is told of, and comes when the page is loaded again', async ({ page }) => {
  await page.route('**/examples-*.js', (route) => route.abort());
  await Playground.open(page);
  const button = page.getByRole('button', { name: /^Examples/ });
  await button.click();
  await expect(page.getByText('The list of examples could not be loaded.')).toBeVisible();
  await page.unroute('**/examples-*.js');
  await page.reload();
  await button.click();
  await expect(page.getByRole('menuitem', { name: /^Timer/ })).toBeFocused();
});

test('a menu closes by its button, and by a press beside it', async ({ page }) => {
  const playground = await Playground.open(page);
  const button = page.getByRole('button', { name: /^Examples/ });
  const menu = page.getByRole('menu');
  await button.click();
  await expect(menu).toBeVisible();
  await button.click();
  await expect(menu).toHaveCount(0);
  await button.click();
  await expect(menu).toBeVisible();
  await playground.process.click();
  await expect(menu).toHaveCount(0);
});

test('Undo of the menu leaves the focus in the code', async ({ page }) => {
  const playground = await Playground.open(page);
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Undo/ }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(playground.code.locator(':focus')).toHaveCount(1);
});
