import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const process = processText(`export default async function work(context) {
  context.pausable = true;
  await asyncio.sleep(60);
  try {
    await context.wait(asyncio.sleep(3600));
  } catch (error) {
    if (!(error instanceof am.PauseRequest)) throw error;
  }
  await asyncio.sleep(2);
  await context.checkpoint();
  await context.wait(asyncio.sleep(3600));
}`);

test('the buttons say what comes of them where the process stands, and how long it took afterwards', async ({ page }) => {
  test.slow();
  const playground = await Playground.open(page, { process });
  await playground.run();
  const pause = playground.button('Pause');
  await expect(pause).toHaveAccessibleDescription(
    'The pause takes effect at the next wait() or checkpoint(); the process stands at line 4, where nothing but a halt is heard.',
  );
  // Foreseen by trying it out in a run of which nobody hears; the real one goes on as if nothing had been asked.
  await pause.hover();
  await expect(playground.process.getByText('The process would pause at line 11, at 00:01:02.0.')).toBeVisible();
  await playground.page.mouse.move(0, 0);
  await playground.speed('100×');
  await expect(pause).toHaveAccessibleDescription('The pause takes effect at once: PauseRequest is raised at line 6, inside a try block.');
  // With the keyboard as with the pointer.
  await playground.tabTo('Pause');
  await expect(playground.process.getByText(/^The process would pause at line 11, at /)).toBeVisible();
  await pause.press('Enter');
  await playground.reaches('Paused');
  await expect(playground.process.getByText(/It paused 2 s after the request\./)).toBeVisible();

  await playground.press('Resume');
  await playground.reaches('Running');
  await expect(pause).toHaveAccessibleDescription('The process would fail: PauseRequest is raised at line 12, where nothing catches it.');
  await expect(playground.button('Jump')).toHaveAccessibleDescription(
    'The jump takes effect at once: JumpRequest is raised at line 12, where nothing catches it, so the process begins anew.',
  );
});

test('the timeline says for every instant what a request would have come to', async ({ page }) => {
  const playground = await Playground.open(page, { process });
  await playground.speed('100×');
  await playground.run();
  await expect(playground.button('Pause')).toHaveAccessibleDescription(/line 6/);
  await playground.timeline.getByRole('button', { name: 'Table', exact: true }).click();
  const table = playground.timeline.getByRole('table');
  await expect(table.getByRole('row').filter({ hasText: 'If paused' }).first()).toContainText('at the next wait() or checkpoint()');
  await expect(table.getByRole('row').filter({ hasText: 'If jumped' }).last()).toContainText('at once');
});
