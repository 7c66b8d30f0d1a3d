import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

/** What is wrong in a bench, and what is said of it; the text stays, and the last good bench. */
const wrongBenches: readonly (readonly [what: string, bench: string, sentence: string | RegExp, line: number])[] = [
  [
    'a wire that leads back to its device',
    'devices:\n  - { name: one, type: pump, wiring: { outlet: two } }\n  - { name: two, type: channel, wiring: { valve: one } }\n',
    'This leads back to one: the wiring goes round in a circle.',
    2,
  ],
  ['an unknown device', 'devices:\n  - { name: oven, type: ofen }\n', 'There is no type of device “ofen”.', 2],
  [
    'a wire to a device that is not there',
    'devices:\n  - { name: tube, type: sample, wiring: { block: oven } }\n',
    'There is no device oven on this bench.',
    2,
  ],
  [
    'one name for two devices',
    'devices:\n  - { name: oven, type: thermostat }\n  - { name: oven, type: shaker }\n',
    'There are two devices called oven.',
    3,
  ],
  ['an absurd parameter', 'devices:\n  - { name: oven, type: thermostat, parameters: { sensorLag: -1e300 } }\n', /sensorLag/, 2],
  ['an absurd temperature', 'ambient: 5000 degC\ndevices:\n  - { name: oven, type: thermostat }\n', /ambient/, 1],
];
for (const [what, bench, sentence, line] of wrongBenches) {
  test(`${what} in bench.yaml is told at its line, and nothing is lost`, async ({ page }) => {
    const playground = await Playground.open(page, { process: processText('export default async function p() {}'), bench });
    // Where the bench is looked for, where it is written, and where a run was asked for.
    await expect(playground.hardware.getByText(sentence)).toContainText('Shown is Default bench.');
    await expect(page.getByRole('tab', { name: /^bench\.yaml \d problems?$/ })).toBeVisible();
    await playground.run();
    await expect(playground.process).toContainText('The bench cannot be built');
    await expect(playground.process).toContainText(sentence);
    await playground.process
      .getByRole('button', { name: `bench line ${line}` })
      .or(playground.process.getByRole('button', { name: `line ${line}` }))
      .first()
      .click();
    await expect(page.getByRole('tab', { name: /^bench\.yaml/ })).toHaveAttribute('aria-selected', 'true');
    await expect(playground.code).toContainText(bench.trim().split('\n').at(-1)!.trim().slice(2, 30));
  });
}

/** What a process asks of a device that cannot be, and what it is told; the line is where it asked. */
const wrongWrites: readonly (readonly [what: string, code: string, sentence: RegExp])[] = [
  ['a wrong unit', "await thermostat.setpoint.write('5 ml');", /°C|temperature/],
  ['a number without a unit', "await thermostat.setpoint.write('37');", /needs a unit/],
  ['a value out of range', "await thermostat.setpoint.write('70 degC');", /out of range: at least 4 °C, at most 60 °C/],
  ['null where nothing can be off', 'await pump.flow.write(null);', /cannot be turned off: null is not allowed here/],
  ['a device that is not there', 'await shaker.setpoint.write(1);', /There is no shaker on the bench default/],
];
for (const [what, statement, sentence] of wrongWrites) {
  test(`${what} is told where the process asked for it`, async ({ page }) => {
    const devices = what === 'a device that is not there' ? "import { shaker } from 'hardware';\n" : '';
    const playground = await Playground.open(page, {
      process: processText(`${devices}export default async function p() {\n  ${statement}\n}`),
    });
    await playground.run();
    await expect(playground.process).toContainText(sentence);
    await expect(playground.process.getByRole('button', { name: /^line [23]$/ }).first()).toBeVisible();
    await expect(playground.code).toContainText(statement.slice(0, 20));
  });
}

test('a write to a disconnected device is told on its card, and done once the cable is back', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
  await context.receive();
  await thermostat.setpoint.write('30 degC');
  context.sendLocation({ phase: 'written' });
  await asyncio.sleep(36000);
}`),
  });
  const card = playground.device('Thermostat');
  await playground.run();
  await playground.hardware.getByRole('button', { name: 'Faults', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Disconnect thermostat' }).click();
  await expect(card).toContainText('disconnected');
  await playground.press('Send message');
  await page.getByRole('dialog').getByRole('textbox').fill('go');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  // It goes on; what it asked for is kept, and the card says so.
  await expect(playground.process).toContainText('written');
  await expect(card).toContainText('Setpoint: Disconnected: 30 °C is written as soon as the device is back.');
  // By hand it is the same.
  await card.getByRole('button', { name: 'Manual control of thermostat' }).click();
  await card.getByRole('button', { name: 'Take control of setpoint' }).click();
  const field = card.getByRole('textbox', { name: 'Setpoint in °C' });
  await field.fill('25');
  await field.press('Enter');
  await expect(card).toContainText('Setpoint: Disconnected: 25 °C is written as soon as the device is back.');
  await expect(field).toHaveValue('25');
  await card.getByRole('button', { name: /^End/ }).click();
  await expect(card).toContainText('setpoint 25.0 °C');
  await expect(card).not.toContainText('as soon as the device is back');
  await card.getByRole('button', { name: 'Release setpoint' }).click();
  await expect(card).toContainText('setpoint 30.0 °C');
});

test('what a person holds is waited for, and the process says so', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
  await context.receive();
  await thermostat.setpoint.write('30 degC');
  await asyncio.sleep(36000);
}`),
  });
  const card = playground.device('Thermostat');
  await playground.run();
  await playground.reaches('Running');
  await card.getByRole('button', { name: 'Manual control of thermostat' }).click();
  await card.getByRole('button', { name: 'Take control of setpoint' }).click();
  await playground.press('Send message');
  await page.getByRole('dialog').getByRole('textbox').fill('go');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(playground.process).toContainText('thermostat.setpoint, which a person controls');
  await card.getByRole('button', { name: 'Release setpoint' }).click();
  await expect(card).toContainText('claimed by p');
  await expect(card).toContainText('setpoint 30.0 °C');
});

test('a step that writes what another one holds fails with a sentence that names it, and can be tried again', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function first(context) {
  context.pausable = true;
  await thermostat.setpoint.write('30 degC');
  await asyncio.sleep(36000);
}
export async function second() {
  await asyncio.sleep(1);
  await thermostat.setpoint.write('40 degC');
  await asyncio.sleep(36000);
}`),
    protocol: '- parallel:\n    - process: first\n    - process: second\n',
  });
  await playground.run();
  await expect(playground.process).toContainText(
    /thermostat\.setpoint is claimed by .*, so it cannot be written until that process has released it/,
  );
  await expect(playground.process.getByRole('button', { name: 'line 9' }).first()).toBeVisible();
  await playground.process.getByRole('button', { name: 'Halt step 1.1' }).click();
  await playground.button('Retry').click();
  await expect(playground.device('Thermostat')).toContainText('setpoint 40.0 °C');
});
