import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Playground, processText } from './playground.js';

const telling = processText(`export default async function tell(context) {
  for (let round = 1; round <= 40; round++) {
    context.sendLocation({ round });
    console.log('Round ' + round);
    await asyncio.sleep(0.01);
  }
  context.sendWarning(new am.GenericDiagnostic(new Error('Too warm')));
}`);

const list = (page: Page) => page.getByRole('grid', { name: 'List of events' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search events' });

/** Runs it to its end. */
async function ended(page: Page): Promise<Playground> {
  const playground = await Playground.open(page, { process: telling });
  await playground.run();
  await playground.reaches('Done');
  await expect(list(page)).toContainText('The run ended: completed.');
  return playground;
}

test('events are filtered by kind and by a text in their sentences', async ({ page }) => {
  const playground = await ended(page);
  await search(page).fill('round 17');
  await expect(list(page).getByRole('row')).toHaveText([/Round 17/]);
  await search(page).fill('');
  await page.getByRole('button', { name: /kinds/ }).click();
  const menu = page.getByRole('menu', { name: 'Kinds of events' });
  for (const kind of ['Locations', 'Logs', 'States and steps']) await menu.getByRole('menuitemcheckbox', { name: kind }).click();
  await page.keyboard.press('Escape');
  await expect(list(page).getByRole('row')).toHaveText([/Too warm/]);
  await expect(list(page).getByRole('row')).toContainText('line 8');

  // Nothing fits: the page says so, and how to get everything back.
  await search(page).fill('cold');
  await expect(playground.timeline).toContainText(/None of the \d+ events of this run fits/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Show all events' }).click();
  await expect(list(page)).toContainText('The run ended: completed.');
});

test('the keyboard leads through the events, to their lines, and copies them', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await ended(page);
  await list(page).focus();
  await page.keyboard.press('Home');
  await expect(list(page).getByRole('row', { selected: true })).toContainText('Loaded tell.');
  await page.keyboard.press('End');
  await expect(list(page).getByRole('row', { selected: true })).toContainText('The run ended');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(list(page).getByRole('row', { selected: true })).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+c');
  await expect(playground.timeline.getByRole('status')).toHaveText('2 events copied as JSON lines.');
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n');
  expect(copied.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['warning', 'state']);
  await page.keyboard.press('l');
  await expect(playground.code.locator(':focus')).toHaveCount(1);
});

test('what is listed is saved as a file of JSON lines', async ({ page }) => {
  const playground = await ended(page);
  await search(page).fill('round');
  await expect(list(page)).toHaveAttribute('aria-rowcount', '80');
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Download what is listed' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('tell-events.jsonl');
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(80);
  expect(JSON.parse(lines[0]!)).toMatchObject({ t: 0, event: 'log', message: 'Round 1' });
  await expect(playground.timeline).toContainText('80 of');
});
