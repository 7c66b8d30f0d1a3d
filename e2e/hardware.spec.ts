import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const holding = processText(`export default async function hold() {
  await thermostat.setpoint.write('37 degC');
  await asyncio.sleep(36000);
}`);

test('a person takes a node from a running process and gives it back', async ({ page }) => {
  const playground = await Playground.open(page, { process: holding });
  const card = playground.device('Thermostat');
  await playground.run();
  await playground.speed('10×');
  await expect(card).toContainText('claimed by hold');
  await card.getByRole('button', { name: 'Manual control of thermostat' }).click();
  await card.getByRole('button', { name: 'Take control of setpoint' }).click();
  await expect(card).toContainText('claimed by you');
  await expect(playground.timeline).toContainText('thermostat.setpoint was taken over by hand');

  // What does not fit is refused before it is sent, with both bounds; the field was given the focus.
  const field = card.getByRole('textbox', { name: 'Setpoint in °C' });
  await expect(field).toBeFocused();
  await field.fill('70');
  await field.press('Enter');
  await expect(card.getByRole('alert').first()).toHaveText('Setpoint 70 °C is out of range: at least 4.0 °C, at most 60.0 °C.');
  await field.fill('20');
  await field.press('Enter');
  await expect(card).toContainText('setpoint 20.0 °C');
  await expect(card.getByRole('alert').first()).toHaveText('');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await card.getByRole('button', { name: 'Release setpoint' }).click();
  await expect(card).toContainText('claimed by hold');
  await expect(card).toContainText('setpoint 37.0 °C');
  await expect(playground.timeline).toContainText('thermostat.setpoint was given back');
});

test('Off turns off what can be off', async ({ page }) => {
  const playground = await Playground.open(page, { process: holding });
  const card = playground.device('Thermostat');
  await playground.run();
  await expect(card).toContainText('setpoint 37.0 °C');
  await card.getByRole('button', { name: 'Manual control of thermostat' }).click();
  await card.getByRole('button', { name: 'Take control of setpoint' }).click();
  await card.getByRole('button', { name: 'Turn setpoint off' }).click();
  await expect(card).toContainText('setpoint off');
});

const reading = processText(`export default async function read() {
  await thermostat.setpoint.write('37 degC');
  for (;;) {
    await asyncio.sleep(1);
    try {
      await thermostat.readout.read();
    } catch (error) {
      console.log(error.message);
    }
  }
}`);

/** What is chosen, and what the card says then. */
const faultsToSee = [
  ['Whole device', 'Disconnected', 'Disconnected The cable is pulled'],
  ['Whole device', 'Slow response', 'Slow response Every answer comes 2 s later.'],
  ['Readout', 'Read error', 'Readout: read error Every reading fails.'],
  ['Readout', 'Stuck value', 'Readout: stuck value Every reading gives'],
  ['Readout', 'Drift', 'Readout: drift The reading moves away by 1 °C/min.'],
  ['Readout', 'Noise', 'Readout: noise The reading is as noisy as usual, ×10.'],
  ['Setpoint', 'Write error', 'Setpoint: write error Every value that is written is refused.'],
] as const;

