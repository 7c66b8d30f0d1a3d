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
