import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

/** Half an hour: it heats, holds, warns; a person can pause it. */
const eventful = processText(`export default async function work(context) {
  context.pausable = true;
  context.sendDuration(1500);
  context.sendLocation({ phase: 'heat' });
  await thermostat.setpoint.write('37 degC');
  await asyncio.sleep(600);
  context.sendLocation({ phase: 'hold' });
  context.sendWarning(new am.GenericDiagnostic('It is warm.'));
  await asyncio.sleep(1200);
}`);

/** Runs to its end at once, and returns the slider that is the timeline. */
async function ended(page: Page, process = eventful): Promise<{ playground: Playground; slider: Locator }> {
  const playground = await Playground.open(page, { process });
  await playground.run();
  await playground.speed('Max');
  await playground.reaches('Done');
  return { playground, slider: playground.timeline.getByRole('slider', { name: 'Instant of the run' }) };
}

test('an instant of the run is chosen by keys and told in words', async ({ page }) => {
  const { slider } = await ended(page);
  await expect(slider).toHaveAttribute('aria-valuetext', 'Now');
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^00:00:00\.0, Running, heat/);
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /Running, (heat|hold)/);
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', 'Now');
  await page.keyboard.press('ArrowLeft');
  await expect(slider).not.toHaveAttribute('aria-valuetext', 'Now');
  await page.keyboard.press('Escape');
  await expect(slider).toHaveAttribute('aria-valuetext', 'Now');
  await expect(slider).toBeFocused();
});

test('the table tells what the lanes show, a lane at a time, and goes to an instant', async ({ page }) => {
  const { playground, slider } = await ended(page);
  await playground.timeline.getByRole('button', { name: 'Table', exact: true }).click();
  const table = playground.timeline.getByRole('region', { name: 'Table of the timeline' });
  await expect(table.getByRole('row').filter({ hasText: 'Location {phase: hold}' })).toContainText('00:10:0');
  await expect(table.getByRole('row').filter({ hasText: 'It is warm.' })).toContainText('Diagnostics');
  await expect(table).toContainText('First estimate 5 min too early; 5 min off on average.');
  await table.getByLabel('Lane').selectOption('Location');
  await expect(table.getByRole('row').filter({ hasText: 'Location' })).toHaveCount(2);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await table.getByRole('button', { name: /^00:10:0/ }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', /^00:10:0.*hold/);
});

test('wheel, drag and buttons zoom, pan and fit; a click chooses', async ({ page }) => {
  const { playground, slider } = await ended(page);
  const fit = playground.timeline.getByRole('button', { name: 'Whole run' });
  await expect(fit).toHaveAttribute('aria-pressed', 'true');
  const box = (await slider.boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + 14 };
  await page.mouse.move(middle.x, middle.y);
  await expect(playground.timeline).toContainText('Running');
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect(fit).toHaveAttribute('aria-pressed', 'false');
  // What is under the pointer stays there: the middle is still the middle of the run.
  await page.mouse.click(middle.x, middle.y);
  const before = await instantOf(slider);
  expect(before).toBeGreaterThan(600);
  // Dragging to the left shows what comes later.
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x - 150, middle.y, { steps: 5 });
  await page.mouse.up();
  await page.mouse.click(middle.x, middle.y);
  expect(await instantOf(slider)).toBeGreaterThan(before);
  await fit.click();
  await expect(fit).toHaveAttribute('aria-pressed', 'true');
  await playground.timeline.getByRole('button', { name: 'Zoom in' }).click();
  await expect(fit).toHaveAttribute('aria-pressed', 'false');
  await slider.focus();
  await page.keyboard.press('0');
  await expect(fit).toHaveAttribute('aria-pressed', 'true');
});

test('idle times are folded, so that what happens before and after them has room', async ({ page }) => {
  const { playground, slider } = await ended(page);
  const box = (await slider.boundingBox())!;
  const at = async (part: number): Promise<number> => {
    await page.mouse.click(box.x + box.width * part, box.y + 14);
    return instantOf(slider);
  };
  const quarter = await at(0.25);
  expect(quarter).toBeGreaterThan(300);
  const fold = playground.timeline.getByRole('button', { name: 'Fold idle times' });
  await fold.click();
  await expect(fold).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  // The ten minutes in which nothing happens take hardly any room now.
  expect(Math.abs((await at(0.25)) - quarter)).toBeGreaterThan(100);
});

test('lanes and plots are chosen from a menu', async ({ page }) => {
  const { playground } = await ended(page);
  const labels = playground.timeline.locator('.label');
  await expect(labels.filter({ hasText: 'Thermostat' })).toHaveCount(1);
  await playground.timeline.getByRole('button', { name: 'Lanes' }).click();
  // It stays open: one mostly chooses more than one.
  const menu = page.getByRole('menu', { name: 'Lanes and plots' });
  const requests = menu.getByRole('menuitemcheckbox', { name: /^Requests/ });
  await expect(requests).toBeChecked();
  await requests.click();
  await expect(labels.filter({ hasText: 'Requests' })).toHaveCount(0);
  await requests.click();
  await expect(labels.filter({ hasText: 'Requests' })).toHaveCount(1);
  await menu
    .getByRole('menuitemcheckbox', { name: /^Thermostat/ })
    .first()
    .click();
  await expect(labels.filter({ hasText: 'Thermostat' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
});

test('the timeline has the upper part of a phone, and fingers move it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await Playground.open(page, { process: eventful });
  await playground.run();
  await page.getByRole('tab', { name: 'Timeline', exact: true }).click();
  const slider = playground.timeline.getByRole('slider', { name: 'Instant of the run' });
  const box = (await slider.boundingBox())!;
  expect(box.height).toBeGreaterThan(100);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

/** The chosen instant in seconds, as the slider tells it. */
async function instantOf(slider: Locator): Promise<number> {
  await expect(slider).toHaveAttribute('aria-valuetext', /^\d/);
  const [, hours, minutes, seconds] = /^(\d+):(\d+):([\d.]+)/.exec((await slider.getAttribute('aria-valuetext'))!)!;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
