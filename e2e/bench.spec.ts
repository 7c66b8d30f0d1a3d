import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground } from './playground.js';

const shakes = `import { shaker } from 'hardware';
export default async function shake() {
  await shaker.setpoint.write('300 rpm');
  await shaker.speed.reach('300 rpm', { tolerance: '5 rpm' });
}
`;

test('a bench is chosen beside Hardware, is there at once and after a reload, and a process finds its devices there', async ({ page }) => {
  const playground = await Playground.open(page, { process: shakes });
  await playground.run();
  await expect(playground.process).toContainText('There is no shaker on the bench default.');
  await playground.hardware.getByRole('button', { name: 'Default bench' }).click();
  await page.getByRole('menuitem', { name: /^Incubator/ }).click();
  await expect(playground.device('Shaker')).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(playground.device('Shaker')).toBeVisible();
  await playground.speed('100×');
  await playground.run();
  await playground.reaches('Done');
  await expect(playground.device('Shaker')).toContainText('rpm');
  const { violations } = await new AxeBuilder({ page }).include('.hardware').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('another bench that is chosen while a run is on is there when that has ended', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: "import * as asyncio from 'asyncio';\nexport default async function wait() { await asyncio.sleep(1000); }\n",
  });
  await playground.run();
  await playground.reaches('Running');
  await playground.hardware.getByRole('button', { name: 'Default bench' }).click();
  await page.getByRole('menuitem', { name: /^Microfluidics/ }).click();
  await expect(playground.hardware.getByText('Shown is Default bench. The next run has Microfluidics.')).toBeVisible();
  await expect(playground.device('Thermostat')).toBeVisible();
  await playground.press('Halt');
  await playground.reaches('Halted');
  await playground.run();
  await expect(playground.device('Rotary valve')).toBeVisible();
  await expect(playground.hardware.getByText('The next run has')).toHaveCount(0);
});

test('a bench is edited as a text; what is wrong in it is marked there, and its devices are those of the next run', async ({ page }) => {
  const bench = 'devices:\n  - name: shaker\n    type: shakar\n    label: My shaker\n';
  const playground = await Playground.open(page, { process: shakes, bench });
  await playground.speed('100×');
  await playground.run();
  await expect(playground.process).toContainText('The bench cannot be built');
  await expect(playground.process).toContainText('There is no type of device “shakar”.');
  await expect(page.getByRole('tab', { name: 'bench.yaml 1 problem' })).toBeVisible();
  await playground.process.getByRole('button', { name: 'line 3' }).first().click();
  await expect(page.getByRole('tab', { name: /^bench\.yaml/ })).toHaveAttribute('aria-selected', 'true');
  // The cursor stands before shakar.
  for (let letter = 0; letter < 'shak'.length; letter++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await page.keyboard.type('e');
  await playground.run();
  await playground.reaches('Done');
  await expect(playground.device('My shaker')).toBeVisible();
  await playground.hardware.getByRole('button', { name: 'bench.yaml' }).click();
  await page.getByRole('menuitem', { name: /^Incubator/ }).click();
  await expect(page.getByRole('tab', { name: /^bench\.yaml/ })).toHaveCount(0);
  await expect(playground.device('Sample')).toBeVisible();
});

test('the chosen bench can be taken as a text to begin with', async ({ page }) => {
  const playground = await Playground.open(page);
  await playground.button('Text').click();
  await page.getByRole('menuitem', { name: /^Edit bench/ }).click();
  await expect(page.getByRole('tab', { name: 'bench.yaml' })).toHaveAttribute('aria-selected', 'true');
  await expect(playground.code).toContainText('type: thermostat');
  await playground.run();
  await playground.reaches('Running');
  await expect(playground.device('Thermostat')).toBeVisible();
});
