import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { Playground, processText } from './playground.js';

const waiting = processText(`export default async function waiter(context) {
  context.pausable = true;
  context.sendLocation({ phase: 'one' });
  await context.wait(asyncio.sleep(0.3));
  context.sendLocation({ phase: 'two' });
  await asyncio.sleep(3600);
}`);

const list = (page: Page) => page.getByRole('grid', { name: 'List of events' });
const runs = (page: Page) => page.getByRole('region', { name: 'Runs to compare' });

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Recording', exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** A run that was halted, and its file. */
async function saved(page: Page): Promise<{ readonly playground: Playground; readonly text: string }> {
  const playground = await Playground.open(page, { process: waiting });
  await playground.run();
  await expect(playground.process).toContainText('two');
  await playground.press('Halt');
  await playground.reaches('Halted');
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, 'Save recording')]);
  expect(download.suggestedFilename()).toBe('waiter-recording.json');
  return { playground, text: await readFile(await download.path(), 'utf8') };
}

const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('a run is saved as a file, opened and run again, and what stood in the editor comes back', async ({ page }) => {
  const { playground, text } = await saved(page);
  // Another text, and another run.
  await page.getByRole('button', { name: /^Examples/ }).click();
  await page.getByRole('menuitem', { name: /^Timer/ }).click();
  await expect(playground.code).toContainText('timer');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose(page, 'Open recording…')]);
  await chooser.setFiles(file('mine.json', text));
  await expect(playground.code).toContainText('Opened the recording mine.json, and runs it again.');
  await expect(playground.code).toContainText('waiter');
  // What was done to it is done again, by itself.
  await playground.reaches('Halted');
  await expect(list(page)).toContainText('Halt accepted.');
  await expect(runs(page)).toContainText('Replay of mine.json is on');
  await expect(runs(page).getByRole('listitem')).toContainText(/Recorded in mine.json.*The same up to 00:00:0/);
  await playground.code.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.code).toContainText('timer');
});

test('a recording is opened by dropping it anywhere on the page', async ({ page }) => {
  const { playground, text } = await saved(page);
  await playground.timeline.getByRole('heading', { name: 'Timeline' }).evaluate((heading, content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
    heading.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
  await expect(runs(page)).toContainText('Replay of dropped.json is on');
  await playground.reaches('Halted');
});

test('a file that is no recording, or of a newer version, is refused with a sentence', async ({ page }) => {
  const { playground, text } = await saved(page);
  const open = async (name: string, content: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose(page, 'Open recording…')]);
    await chooser.setFiles(file(name, content));
  };
  await open('other.json', '{"a": 1}');
  await expect(playground.code).toContainText('“other.json” was not opened. This file is not a recording of the Process Playground.');
  await open('newer.json', text.replace('"version": 1', '"version": 2'));
  await expect(playground.code).toContainText('was made by a newer version of the playground');
  await open('cut.json', text.slice(0, 500));
  await expect(playground.code).toContainText('it is not whole JSON');
  await playground.reaches('Halted');
  await expect(runs(page)).toHaveCount(0);
});

test('a run becomes a scenario for simulate', async ({ page }) => {
  const { playground } = await saved(page);
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, 'Save as scenario')]);
  expect(download.suggestedFilename()).toBe('waiter-scenario.json');
  const scenario = JSON.parse(await readFile(await download.path(), 'utf8')) as { acts: { act: unknown }[] };
  expect(scenario.acts).toMatchObject([{ act: { type: 'request', what: { type: 'halt' } } }]);
  await expect(playground.code).toContainText('npm run -s simulate -- process.ts --scenario waiter-scenario.json');
});
