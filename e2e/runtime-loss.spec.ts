import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

/**
 * The page's own eyes. When the browser ends the frame's process, Playwright takes the whole page for crashed and does not look any more;
 * the page is fine, and the DevTools protocol still sees it.
 */
class Eyes {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<Eyes> {
    return new Eyes(await page.context().newCDPSession(page));
  }

  async see<T>(expression: string): Promise<T> {
    const { result } = await this.session.send('Runtime.evaluate', { expression, returnByValue: true });
    return result.value as T;
  }

  text(): Promise<string> {
    return this.see<string>('document.body.innerText');
  }
}

test('a process that uses up all memory ends the runtime, not the page; it is replaced, and code and trace stay', async ({ page }) => {
  test.setTimeout(120_000);
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
  context.sendWarning(new am.GenericDiagnostic('before the end'));
  await asyncio.sleep(0.5);
  const kept = [];
  while (true) kept.push(new Array(1000000).fill(1.5));
}`),
  });
  await playground.run();
  await expect(playground.diagnostics).toContainText('before the end');

  const eyes = await Eyes.of(page);
  await expect.poll(() => eyes.text(), { timeout: 90_000 }).toContain('used up all memory');
  await expect.poll(() => eyes.text()).toContain('Stopped');
  expect(await eyes.text()).toContain('before the end');
  await eyes.see(`[...document.querySelectorAll('button')].find((button) => button.innerText.startsWith('Run')).click()`);
  await expect.poll(() => eyes.text()).toContain('Running');
});

test('the first run waits for a runtime that is still on its way', async ({ page }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/runtime.js*', async (route) => {
    await held;
    await route.continue();
  });
  const playground = await Playground.open(page, {
    process: processText('export default async function p(context) { await asyncio.sleep(60); }'),
  });
  await playground.run();
  release();
  await playground.reaches('Running');
});

test('a runtime that cannot be loaded is told, and tried again at the next run', async ({ page }) => {
  await page.route('**/runtime.js*', (route) => route.abort());
  const playground = await Playground.open(page, {
    process: processText('export default async function p(context) { await asyncio.sleep(60); }'),
  });
  const alert = page.getByRole('alert').filter({ hasText: 'cannot be started' });
  await expect(alert).toBeVisible();
  await page.unroute('**/runtime.js*');
  await playground.run();
  await playground.reaches('Running');
  await expect(alert).toHaveCount(0);
});

test('a process whose top level never ends does not block the page either', async ({ page }) => {
  const playground = await Playground.open(page, { process: processText('for (;;) {}\nexport default async function p(context) {}') });
  await playground.run();
  const alert = page.getByRole('alert').filter({ hasText: 'never ends' });
  await expect(alert).toContainText('line 2');
  await alert.getByRole('button', { name: 'Stop' }).click();
  await expect(alert).toHaveCount(0);
  await expect(playground.timeline).toContainText('stopped by hand');
});

test('keep waiting puts the alarm off; a run replaces a runtime that hangs', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText("export default async function p(context) {\n  console.log('round');\n  while (true) {}\n}"),
  });
  await playground.run();
  const alert = page.getByRole('alert').filter({ hasText: 'never ends' });
  // The loop is at one instant of the virtual time, however long it takes.
  const time = playground.timeline.getByRole('timer', { name: 'Virtual time' });
  await expect(alert).toBeVisible();
  await expect(time).toHaveText('00:00:00.0');
  await alert.getByRole('button', { name: 'Keep waiting' }).click();
  await expect(alert).toHaveCount(0);
  await expect(time).toHaveText('00:00:00.0');
  await expect(page.getByText('Waiting for the process')).toBeVisible();
  await playground.run();
  await expect(alert).toBeVisible();
});
