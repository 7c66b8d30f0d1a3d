import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground } from './playground.js';

const dosing = `import * as asyncio from 'asyncio';
import { pump, relays } from 'hardware';
export default async function dose() {
  await relays.valve1.write(true);
  await pump.flow.write('100 µl/min');
  await asyncio.sleep(36000);
}
`;

test('the schematic says what flows and which valve is open, and follows what a person does', async ({ page }) => {
  const playground = await Playground.open(page, { process: dosing });
  await playground.hardware.getByRole('button', { name: 'Default bench' }).click();
  await page.getByRole('menuitem', { name: /^Microfluidics/ }).click();
  await playground.run();
  const schematic = page.getByRole('img', { name: /^Syringe pump pushes/ });
  await expect(schematic).toHaveAccessibleName(
    /Syringe pump pushes 100\.0 µl\/min into Channel\. Valve 1 of Relay board, which closes Channel, is open\./,
  );
  await expect(schematic.getByText('Rinse channel')).toBeVisible();

  const card = playground.device('Relay board');
  await card.getByRole('button', { name: 'Manual control of relay board' }).click();
  await card.getByRole('button', { name: 'Take control of valve 1' }).click();
  await card.getByRole('switch', { name: 'Valve 1' }).click();
  await expect(schematic).toHaveAccessibleName(/which closes Channel, is closed\./);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