test('every fault is begun from the card, shows there while it is on, and is ended there', async ({ page }) => {
  // Seven faults, one after the other.
  test.slow();
  const playground = await Playground.open(page, { process: reading });
  const card = playground.device('Thermostat');
  await playground.run();
  await expect(card).toContainText('claimed by read');
  const faults = card.getByRole('list', { name: 'Faults of thermostat' });
  for (const [where, what, shown] of faultsToSee) {
    await card.getByRole('button', { name: 'Add fault to thermostat' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Where').selectOption(where);
    await dialog.getByLabel('What').selectOption(what);
    await dialog.getByLabel('For how long').fill('');
    await dialog.getByRole('button', { name: 'Begin' }).click();
    await expect(faults).toContainText(shown);
    await expect(faults).toContainText('until it is ended');
    await faults.getByRole('button', { name: /^End / }).click();
    await expect(faults).toBeHidden();
    await expect(card.getByRole('button', { name: 'Add fault to thermostat' })).toBeFocused();
  }
});

test('a fault lasts as long as it was asked to, the process feels it, and wrong numbers are refused', async ({ page }) => {
  const playground = await Playground.open(page, { process: reading });
  const card = playground.device('Thermostat');
  await playground.run();
  await expect(card).toContainText('claimed by read');
  const add = card.getByRole('button', { name: 'Add fault to thermostat' });
  await add.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Fault of thermostat' });
  await dialog.getByLabel('Where').selectOption('Readout');
  await dialog.getByLabel('What').selectOption('Read error');
  await dialog.getByLabel('For how long').fill('-3');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('How long it lasts must be a number of seconds above 0, or empty.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByLabel('For how long').fill('20');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(add).toBeFocused();
  await expect(card.getByRole('list', { name: 'Faults of thermostat' })).toContainText(/00:(20|1\d) left/);
  await expect(playground.timeline).toContainText('Readout cannot be read: its sensor gives no valid value.');
  await playground.speed('100×');
  await expect(card.getByRole('list', { name: 'Faults of thermostat' })).toBeHidden();
  await expect(playground.timeline).toContainText('thermostat.readout: read error is over.');
});

test('the plot of a device is opened and closed by keyboard, read as a table, and saved', async ({ page }) => {
  const playground = await Playground.open(page, { process: holding });
  const card = playground.device('Thermostat');
  await playground.run();
  await playground.speed('100×');
  await expect(card).toContainText('claimed by hold');
  const open = card.getByRole('button', { name: 'Plot of thermostat' });
  await open.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Thermostat' });
  await expect(dialog.getByRole('img', { name: /^Readout \(°C\), Setpoint \(°C\) over the whole run/ })).toBeVisible();
  await expect(dialog.locator('canvas')).toBeVisible();

  // Zooming changes what the axis of time shows, and 0 shows the whole run again.
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('0');
  await dialog.getByRole('button', { name: 'Show table' }).click();
  const table = dialog.getByRole('region', { name: 'Values of thermostat' });
  await expect(table.getByRole('columnheader', { name: 'Readout (°C)' })).toBeVisible();
  await expect(table.getByRole('rowheader').first()).toHaveText('00:00:00.0');
  await expect(table.getByRole('row').nth(1)).toContainText('22.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const csv = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save CSV' }).click();
  expect((await csv).suggestedFilename()).toBe('thermostat.csv');
  const text = await readFile(await (await csv).path(), 'utf8');
  expect(text).toMatch(/^Time \(s\),Readout \(°C\),Setpoint \(°C\)\r\n0,22/);
  const png = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save PNG' }).click();
  expect((await readFile(await (await png).path())).subarray(1, 4).toString()).toBe('PNG');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
});

test('the temperature of the room is set by hand', async ({ page }) => {
  const playground = await Playground.open(page, { process: holding });
  const room = playground.device('Room');
  const slider = room.getByRole('slider', { name: 'Room temperature in °C, slider' });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(room.getByRole('heading')).toHaveText('Room 60.0 °C');
  const field = room.getByRole('textbox', { name: 'Room temperature in °C' });
  await field.fill('99');
  await field.press('Enter');
  await expect(room.getByRole('alert')).toHaveText('Room temperature 99 °C is out of range: at least -20.0 °C, at most 60.0 °C.');
  await field.fill('30');
  await room.getByRole('button', { name: 'Set room temperature' }).click();
  await expect(room.getByRole('heading')).toHaveText('Room 30.0 °C');
  await expect(room.getByRole('alert')).toHaveText('');
});

test('what lies in a device is set by hand, without taking control, and its range is kept', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: "import * as asyncio from 'asyncio';\nexport default async function wait() { await asyncio.sleep(36000); }\n",
    bench: 'devices:\n  - { name: tube, type: sample }\n  - { name: scale, type: balance }\n',
  });
  await playground.run();
  const room = playground.device('Room');
  const field = room.getByRole('textbox', { name: 'Volume of sample in ml' });
  await field.fill('2,5');
  await field.press('Enter');
  await expect(room.getByRole('alert').nth(1)).toHaveText('Volume 2.5 ml is out of range: at least 0.05 ml, at most 2.00 ml.');
  await field.fill('0,5');
  await room.getByRole('button', { name: 'Set volume of sample' }).click();
  await expect(room.getByRole('heading', { name: 'Sample: volume' })).toHaveText('Sample: volume 0.50 ml');
  await expect(room.getByRole('alert').nth(1)).toHaveText('');
  await expect(playground.timeline).toContainText('tube.volume is set to 0.5 by hand.');
  await expect(room.getByRole('heading', { name: 'Balance: load put on by hand' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('a pump is let slip, its card says what is lost, and a thermostat is not offered it', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function pour() {
      await pump.flow.write('100 µl/min');
      await asyncio.sleep(36000);
    }`),
  });
  await playground.run();
  const pump = playground.device('Syringe pump');
  await pump.getByRole('button', { name: 'Add fault to syringe pump' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fault of syringe pump' });
  await dialog.getByLabel('What').selectOption('Slipping');
  await expect(dialog).toContainText('The plunger loses 10 % of its way.');
  await dialog.getByRole('textbox', { name: 'Part of the way that is lost' }).fill('25');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await expect(pump.getByRole('list', { name: 'Faults of syringe pump' })).toContainText('Slipping The plunger loses 25 % of its way.');
  await expect(playground.timeline).toContainText('pump: slipping. What moves loses 25 % of its way.');
  await playground.device('Thermostat').getByRole('button', { name: 'Add fault to thermostat' }).click();
  const other = page.getByRole('dialog', { name: 'Fault of thermostat' }).getByLabel('What');
  await expect(other.getByRole('option', { name: 'Disconnected' })).toBeAttached();
  await expect(other.getByRole('option', { name: 'Slipping' })).toHaveCount(0);
});

test('faults are prepared before a run, are on from its start, stay after its end, and are ended together', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
  try { await thermostat.readout.read(); } catch { context.sendLocation('unreadable'); }
}`),
  });
  const card = playground.device('Thermostat');
  await card.getByRole('button', { name: 'Add fault to thermostat' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What', { exact: true }).selectOption('Read error');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await playground.hardware.getByRole('button', { name: 'Web: Faults' }).click();
  await page.getByRole('menuitem', { name: /Refuse connections/ }).click();
  const faults = playground.hardware.getByRole('button', { name: /^Faults/ }).first();
  await expect(faults).toHaveText('Faults: 2 on');
  await playground.run();
  await playground.reaches('Done');
  await expect(playground.process).toContainText('unreadable');
  await expect(playground.timeline).toContainText(/read error/i);
  await expect(faults).toHaveText('Faults: 2 on');
  const { violations } = await new AxeBuilder({ page }).include('.hardware').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await faults.click();
  await expect(page.getByRole('menuitem', { name: /^End all faults/ })).toContainText('2 are on, and stay for the next run');
  await page.getByRole('menuitem', { name: /^End all faults/ }).click();
  await expect(faults).toHaveText('Faults');
  await expect(card.getByRole('list', { name: 'Faults of thermostat' })).toHaveCount(0);
  await expect(faults).toBeFocused();
});
