import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Playground } from './playground.js';

/** Code with the modules and the services imported on its first line. */
function processText(code: string): string {
  return `import * as am from 'automancer'; import * as asyncio from 'asyncio'; import { files, web, mail, blocking } from 'hardware';\n${code}`;
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

test('a request is opened in the list, by keyboard as well, with headers and bodies of both sides, as text', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
      await web.fetch('http://lab.example/results', { method: 'POST', headers: { 'X-Run': '7' }, body: '<b>x</b>' });
      try { await web.fetch('http://down.example/'); } catch {}
    }`),
  });
  await playground.run();
  await playground.reaches('Done');
  const requests = playground.hardware.getByRole('list', { name: 'Requests' });
  const [failed, posted] = [requests.locator('li.request').nth(0), requests.locator('li.request').nth(1)];
  await posted.getByText('Headers and body').focus();
  await page.keyboard.press('Enter');
  await expect(posted.getByRole('group', { name: 'Request', exact: true })).toContainText('x-run: 7');
  await expect(posted.getByRole('group', { name: 'Request', exact: true })).toContainText('<b>x</b>');
  await expect(posted.getByRole('group', { name: 'Answer' })).toContainText('content-type: application/json');
  await expect(posted.getByRole('group', { name: 'Answer' })).toContainText('"accepted":true');
  await failed.getByText('Headers and body').click();
  await expect(failed.getByRole('group', { name: 'Answer' })).toContainText('There is no answer.');
  const { violations } = await new AxeBuilder({ page }).include('.hardware').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await posted.getByText('Headers and body').click();
  await expect(posted.getByRole('group', { name: 'Answer' })).toBeHidden();
});

test('mails are in the mailbox as text, with what was said on the connection', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
      const session = await mail.connect('mail.lab.example');
      await session.login('robot', 'secret');
      await session.send({ from: 'robot@lab.example', to: 'ada@lab.example', subject: 'Plates <b>done</b>', text: '<img src=x onerror=alert(1)>' });
      await session.quit();
    }`),
  });
  await playground.run();
  await playground.reaches('Done');
  await expect(playground.hardware).toContainText('1 taken');
  await playground.hardware.getByRole('list', { name: 'Mailbox' }).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Plates <b>done</b>');
  await expect(dialog.getByRole('region', { name: 'Text of the mail' })).toHaveText('<img src=x onerror=alert(1)>');
  await expect(dialog.getByRole('region', { name: 'Transcript' })).toContainText('C: RCPT TO:<ada@lab.example>');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await playground.hardware.getByText('Connections', { exact: true }).click();
  await playground.hardware.getByRole('button', { name: '1: mail.lab.example' }).click();
  await expect(dialog.getByRole('region', { name: 'Transcript' })).toContainText('S: 221 Bye');
});

test('a wrong password is a fault of the mail card, and the process says so', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
      await context.receive();
      const session = await mail.connect('mail.lab.example');
      await session.login('robot', 'secret');
    }`),
  });
  await playground.run();
  await playground.reaches('Running');
  await playground.hardware.getByRole('button', { name: 'Mail: Faults' }).click();
  await page.getByRole('menuitem', { name: /Refuse the password/ }).click();
  await expect(playground.hardware).toContainText('Refuse the password, not met yet');
  await playground.press('Send message');
  await page.getByRole('dialog').getByRole('textbox').fill('1');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await playground.reaches('Failed');
  await expect(playground.process).toContainText('535 Authentication credentials invalid');
  await expect(playground.hardware).toContainText('Refuse the password, met 2 times');
  await playground.press('End refuse the password of mail');
  await expect(playground.hardware).not.toContainText('Refuse the password, met');
  await expect(playground.hardware.getByRole('button', { name: 'Mail: Faults' })).toBeFocused();
});

for (const [scheme, width, height] of [
  ['light', 390, 844],
  ['dark', 1440, 900],
] as const) {
  test(`the services have no violations at ${width} × ${height}, ${scheme}, with faults that are on, and fit the width`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    const playground = await Playground.open(page, {
      process: processText(`export default async function p(context) {
        await files.write('a/very/long/path/of/a/file/that/does/not/fit/into/one/line.csv', 'a,b\\n');
        await web.fetch('http://lab.example/');
        try { await web.fetch('http://down.example/'); } catch {}
        const session = await mail.connect('mail.lab.example');
        await session.login('robot', 'secret');
        await session.send({ from: 'robot@lab.example', to: 'ada@lab.example', subject: 'Done' });
        await context.receive();
      }`),
    });
    await playground.run();
    if (width < 720) await page.getByRole('tab', { name: 'Hardware', exact: true }).click();
    await expect(playground.hardware).toContainText('1 taken');
    // By the keyboard alone.
    await playground.hardware.getByRole('button', { name: 'Mail: Faults' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: /Refuse connections/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(playground.hardware).toContainText('Refuse connections, not met yet');
    await playground.hardware.getByText('Addresses of the simulated network').click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    expect(
      await playground.hardware.evaluate((pane) =>
        [...pane.querySelectorAll('*')].some((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto'),
      ),
    ).toBe(false);
  });
}
