import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const timer = processText(`
export default async function timer(context) {
  context.pausable = true;
  while (true) {
    try {
      context.sendLocation({ phase: 'waiting' });
      context.sendDuration(3600);
      await context.wait(asyncio.sleep(3600));
      return;
    } catch (request) {
      if (request instanceof am.JumpRequest) { context.sendLocation({ phase: 'jumped', to: request.point }); await asyncio.sleep(3600); }
      if (request instanceof am.SwapRequest) { context.sendLocation({ phase: 'swapped', data: request.data }); await asyncio.sleep(3600); }
      if (!(request instanceof am.PauseRequest)) throw request;
      context.sendLocation({ phase: 'paused' });
      await context.checkpoint();
    }
  }
}`);

test('a process is written, run, paused, resumed and halted', async ({ page }) => {
  const playground = await Playground.open(page, { process: timer });
  await playground.run();
  await playground.reaches('Running');
  await expect(playground.process).toContainText('waiting');
  await expect(playground.process).toContainText('of 1 h');
  await playground.press('Pause');
  await playground.reaches('Paused');
  await expect(playground.process).toContainText('paused');
  await playground.press('Resume');
  await playground.reaches('Running');
  await playground.press('Halt');
  await playground.reaches('Halted');
});

test('every control is there before a run, and says why it cannot be used', async ({ page }) => {
  const playground = await Playground.open(page);
  for (const name of ['Pause', 'Halt', 'Jump', 'Swap data', 'Send message']) {
    await expect(playground.button(name)).toHaveAttribute('aria-disabled', 'true');
    await expect(playground.button(name)).toHaveAccessibleDescription(/press Run first/);
  }
});

test('the first example jumps to the point that its own form makes', async ({ page }) => {
  const playground = await Playground.open(page);
  await playground.run();
  await playground.reaches('Running');
  await playground.press('Jump');
  const dialog = page.getByRole('dialog', { name: 'Jump to a point' });
  await dialog.getByRole('textbox', { name: 'progress' }).fill('0.9');
  await dialog.getByRole('button', { name: 'Request jump' }).click();
  await expect(dialog).toBeHidden();
  await expect(playground.process).toContainText(/5\d s left/);
});

test('a request that comes too late is refused in its form, and said once', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText('export default async function p() { await asyncio.sleep(3); }'),
  });
  await playground.run();
  await playground.reaches('Running');
  await playground.press('Jump');
  const dialog = page.getByRole('dialog', { name: 'Jump to a point' });
  await dialog.getByRole('textbox').fill('7');
  await expect(page.getByText(/^The process has run to its end/).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Request jump' }).click();
  // The answer is the worker's: it takes a moment.
  await expect(dialog.getByRole('alert')).toHaveText(/\S/);
  expect(await page.locator('#process p[aria-live=polite]').allTextContents()).toEqual(['']);
  await expect(dialog.getByRole('textbox')).toHaveValue('7');
});

test('jump, swap and message take what is typed, and say what came of it', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
      while (true) try { context.sendLocation(await context.wait(context.receive())); }
      catch (request) {
        if (request instanceof am.JumpRequest) context.sendLocation({ jumped: request.point });
        else if (request instanceof am.SwapRequest) context.sendLocation({ swapped: request.data });
        else throw request;
      }
    }`),
  });
  await playground.run();
  await playground.reaches('Running');
  const dialog = page.getByRole('dialog');
  await playground.press('Jump');
  await dialog.getByRole('textbox').fill('index: 3');
  await dialog.getByRole('button', { name: 'Request jump' }).click();
  await expect(playground.process).toContainText('jumped');
  await playground.press('Swap data');
  await dialog.getByRole('textbox').fill('time: [1, 2');
  await dialog.getByRole('button', { name: 'Request swap' }).click();
  await expect(dialog.getByRole('alert')).not.toBeEmpty();
  await dialog.getByRole('textbox').fill('time: 5');
  await dialog.getByRole('button', { name: 'Request swap' }).click();
  await expect(playground.process).toContainText('swapped');
  await playground.press('Send message');
  await dialog.getByRole('textbox').fill('note: hello');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(playground.process).toContainText('hello');
});

test('a failed process is explained, and retried', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`let attempts = 0;
    export default async function p(context) {
      if (attempts++ === 0) throw new am.ProcessFailureError('Invalid credentials', { cause: new RangeError('535') });
      await asyncio.sleep(3600);
    }`),
  });
  await playground.run();
  await playground.reaches('Failed');
  await expect(playground.process).toContainText('Invalid credentials');
  await expect(playground.process).toContainText('RangeError');
  await playground.press('Retry');
  await playground.reaches('Running');
});

test('a failed process is skipped', async ({ page }) => {
  const playground = await Playground.open(page, { process: processText(`export default async function p() { throw new Error('x'); }`) });
  await playground.run();
  await playground.reaches('Failed');
  await playground.press('Skip');
  await playground.reaches('Halted');
});

test('the clock can be held, stepped and hurried without the process', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
      for (let step = 1; step <= 3; step++) { await asyncio.sleep(600); context.sendLocation({ step }); }
    }`),
  });
  await playground.timeline.getByRole('button', { name: 'Hold the clock' }).click();
  await playground.run();
  await playground.reaches('Running');
  await playground.timeline.getByRole('button', { name: /^Step/ }).click();
  await expect(playground.timeline.getByRole('timer')).toHaveText('00:10:00.0');
  await expect(playground.process).toContainText('step');
  await playground.speed('Max');
  await playground.timeline.getByRole('button', { name: 'Release the clock' }).click();
  await playground.reaches('Done');
  await expect(playground.timeline.getByRole('timer')).toHaveText('00:30:00.0');
});

test('the keys of Automancer work', async ({ page }) => {
  const playground = await Playground.open(page, { process: timer });
  await playground.button('Halt').focus();
  await page.keyboard.press('Control+Enter');
  await playground.reaches('Running');
  await page.keyboard.press('p');
  await playground.reaches('Paused');
  await page.keyboard.press('p');
  await playground.reaches('Running');
  await page.keyboard.press('j');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowRight');
  await playground.reaches('Halted');
});
