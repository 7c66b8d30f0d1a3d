import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const several = async (page: Parameters<typeof Playground.open>[0]) => {
  const playground = await Playground.open(page);
  await page.getByRole('button', { name: /^Examples/ }).click();
  await page.getByRole('menuitem', { name: /^Several steps/ }).click();
  await playground.speed('100×');
  return playground;
};

test('a protocol runs its steps; a failure halts and pauses the others, and a retry lets them go on', async ({ page }) => {
  const playground = await several(page);
  await page.getByRole('tab', { name: 'protocol.yaml' }).click();
  await expect(playground.code).toContainText('parallel');
  await playground.run();
  const steps = playground.process.getByRole('region', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: /^1\.2 flush Failed/ })).toBeVisible();
  await expect(steps.getByText('Everything beside it stands still')).toBeVisible();
  await expect(playground.process.getByText('The syringe is stuck.').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
  await steps.getByRole('button', { name: 'Run step 1.3 again' }).click();
  await steps.getByRole('button', { name: /^1\.2 flush/ }).click();
  await playground.button('Retry').click();
  await expect(steps.getByRole('button', { name: /^1\.2 flush Done/ })).toBeVisible();
  await steps.getByRole('button', { name: 'Halt the protocol' }).click();
  await expect(steps.getByRole('button', { name: 'Halt the protocol' })).toBeHidden();
});

test('a process alone has no protocol until one is added', async ({ page }) => {
  const playground = await Playground.open(page);
  await expect(page.getByRole('tab', { name: 'protocol.yaml' })).toBeHidden();
  await playground.button('Text').click();
  await page.getByRole('menuitem', { name: /^Add protocol/ }).click();
  await expect(page.getByRole('tab', { name: 'protocol.yaml' })).toBeVisible();
  await playground.run();
  const steps = playground.process.getByRole('region', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: /^1 First Running/ })).toBeVisible();
  await steps.getByRole('button', { name: 'Halt step 1' }).click();
  await expect(steps.getByRole('button', { name: /^2 Second Running/ })).toBeVisible();
});

test('an endless loop in one step is told, stopping it ends every step, and the texts survive a reload', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function calm(context) { await asyncio.sleep(100); }
export async function loops(context) {
  await asyncio.sleep(0);
  while (true) {}
}`),
    protocol: '- parallel:\n    - process: calm\n    - process: loops\n',
  });
  await playground.run();
  const alert = page.getByRole('alert').filter({ hasText: 'never ends' });
  await expect(alert).toContainText('line 5', { timeout: 20_000 });
  await alert.getByRole('button', { name: 'Stop' }).click();
  const steps = playground.process.getByRole('region', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: /^1\.1 calm Stopped/ })).toBeVisible();
  await expect(steps.getByRole('button', { name: /^1\.2 loops Stopped/ })).toBeVisible();
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('tab', { name: 'protocol.yaml' }).click();
  await expect(playground.code).toContainText('loops');
});

test('a protocol that cannot be read is told with its place', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText('export default async function p(context) {}'),
    protocol: '- speed: 4\n',
  });
  await playground.run();
  await expect(playground.process).toContainText('The protocol cannot be carried out');
  await playground.process.getByRole('button', { name: 'line 1' }).first().click();
  await expect(page.getByRole('tab', { name: /^protocol\.yaml/ })).toHaveAttribute('aria-selected', 'true');
});
