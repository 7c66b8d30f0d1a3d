import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Playground } from './playground.js';

/** Code with the modules and the services imported on its first line. */
function processText(code: string): string {
  return `import * as am from 'automancer'; import * as asyncio from 'asyncio'; import { files, web, blocking } from 'hardware';\n${code}`;
}

/** The smallest picture there is: one pixel (PNG, 67 bytes). */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const writing = processText(`export default async function p(context) {
  await files.write('runs/results.csv', 'time,"note, long"\\n0,36.9\\n');
  await files.write('notes.txt', 'plain <b>text</b>');
  await files.write('data.json', '{"a":[1,2]}');
  await files.write('pixel.png', Uint8Array.from(atob('${pixel}'), (one) => one.charCodeAt(0)));
  context.sendEffect(new am.FileCreatedEffect('runs/results.csv'));
  context.sendEffect(new am.FileCreatedEffect('nowhere.txt'));
}`);

test('files that a process writes are listed, shown by what they hold, and downloaded', async ({ page }) => {
  const playground = await Playground.open(page, { process: writing });
  await playground.run();
  await playground.reaches('Done');
  const files = playground.hardware.getByRole('list', { name: 'Files of the run' });
  await expect(files.getByRole('button')).toHaveText(['data.json', 'notes.txt', 'pixel.png', 'runs/results.csv']);
  const dialog = page.getByRole('dialog');
  const content = dialog.getByRole('region', { name: 'Content' });
  const look = async (name: string): Promise<void> => {
    await files.getByRole('button', { name, exact: true }).click();
    await expect(dialog.getByRole('heading')).toHaveText(name);
  };

  await look('runs/results.csv');
  await expect(content.getByRole('columnheader')).toHaveText(['time', 'note, long']);
  await expect(content.getByRole('cell')).toHaveText(['0', '36.9']);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('results.csv');
  expect(readFileSync(await saved.path(), 'utf8')).toBe('time,"note, long"\n0,36.9\n');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(files.getByRole('button', { name: 'runs/results.csv' })).toBeFocused();

  await look('notes.txt');
  await expect(content).toHaveText('plain <b>text</b>');
  await page.keyboard.press('Escape');
  await look('data.json');
  await expect(content).toContainText('"a": [');
  await page.keyboard.press('Escape');
  await look('pixel.png');
  await expect(content.getByRole('img')).toHaveJSProperty('naturalWidth', 1);
});

test('an effect opens the file that it tells of, or says that there is none', async ({ page }) => {
  const playground = await Playground.open(page, { process: writing });
  await playground.run();
  await playground.reaches('Done');
  const dialog = page.getByRole('dialog');
  await playground.press('Open runs/results.csv');
  await expect(dialog.getByRole('cell')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await playground.press('Open nowhere.txt');
  await expect(dialog).toContainText('There is no such file in the simulation.');
});

test('requests are listed with what came of them, and a fault from the card is met', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
      context.sendLocation({ before: (await web.fetch('http://lab.example/')).status });
      await context.receive();
      context.sendLocation({ after: (await web.fetch('http://lab.example/old')).status });
      await context.wait(web.fetch('http://lab.example/silent', { timeout: 3600 }));
    }`),
  });
  await playground.run();
  const requests = playground.hardware.getByRole('list', { name: 'Requests' });
  await expect(requests.getByRole('listitem')).toHaveText([/GET http:\/\/lab\.example\/.*200 after 100 ms/]);
  await playground.hardware.getByRole('button', { name: 'Web: Faults' }).click();
  await page.getByRole('menuitem', { name: /Answer 503/ }).click();
  await expect(playground.hardware).toContainText('Answer 503, 3 times more');
  await playground.press('Send message');
  await page.getByRole('dialog').getByRole('textbox').fill('1');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(playground.hardware).toContainText('Answer 503, 2 times more');
  await expect(playground.hardware).toContainText('3 started · 1 under way');
  await playground.press('Halt');
  await playground.reaches('Halted');
  await expect(requests.getByRole('listitem').first()).toContainText(/silent.*aborted after/);
  await expect(playground.hardware).toContainText('3 started · 1 aborted');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
