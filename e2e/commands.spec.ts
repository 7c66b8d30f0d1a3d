import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const pausable = processText(
  'export default async function p(context) { context.pausable = true; while (true) { await asyncio.sleep(0.2); await context.checkpoint(); } }',
);
const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const selected = (page: Page) => palette(page).getByRole('option', { selected: true });

/** What was said last about a request. */
const answer = ({ process }: Playground) => process.locator('p[aria-live=polite]');

/** Chooses a command by typing, with keys alone. */
async function command(page: Page, typed: string, title: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type(typed);
  await expect(selected(page)).toContainText(title);
  await page.keyboard.press('Enter');
}

test('a run is started, paused, resumed and halted from the palette, with keys alone', async ({ page }) => {
  const playground = await Playground.open(page, { process: pausable });
  await command(page, 'run', 'Run');
  await playground.reaches('Running');
  await command(page, 'pau', 'Pause');
  await playground.reaches('Paused');
  await command(page, 'resu', 'Resume');
  await playground.reaches('Running');
  await command(page, 'halt', 'Halt');
  await playground.reaches('Halted');
});

test('the speed and the theme are chosen in the palette', async ({ page }) => {
  const playground = await Playground.open(page, { process: pausable });
  await command(page, '100', 'Speed 100×');
  await expect(playground.timeline.getByRole('radio', { name: '100×', exact: true })).toBeChecked();
  await command(page, 'dark', 'Dark theme');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the palette says why something cannot be done, closes with its key and Escape, and gives the focus back', async ({ page }) => {
  const playground = await Playground.open(page, { process: pausable });
  await playground.button('Run').focus();
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type('pause');
  await expect(selected(page)).toContainText('Nothing has been run yet: press Run first.');
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('alert')).toHaveText('Nothing has been run yet: press Run first.');
  await page.keyboard.press('Control+K');
  await expect(palette(page)).toHaveCount(0);
  await playground.focusIsOn('Run');
  await page.keyboard.press('Control+K');
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await playground.focusIsOn('Run');
  // Nothing was run by any of it.
  await expect(playground.state).toHaveText('Ready');
});

test('the palette opens from the editor, and leaves the cursor where it was', async ({ page }) => {
  const playground = await Playground.open(page, { process: pausable });
  await expect(playground.code.locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('F6');
  await expect(playground.code.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Control+K');
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playground.code.locator(':focus')).toHaveCount(1);
  // Monaco's own list is one of the features that come later.
  await expect(async () => {
    await page.keyboard.press('F1');
    await expect(page.locator('.quick-input-widget input').first()).toBeFocused({ timeout: 500 });
  }).toPass();
});

test('examples and benches are opened from the palette', async ({ page }) => {
  const playground = await Playground.open(page);
  await command(page, 'incubation', 'Open example: Incubation');
  await expect(page.getByRole('button', { name: 'Examples · Incubation' })).toBeVisible();
  await command(page, 'bench imaging', 'Bench: ');
  await expect(playground.hardware.getByRole('button', { name: /Imaging|Microscopy|imaging/ }).first()).toBeVisible();
});

test('F6 goes round the parts of the page, and G with a letter to one of them', async ({ page }) => {
  const playground = await Playground.open(page, { process: pausable });
  const { process, hardware, timeline } = playground;
  await playground.button('Run').focus();
  await page.keyboard.press('F6');
  await expect(playground.code.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(process).toBeFocused();
  await page.keyboard.press('F6');
  await expect(hardware).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(process).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(timeline).toBeFocused();
  expect(await timeline.evaluate((element) => getComputedStyle(element, '::after').borderTopStyle)).toBe('solid');
  await page.keyboard.press('F6');
  await expect(page.getByRole('banner', { name: 'Top bar' })).toBeFocused();
  // P after G means the part; alone it pauses, which says why it cannot.
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(process).toBeFocused();
  await expect(answer(playground)).toHaveText('');
  await page.keyboard.press('p');
  await expect(answer(playground)).toHaveText('Nothing has been run yet: press Run first.');
});

test('? lists the keys, from the same commands, and single letters can be turned off', async ({ page }) => {
  const playground = await Playground.open(page, { process: pausable });
  await playground.button('Run').focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Process Playground' });
  await expect(help.getByText('Pause, or resume')).toBeVisible();
  await expect(help.getByText('Next part of the page')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([]);
  await help.getByRole('checkbox', { name: 'Keys that are single letters or signs' }).uncheck();
  await page.keyboard.press('Escape');
  await playground.focusIsOn('Run');
  await page.keyboard.press('?');
  await page.keyboard.press('p');
  await expect(help).toHaveCount(0);
  await expect(answer(playground)).toHaveText('');
});
