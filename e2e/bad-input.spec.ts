import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const endless = 'await asyncio.sleep(3600);';

const refused: readonly (readonly [name: string, code: string, sentence: RegExp])[] = [
  ['a syntax error', 'export default async function p(context) {\n  await (;\n}', /line 3|line 2/],
  ['no default export', 'async function p(context) {}', /export default/],
  ['a default export that is not callable', 'export default 5;', /export default/],
  ['three parameters', 'export default async function p(data, context, more) {}', /3 parameters/],
];
for (const [name, code, sentence] of refused) {
  test(`${name} is told, with what to do`, async ({ page }) => {
    const playground = await Playground.open(page, { process: processText(code) });
    await playground.run();
    await expect(playground.process).toContainText('could not be loaded');
    await expect(playground.process).toContainText(sentence);
  });
}

test('pasted Python is known as such, with what to write instead, and stays in the editor', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: 'import asyncio\n\nasync def process(context):\n    await asyncio.sleep(1)\n',
  });
  await playground.run();
  await expect(playground.process).toContainText('This is Python; this page reads TypeScript.');
  await expect(playground.process).toContainText('export default async function name(context)');
  await expect(playground.process.getByRole('button', { name: 'line 1' })).toBeVisible();
  await expect(playground.code).toContainText('async def process');
});

test('an import of an unknown module says which exist', async ({ page }) => {
  const playground = await Playground.open(page, { process: "import fs from 'fs';\nexport default async function p(context) {}" });
  await playground.run();
  await expect(playground.process).toContainText('automancer');
  await expect(playground.process).toContainText('hardware');
});

test('a type error is marked, and the process runs anyway', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context: am.ProcessContext) {\n  const text: string = 5;\n  ${endless}\n}`),
  });
  await playground.run();
  await playground.reaches('Running');
  await expect(playground.code.getByText(/1 problem/)).toBeVisible({ timeout: 20_000 });
});

const record = `export const data = am.record({ time: am.quantity('second', { max: '1 h' }), note: am.str() });
export default async function p(context) { context.sendLocation({ seconds: context.data.time.value }); ${endless} }`;
const badData: readonly (readonly [name: string, data: string, sentence: RegExp])[] = [
  ['that does not parse', 'time: [1, 2\nnote: x', /line/],
  ['of the wrong type', 'time: soon\nnote: x', /soon/],
  ['without a key', 'time: 5 s', /note/],
  ['with an unknown key', 'time: 5 s\nnote: x\nnots: y', /nots/],
  ['of a wrong dimension', 'time: 5 degC\nnote: x', /time/],
  ['out of range', 'time: 2 h\nnote: x', /1 h/],
];
for (const [name, data, sentence] of badData) {
  test(`data ${name} fails to be collected, with its place`, async ({ page }) => {
    const playground = await Playground.open(page, { process: processText(record), data });
    await playground.run();
    await playground.reaches('Collection failed');
    await expect(playground.process).toContainText(sentence);
    await expect(playground.process.getByRole('button', { name: /data line \d/ }).first()).toBeVisible();
    await expect(playground.button('Retry')).toBeVisible();
  });
}

test('a location that cannot be exported fails the process where it was sent', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText('export default async function p(context) {\n  context.sendLocation({ step: () => 1 });\n}'),
  });
  await playground.run();
  await playground.reaches('Failed');
  await expect(playground.process).toContainText('location.step cannot be exported');
  await expect(playground.process.getByRole('button', { name: 'line 3' }).first()).toBeVisible();
});

test('a context that is used after the end is told', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) { late(context); }
    async function late(context) { await asyncio.sleep(0.1); await context.checkpoint(); }`),
  });
  await playground.run();
  await expect(playground.diagnostics).toContainText('context was used after the process ended');
  await playground.reaches('Done');
});

test('a task that fails and that nobody awaits is told', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) { lost(); ${endless} }
    async function lost() { throw new Error('lost'); }`),
  });
  await playground.run();
  await expect(playground.diagnostics).toContainText('nobody awaited');
  await playground.reaches('Running');
});

test('an endless loop is told with its line, and stopped; code and trace stay', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
  context.sendWarning(new am.GenericDiagnostic('before the loop'));
  await asyncio.sleep(0);
  while (true) {}
}`),
  });
  await playground.run();
  const alert = page.getByRole('alert').filter({ hasText: 'never ends' });
  await expect(alert).toContainText('line 5', { timeout: 20_000 });
  await alert.getByRole('button', { name: 'Stop' }).click();
  await playground.reaches('Stopped');
  await expect(playground.diagnostics).toContainText('before the loop');
  await expect(playground.code).toContainText('while');
  await page.reload();
  await expect(playground.code).toContainText('while');
});

test('a loop of awaits that never lets time pass is told with its line, and halted', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText('export default async function p(context) {\n  while (true) await asyncio.sleep(0);\n}'),
  });
  await playground.run();
  await expect(playground.diagnostics).toContainText('without letting time pass');
  await expect(playground.diagnostics.getByRole('button', { name: 'line 3' })).toBeVisible();
  await playground.press('Halt');
  await playground.reaches('Halted');
});

test('garbage in the storage is put aside, and the page works', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('process-playground.texts', '{"garbage'));
  const playground = await Playground.open(page);
  await expect(playground.code).toContainText('export default');
  expect(await page.evaluate(() => localStorage.getItem('process-playground.texts.unreadable'))).toBe('{"garbage');
});

test('blocked storage is told, and the page works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const playground = await Playground.open(page);
  await playground.run();
  await playground.reaches('Running');
});

test('full storage is told as soon as an edit cannot be kept, and the page works', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const playground = await Playground.open(page);
  await playground.button('Text').click();
  await page.getByRole('menuitem', { name: /Reset/ }).click();
  await expect(page.getByText(/Not saved/).first()).toBeVisible();
  await playground.run();
  await playground.reaches('Running');
});
