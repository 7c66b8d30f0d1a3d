import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const pausable = processText(
  'export default async function p(context) { context.pausable = true; while (true) { await asyncio.sleep(0.2); await context.checkpoint(); } }',
);

test('the picture of the states marks the present one and the way that led there, and explains each', async ({ page }) => {
  const playground = await Playground.open(page, { process: pausable });
  await playground.button('States').click();
  const picture = playground.process.getByRole('region', { name: 'States of the process' });
  const node = (name: string) => picture.getByRole('button', { name, exact: true });
  await expect(picture).toContainText('Choose a state to read what it means.');
  await playground.run();
  await expect(node('Running')).toHaveAttribute('aria-current', 'step');
  await playground.press('Pause');
  await expect(node('Paused')).toHaveAttribute('aria-current', 'step');
  await expect(picture).toContainText('Pausing → Paused: The process has come to a checkpoint().');
  await expect(picture.getByRole('heading', { name: 'Paused' })).toBeVisible();

  await node('Jumping').focus();
  await page.keyboard.press('Enter');
  await expect(node('Jumping')).toHaveAttribute('aria-pressed', 'true');
  await expect(picture).toContainText('JumpRequest');
  await expect(picture.getByRole('listitem').filter({ hasText: 'Jump is pressed' })).toContainText('Running, Pausing, Paused, Swapping');
  const { violations } = await new AxeBuilder({ page }).include('#process').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([]);

  await playground.press('Halt');
  await expect(node('Done')).toHaveAttribute('aria-current', 'step');
  await expect(picture).toContainText('Halting → Done');
  // What was chosen stays.
  await expect(picture.getByRole('heading', { name: 'Jumping' })).toBeVisible();
  // It is remembered.
  await page.reload();
  await expect(picture).toBeVisible();
  await playground.button('States').click();
  await expect(picture).toHaveCount(0);
});
