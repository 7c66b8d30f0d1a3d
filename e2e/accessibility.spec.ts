import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const failing = processText(`export default async function p(context) {
  context.pausable = true;
  context.sendLocation({ step: 1 });
  context.sendWarning(new am.GenericDiagnostic('low'));
  await asyncio.sleep(0.1);
  throw new am.ProcessFailureError('No flow', { cause: new RangeError('0 bar') });
}`);

for (const scheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`has no violations at ${width} × ${height}, ${scheme}, with a failed process`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      const playground = await Playground.open(page, { process: failing });
      await playground.run();
      if (width < 720) await page.getByRole('tab', { name: 'Process', exact: true }).click();
      await playground.reaches('Failed');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    });
  }
}

test('the whole job can be done with the keyboard', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(
      'export default async function p(context) { context.pausable = true; while (true) { await asyncio.sleep(0.2); await context.checkpoint(); } }',
    ),
  });
  const focus = async (name: string) => {
    for (let count = 0; count < 80; count++) {
      // Tab writes in the editor; Escape gives it back.
      if ((await playground.code.locator(':focus').count()) > 0) await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      if ((await page.locator('button:focus').filter({ hasText: name }).count()) > 0) return;
    }
    throw new Error(`${name} cannot be reached with Tab`);
  };
  await focus('Run');
  await page.keyboard.press('Enter');
  await playground.reaches('Running');
  await focus('Pause');
  await page.keyboard.press('Enter');
  await playground.reaches('Paused');
  await page.keyboard.press('Enter');
  await playground.reaches('Running');
  await focus('Halt');
  await page.keyboard.press('Enter');
  await playground.reaches('Halted');
});
