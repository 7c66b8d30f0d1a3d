import { expect, type Locator, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

/** Leaves every device alone. */
const waiting = processText(`export default async function wait() {
  await asyncio.sleep(36000);
}`);

/** Labels of the benches whose devices are, together, all there are. */
const benches = ['Everything'];

for (const bench of benches) {
  test.describe(`on the bench ${bench}`, () => {
    let playground: Playground;
    let cards: Locator;

    test.beforeEach(async ({ page }) => {
      // A dozen devices, one after the other.
      test.setTimeout(120_000);
      playground = await Playground.open(page, { process: waiting });
      await playground.hardware.getByRole('button', { name: /bench$/i }).click();
      await page.getByRole('menuitem', { name: new RegExp(`^${bench}`) }).click();
      await playground.run();
      await playground.reaches('Running');
      cards = playground.hardware.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Add fault to/ }) });
      await expect(cards.nth(5)).toBeVisible();
    });

    test('every node that can be written is taken, set and given back by hand', async () => {
      const manual = playground.hardware.getByRole('button', { name: /^Manual control of/ });
      const count = await manual.count();
      expect(count).toBeGreaterThan(6);
      for (let index = 0; index < count; index++) {
        await manual.nth(index).click();
        const card = cards.filter({ has: manual.nth(index) });
        const take = await card.getByRole('button', { name: /^Take control of/ }).all();
        const names = await Promise.all(take.map((button) => button.getAttribute('aria-label')));
        for (const name of names) {
          const node = (name ?? '').replace('Take control of ', '');
          await card.getByRole('button', { name: `Take control of ${node}`, exact: true }).click();
          await setSomething(card, node);
          await expect(card.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
          await card.getByRole('button', { name: `Release ${node}`, exact: true }).click();
          await expect(card.getByRole('button', { name: `Take control of ${node}`, exact: true })).toBeVisible();
        }
        await manual.nth(index).click();
      }
    });

    test('every device can lose its cable, and those that move can slip, and the card says so meanwhile', async ({ page }) => {
      const add = playground.hardware.getByRole('button', { name: /^Add fault to/ });
      const dialog = page.getByRole('dialog');
      const slipping: string[] = [];
      for (let index = 0, count = await add.count(); index < count; index++) {
        const device = ((await add.nth(index).getAttribute('aria-label')) ?? '').replace('Add fault to ', '');
        const list = playground.hardware.getByRole('list', { name: `Faults of ${device}` });
        const begin = async (what: string): Promise<void> => {
          await dialog.getByLabel('What').selectOption(what);
          await dialog.getByRole('button', { name: 'Begin' }).click();
          await expect(list).toContainText(what);
          await list.getByRole('button', { name: /^End / }).click();
          await expect(list).toBeHidden();
        };
        await add.nth(index).click();
        await expect(dialog).toBeVisible();
        const kinds = await dialog.getByLabel('What').locator('option').allTextContents();
        await begin('Disconnected');
        if (!kinds.includes('Slipping')) continue;
        slipping.push(device);
        await add.nth(index).click();
        await expect(dialog).toBeVisible();
        await begin('Slipping');
      }
      expect(slipping.length).toBeGreaterThan(2);
    });
  });
}

/** A value that the node can take, in the way that its kind is set. */
async function setSomething(card: Locator, node: string): Promise<void> {
  const group = card.getByRole('group', { name: new RegExp(`^${node}`, 'i') });
  const slider = group.getByRole('slider');
  const toggle = group.getByRole('switch');
  const choice = group.getByRole('combobox');
  if ((await slider.count()) > 0) {
    await slider.press('ArrowRight');
    await slider.press('ArrowLeft');
  } else if ((await toggle.count()) > 0) await toggle.click();
  else if ((await choice.count()) > 0) await choice.selectOption({ index: 1 });
  else {
    const field = group.getByRole('textbox');
    await field.fill('1');
    await field.press('Enter');
  }
}
