import { expect, type Locator, type Page, test } from '@playwright/test';
import { Playground } from './playground.js';

/** Opens the page at an address of its own. */
async function openAt(page: Page, hash: string): Promise<Playground> {
  await page.goto(`./${hash}`, { waitUntil: 'commit' });
  const playground = new Playground(page);
  await expect(playground.button('Run')).toBeVisible();
  return playground;
}

/** The example that the texts came from, as the top bar tells it. */
const example = (page: Page, title: string): Locator => page.getByRole('button', { name: `Examples · ${title}`, exact: true });

test('the address of an example opens it, once: a reload shows what was made of it since', async ({ page }) => {
  const playground = await openAt(page, '#/examples/steps');
  await expect(example(page, 'Pausing between steps')).toBeVisible();
  await expect(playground.code).toContainText('Opened the example');
  await expect(page).toHaveURL(/#\/$/);
  await page.locator('[data-editor="full"]').waitFor({ timeout: 20_000 });
  await page.locator('.view-line').first().click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// mine');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(playground.code).toContainText('// mine');
});

test('an address that is changed while the page is there opens what it names, and the texts before come back with Undo', async ({
  page,
}) => {
  const playground = await Playground.open(page);
  await page.evaluate(() => (location.hash = '#/examples/steps'));
  await expect(example(page, 'Pausing between steps')).toBeVisible();
  await playground.press('Undo');
  await expect(example(page, 'Timer')).toBeVisible();
});

for (const [hash, sentence] of [
  ['#/examples/no-such-example', 'There is no example “no-such-example” here'],
  ['#/nonsense', 'The address of the page ends in “#/nonsense”, which opens nothing here'],
  ['#/examples/__proto__', 'which opens nothing here'],
  ['#%%%/../<img src=x>', 'which opens nothing here'],
] as const) {
  test(`an address that opens nothing says so, and changes nothing: ${hash}`, async ({ page }) => {
    await Playground.store(page, 'export default async function mine() {}\n', '');
    const playground = await openAt(page, hash);
    await expect(playground.code).toContainText(sentence);
    await expect(playground.code).toContainText('mine');
    await playground.run();
    await playground.reaches('Done');
  });
}
