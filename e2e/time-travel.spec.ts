import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Playground, processText } from './playground.js';

const heating = processText(`export default async function heat(context) {
  context.pausable = true;
  await thermostat.setpoint.write('30 degC');
  context.sendLocation({ phase: 'warm' });
  await asyncio.sleep(60);
  await thermostat.setpoint.write('50 degC');
  context.sendLocation({ phase: 'hot' });
  await asyncio.sleep(60);
  await context.checkpoint();
  context.sendLocation({ phase: 'end' });
}`);

const past = (page: Page) => page.getByRole('region', { name: 'The past' });
const list = (page: Page) => page.getByRole('grid', { name: 'List of events' });

/** A run to its end. */
async function ended(page: Page): Promise<Playground> {
  const playground = await Playground.open(page, { process: heating });
  await playground.run();
  await playground.reaches('Running');
  await playground.speed('Max');
  await playground.reaches('Done');
  return playground;
}

test('the whole page shows an instant of the past, and comes back with one key', async ({ page }) => {
  const playground = await ended(page);
  await list(page)
    .getByRole('row')
    .filter({ hasText: /Location.*warm/ })
    .click();
  await expect(past(page)).toContainText('You see 00:00:00.0, the past');
  await expect(playground.state).toHaveText('Running');
  await expect(playground.process).toContainText('warm');
  await expect(playground.process).toContainText('line 6');
  // Nothing can be done to it, and the page says why.
  await expect(playground.button('Halt')).toHaveAttribute('aria-disabled', 'true');
  await playground.button('Halt').click({ force: true });
  await expect(playground.process).toContainText('You are looking at the past');
  // What only the runtime knows is found by carrying the run out once more.
  await expect(playground.device('Thermostat')).toContainText('setpoint 30.0 °C');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await past(page).getByRole('button', { name: 'Next state' }).click();
  await expect(past(page)).toContainText('00:02:00.0');
  await past(page).getByRole('button', { name: 'Previous event' }).click();
  await expect(past(page)).toContainText('00:01:00.0');
  await expect(playground.process).toContainText('hot');
  await expect(playground.device('Thermostat')).toContainText('setpoint 50.0 °C');

  await page.keyboard.press('Escape');
  await expect(past(page)).toHaveCount(0);
  await playground.reaches('Done');
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`nothing moves when the past is shown, nor when the present comes back, at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const playground = await Playground.open(page, { process: heating });
    const phone = width < 720;
    const part = async (name: string) => phone && (await page.getByRole('tab', { name, exact: true }).click());
    await playground.button('Run').click();
    await part('Timeline');
    await playground.speed('Max');
    await expect(list(page)).toContainText('Done');
    const tops = async () => ({
      ...(phone ? {} : { process: await playground.process.getByRole('heading').first().boundingBox() }),
      lanes: await playground.timeline
        .getByRole('slider')
        .boundingBox()
        .then((box) => box?.y),
      search: await playground.timeline
        .getByRole('searchbox')
        .boundingBox()
        .then((box) => box?.x),
      ...(phone ? {} : { list: await list(page).boundingBox() }),
      run: await playground.button('Run').boundingBox(),
    });
    const before = await tops();
    await playground.timeline.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await expect(past(page)).toBeVisible();
    expect(await tops()).toEqual(before);
    await expect(past(page).getByRole('button', { name: 'Next state' })).toBeInViewport({ ratio: 1 });
    await expect(past(page).getByRole('button', { name: 'Until…' })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(past(page)).toHaveCount(0);
    expect(await tops()).toEqual(before);
  });
}

test('nothing can be done to the devices and services of the past, and each button says why', async ({ page }) => {
  const playground = await ended(page);
  const thermostat = playground.device('Thermostat');
  await thermostat.getByRole('button', { name: 'Manual control of thermostat' }).click();
  const take = thermostat.getByRole('button', { name: 'Take control of setpoint' });
  const addFault = thermostat.getByRole('button', { name: 'Add fault to thermostat' });
  const faults = playground.hardware.getByRole('button', { name: 'Faults', exact: true });
  const ofFiles = playground.hardware.getByRole('button', { name: 'Files: Faults' });
  const setRoom = playground.button('Set room temperature');
  const all = [take, addFault, faults, ofFiles, setRoom];
  for (const one of all) await expect(one).not.toHaveAttribute('aria-disabled', 'true');

  await list(page)
    .getByRole('row')
    .filter({ hasText: /Location.*hot/ })
    .click();
  for (const one of all) {
    await expect(one).toHaveAttribute('aria-disabled', 'true');
    await expect(one).toHaveAttribute('title', /^You are looking at the past/);
  }
  await addFault.click({ force: true });
  await faults.click({ force: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('menu')).toHaveCount(0);

  await past(page).getByRole('button', { name: 'Back to now' }).click();
  await faults.click();
  await expect(page.getByRole('menu', { name: 'Faults' })).toBeVisible();
});

test('no protocol is started, nor goes on elsewhere, from the past', async ({ page }) => {
  const playground = await Playground.open(page, { process: heating, protocol: "- data: ''\n" });
  await playground.run();
  await playground.speed('Max');
  await expect(list(page)).toContainText('The run ended');
  const start = playground.button('Start at…');
  await list(page)
    .getByRole('row')
    .filter({ hasText: /Location.*hot/ })
    .click();
  await expect(past(page)).toBeVisible();
  const jump = playground.button('Jump…');
  await expect(jump).toHaveAttribute('aria-disabled', 'true');
  await jump.click({ force: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(playground.process).toContainText('You are looking at the past');
  await page.keyboard.press('Escape');
  await start.click();
  await expect(page.getByRole('dialog', { name: 'Start at a step' })).toBeVisible();
});

test('the keyboard goes through the past', async ({ page }) => {
  const playground = await ended(page);
  await page.getByRole('heading', { name: 'Timeline' }).click();
  await page.keyboard.press(',');
  await page.keyboard.press(',');
  await expect(past(page)).toContainText('00:01:00.0');
  await page.keyboard.press('.');
  await expect(past(page)).toContainText('00:02:00.0');
  await page.keyboard.press('.');
  await expect(past(page)).toContainText('Nothing more has happened in this run.');
  await past(page).getByRole('button', { name: 'Back to now' }).click();
  await playground.reaches('Done');
});

test('a fork goes another way from an instant of the past', async ({ page }) => {
  const playground = await ended(page);
  await list(page)
    .getByRole('row')
    .filter({ hasText: /Location.*hot/ })
    .click();
  await past(page).getByRole('button', { name: 'Fork from here' }).click();
  await expect(past(page)).toHaveCount(0);
  await expect(playground.process).toContainText('This run was forked at 00:01:00.0');
  // How far both are the same is counted while the fork goes on.
  await expect(page.getByRole('region', { name: 'Runs to compare' }).getByRole('listitem')).toContainText('The same up to 00:01:00.0.');
  await playground.reaches('Running');
  await playground.press('Halt');
  await playground.reaches('Halted');
  await expect(list(page)).toContainText('Halt accepted.');
  await expect(list(page)).not.toContainText('phase: end');

  // Both runs are there, and where they part.
  const runs = page.getByRole('region', { name: 'Runs to compare' });
  await expect(runs).toContainText('Fork of run 1 at 00:01:00.0 is on');
  await expect(runs.getByRole('listitem')).toContainText(/The same until 00:01:00.0. Then here: Halt accepted. .* There: /);
  await runs.getByRole('button', { name: 'Run 1', exact: true }).click();
  await playground.reaches('Done');
  await expect(runs).toContainText('Run 1 is on');
  await expect(runs.getByRole('listitem')).toContainText('Fork of run 1');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('a condition on a device or on the location is looked for in the past, and waited for in the present', async ({ page }) => {
  const playground = await Playground.open(page, { process: heating });
  await playground.run();
  await playground.reaches('Running');
  await playground.button('Hold the clock').click();
  await playground.speed('100×');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('go on until');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Go on until' });
  await dialog.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Location: phase' });
  await dialog.getByRole('combobox', { name: 'Comparison' }).selectOption('=');
  await dialog.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Enter what to compare with.');
  await dialog.getByRole('textbox', { name: 'Value' }).fill('hot');
  await dialog.getByRole('button', { name: 'Go', exact: true }).click();
  // It had not come yet: the run went on to it, and its clock is held again.
  await expect(past(page)).toContainText('You see 00:01:00.0, the past');
  await expect(past(page)).toContainText('location.phase = hot at 00:01:00.0.');
  await expect(playground.button('Release the clock')).toBeVisible();

  await list(page).getByRole('row').first().click();
  await past(page).getByRole('button', { name: 'Until…' }).click();
  await dialog.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Thermostat: readout, °C' });
  await dialog.getByRole('combobox', { name: 'Comparison' }).selectOption('≥');
  await dialog.getByRole('textbox', { name: 'Value' }).fill('23');
  await dialog.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(past(page)).toContainText(/thermostat.readout ≥ 23 at 00:00:\d\d/);
  await expect(playground.device('Thermostat')).toContainText(/23\.\d °C/);
});

test('a switch, one of several cases and a truth are looked for by their names', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: `import * as asyncio from 'asyncio'; import { relays, valve } from 'hardware';
export default async function rinse(context) {
  context.sendLocation({ done: false });
  await asyncio.sleep(20);
  await relays.valve1.write(true);
  await asyncio.sleep(20);
  await valve.position.write('3');
  await asyncio.sleep(20);
  context.sendLocation({ done: true });
}`,
    bench: 'devices:\n  - { name: relays, type: relays }\n  - { name: valve, type: rotary-valve }\n',
  });
  await playground.run();
  await playground.reaches('Running');
  await playground.speed('Max');
  await playground.reaches('Done');
  await list(page).getByRole('row').first().click();
  const dialog = page.getByRole('dialog', { name: 'Go on until' });
  const until = async (what: string, value: string) => {
    await past(page).getByRole('button', { name: 'Until…' }).click();
    await dialog.getByRole('combobox', { name: 'What' }).selectOption({ label: what });
    await expect(dialog.getByRole('combobox', { name: 'Comparison' }).getByRole('option')).toHaveText(['=', '≠']);
    await dialog.getByRole('combobox', { name: 'Value' }).selectOption({ label: value });
    await dialog.getByRole('button', { name: 'Go', exact: true }).click();
    await expect(dialog).toHaveCount(0);
  };
  await until('Relay board: valve 1', 'on');
  await expect(past(page)).toContainText(/relays.valve1 = on at 00:00:2\d/);
  await until('Rotary valve: position', 'Port 3');
  await expect(past(page)).toContainText(/valve.position = Port 3 at 00:00:4\d/);
  await until('Location: done', 'true');
  await expect(past(page)).toContainText('location.done = true at 00:01:0');
});
