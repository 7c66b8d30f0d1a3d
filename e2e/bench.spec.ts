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

test('bench.yaml is shown beside its text before any run; what is wrong is marked at once, and the last good bench stays', async ({
  page,
}) => {
  const bench =
    'devices:\n  - name: shaker\n    type: shaker\n    label: My shaker\n  - { name: tube, type: sample, wiring: { block: oven } }\n  - { name: oven, type: thermostat }\n';
  const playground = await Playground.open(page, { process: shakes, bench });
  await expect(playground.device('My shaker')).toBeVisible();
  await expect(playground.device('Thermostat')).toBeVisible();
  await expect(
    playground.hardware
      .getByRole('figure')
      .or(playground.hardware.getByRole('img', { name: /thermostat/i }))
      .first(),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'bench.yaml' }).click();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('x');
  await expect(playground.hardware.getByText('Shown is the bench as it was before.')).toBeVisible();
  await expect(page.getByRole('tab', { name: /^bench\.yaml \d problems?$/ })).toBeVisible();
  await expect(playground.device('My shaker')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('.hardware').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Backspace');
  await expect(playground.hardware.getByText('Shown is the bench as it was before.')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'bench.yaml', exact: true })).toBeVisible();
  // The last device goes.
  await page.keyboard.press('Control+End');
  await page.keyboard.type('  - { name: scale, type: balance }');
  await expect(playground.device('Balance')).toBeVisible();
});

test('a bench described as a text has its own addresses, mail server and files, also for the eye before a run', async ({ page }) => {
  const bench = `services:
  web: [{ address: own.example/state, about: Ours, status: 418, body: teapot }]
  files: [{ path: in/plate.csv, text: "well,sample\\nA1,7\\n" }]
devices: [{ name: clock, type: clock }]
`;
  const playground = await Playground.open(page, {
    process: `import { files, web } from 'hardware';
export default async function p(context) {
  const { status } = await web.fetch('http://own.example/state');
  context.sendLocation({ status, plate: await files.read('in/plate.csv') });
}
`,
    bench,
  });
  const files = playground.hardware.getByRole('list', { name: 'Files of the run' });
  await expect(files.getByRole('button')).toHaveText(['in/plate.csv']);
  await playground.hardware.getByText('Addresses of the simulated network').click();
  await expect(playground.hardware.getByText('http://own.example/state')).toBeVisible();
  await playground.run();
  await playground.reaches('Done');
  await expect(playground.process).toContainText('418');
  await files.getByRole('button', { name: 'in/plate.csv' }).click();
  await expect(page.getByRole('dialog').getByRole('cell')).toHaveText(['A1', '7']);
});
