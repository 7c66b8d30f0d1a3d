import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from './axe.js';
import { Playground } from './playground.js';

const library = (page: Page) => page.getByRole('dialog', { name: 'Library' });
const search = (page: Page) => library(page).getByRole('searchbox', { name: 'Search examples' });
const count = (page: Page) => library(page).getByRole('status');
const example = (page: Page, name: string) => library(page).getByRole('button', { name, exact: true });
const block = (page: Page, number: number) => library(page).getByRole('button', { name: new RegExp(`^Block ${number}:`) });

/** Opens the gallery as most people do: by the menu of the examples. */
async function openGallery(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Examples/ }).click();
  await page.getByRole('menuitem', { name: /^Gallery/ }).click();
  await expect(search(page)).toBeVisible();
}

test('the gallery is searched as one types, over titles, devices and names of the API', async ({ page }) => {
  await Playground.open(page);
  await openGallery(page);
  await expect(count(page)).toContainText('13 blocks of the document');
  await search(page).fill('camera');
  await expect(example(page, 'Imaging scan')).toBeVisible();
  await expect(count(page)).toHaveText('1 example');
  await search(page).fill('to_thread');
  await expect(example(page, 'One blocking action')).toBeVisible();
  await expect(example(page, 'Timer')).toHaveCount(0);
  await search(page).fill('mass balance');
  await expect(example(page, 'Dosing')).toBeVisible();
  await search(page).fill('xyzzy');
  await expect(library(page).getByText('Nothing has all of that.')).toBeVisible();
  await library(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(search(page)).toHaveValue('');
  await expect(example(page, 'Timer')).toBeVisible();
});

test('the gallery is narrowed by a topic and by a device', async ({ page }) => {
  await Playground.open(page);
  await openGallery(page);
  await library(page).getByLabel('Topic').selectOption({ label: 'Swapping (2)' });
  await expect(example(page, 'Timer')).toBeVisible();
  await expect(example(page, 'Swapping')).toBeVisible();
  await expect(count(page)).toHaveText('2 examples');
  await library(page).getByLabel('Device or service').selectOption('web');
  await expect(count(page)).toHaveText('1 example');
  await library(page).getByLabel('Topic').selectOption('The document’s examples');
  await library(page).getByLabel('Device or service').selectOption('');
  await expect(count(page)).toHaveText('13 examples, 13 blocks of the document');
});

test('an example is opened from the gallery, on its bench, and what was written before comes back', async ({ page }) => {
  const playground = await Playground.open(page, { process: '// mine\nexport default async function p() {}' });
  await openGallery(page);
  await example(page, 'Rinse').click();
  await expect(library(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Examples · Rinse' })).toBeVisible();
  await expect(playground.hardware).toContainText('Channel');
  await expect(playground.code).toContainText('export const data');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(playground.code).toContainText('// mine');
});

test('the library is used with keys alone, and gives the focus back', async ({ page }) => {
  await Playground.open(page);
  const learn = page.getByRole('button', { name: 'Learn', exact: true });
  await learn.focus();
  await page.keyboard.press('Enter');
  const course = library(page).getByRole('tab', { name: 'Course' });
  const gallery = library(page).getByRole('tab', { name: 'Gallery' });
  await expect(course).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(gallery).toBeFocused();
  await expect(gallery).toHaveAttribute('aria-selected', 'true');
  await expect(search(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(library(page)).toHaveCount(0);
  await expect(learn).toBeFocused();

  // By the menu: the focus goes back to its button.
  const menu = page.getByRole('button', { name: /^Examples/ });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Timer/ })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(gallery).toBeFocused();
  await search(page).focus();
  await page.keyboard.type('abort');
  await expect(count(page)).toContainText('block');
  // What was typed is taken away first, as in every field of this kind.
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(library(page)).toHaveCount(0);
  await expect(menu).toBeFocused();

  // By the list of commands.
  await page.keyboard.press('Control+K');
  await page.keyboard.type('gallery');
  await expect(page.getByRole('option', { selected: true })).toContainText('Gallery of examples');
  await page.keyboard.press('Enter');
  await expect(gallery).toBeFocused();
  await expect(search(page)).toBeVisible();
  await search(page).focus();
  await page.keyboard.type('jumping without');
  await expect(count(page)).toContainText('1 example');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(example(page, 'Jumping without restarting')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Examples · Jumping without restarting' })).toBeVisible();
});

test('a printed block stands beside its corrected form, with each defect at its line', async ({ page }) => {
  const playground = await Playground.open(page);
  await openGallery(page);
  for (let number = 1; number <= 13; number++) await expect(block(page, number)).toHaveCount(1);
  await block(page, 12).click();
  await expect(library(page).getByRole('heading', { name: 'Block 12: Send an e-mail' })).toBeFocused();
  const printed = library(page).getByRole('group', { name: 'The printed block' });
  await expect(printed).toContainText('lambda session.connect(context.data.address)');
  await expect(printed).toContainText('msg.as_string()');
  const notes = library(page).getByRole('list', { name: 'What is wrong in it, and why' });
  await expect(notes.getByRole('listitem').filter({ hasText: 'A lambda lacks its colon.' })).toContainText('Line 14');
  await expect(library(page).getByRole('group', { name: 'The corrected process' })).toContainText('new blocking.SMTP()');
  await library(page).getByRole('button', { name: 'Next' }).click();
  await expect(library(page).getByRole('heading', { name: 'Block 13: Make an HTTP request' })).toBeFocused();
  await library(page).getByRole('button', { name: 'All examples' }).click();
  await expect(block(page, 12)).toBeFocused();
  await block(page, 13).click();
  await library(page).getByRole('button', { name: 'Open HTTP request with retry' }).click();
  await expect(library(page)).toHaveCount(0);
  await expect(playground.code).toContainText('An HTTP request.');
});

test('an address opens each part of the library', async ({ page }) => {
  await page.goto('./#/gallery', { waitUntil: 'commit' });
  await expect(search(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(library(page)).toHaveCount(0);
  await page.evaluate(() => (location.hash = '#/course'));
  await expect(library(page).getByRole('tab', { name: 'Course', selected: true })).toBeVisible();
});

test('a gallery that does not come is told of', async ({ page }) => {
  await page.route('**/gallery-*.js', (route) => route.abort());
  await Playground.open(page);
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await library(page).getByRole('tab', { name: 'Gallery' }).click();
  await expect(library(page).getByRole('alert')).toContainText('could not be loaded');
});

/** Whether something in the library has to be scrolled sideways. */
const tooWide = (page: Page) =>
  library(page).evaluate((dialog) => [...dialog.querySelectorAll('[role=tabpanel]')].some((part) => part.scrollWidth > part.clientWidth));

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`the gallery is accessible and fits, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await Playground.open(page);
    await openGallery(page);
    await expectNoViolations(page, 'gallery');
    expect(await tooWide(page)).toBe(false);
  });

  test(`a block is accessible and fits, ${width} px wide, and its example is seen when it is opened`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await Playground.open(page);
    await openGallery(page);
    await block(page, 5).click();
    await expect(library(page).getByRole('group', { name: 'The corrected process' })).toBeVisible();
    await expectNoViolations(page, 'block');
    expect(await tooWide(page)).toBe(false);
    await library(page).getByRole('button', { name: 'Open Jumping without restarting' }).click();
    await expect(page.getByRole('region', { name: 'Code', exact: true })).toContainText('Jumping without restarting');
  });
}
