import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Shared, writeLink } from '../model/files/link.js';
import { expectNoViolations } from './axe.js';
import { Playground } from './playground.js';

/** Opens the page at an address of its own. */
async function openAt(page: Page, hash: string): Promise<Playground> {
  await page.goto(`./${hash}`, { waitUntil: 'commit' });
  const playground = new Playground(page);
  await expect(playground.button('Run')).toBeVisible();
  return playground;
}

/** The example that the texts came from, as the top bar tells it. */
const example = (page: Page, title: string): Locator => page.getByRole('button', { name: `Examples · ${title}`, exact: true });

test('the address of an example opens it, once: a reload shows what was made of it since', async ({ page }) => {
  const playground = await openAt(page, '#/examples/steps');
  await expect(example(page, 'Pausing between steps')).toBeVisible();
  await expect(playground.code).toContainText('Opened the example');
  await expect(page).toHaveURL(/#\/$/);
  await page.locator('[data-editor="full"]').waitFor({ timeout: 20_000 });
  await page.locator('.view-line').first().click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// mine');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(playground.code).toContainText('// mine');
});

test('an address that is changed while the page is there opens what it names, and the texts before come back with Undo', async ({
  page,
}) => {
  const playground = await Playground.open(page);
  await page.evaluate(() => (location.hash = '#/examples/steps'));
  await expect(example(page, 'Pausing between steps')).toBeVisible();
  await playground.press('Undo');
  await expect(example(page, 'Timer')).toBeVisible();
});

for (const [hash, sentence] of [
  ['#/examples/no-such-example', 'There is no example “no-such-example” here'],
  ['#/nonsense', 'The address of the page ends in “#/nonsense”, which opens nothing here'],
  ['#/examples/__proto__', 'which opens nothing here'],
  ['#%%%/../<img src=x>', 'which opens nothing here'],
] as const) {
  test(`an address that opens nothing says so, and changes nothing: ${hash}`, async ({ page }) => {
    await Playground.store(page, 'export default async function mine() {}\n', '');
    const playground = await openAt(page, hash);
    await expect(playground.code).toContainText(sentence);
    await expect(playground.code).toContainText('mine');
    await playground.run();
    await playground.reaches('Done');
  });
}

/** A link to a state, as the page itself makes it. */
const linkTo = (state: Shared): string => `#/link/${writeLink(state)}`;
const process = `import * as asyncio from 'asyncio';

export default async function shared(context) {
  context.pausable = true;
  console.log('it runs');
  await context.wait(asyncio.sleep(60));
}
`;

/** Shares what the page shows; resolves to the link. */
async function share(playground: Playground): Promise<string> {
  await playground.press('Share');
  const dialog = playground.page.getByRole('dialog', { name: 'Share' });
  await expect(dialog).toBeVisible();
  return dialog.getByRole('textbox').inputValue();
}

test('a link brings texts, data, bench, seed and speed to somebody else, stopped and under a notice', async ({ page, context }) => {
  await Playground.store(page, process, '5 min');
  const playground = await Playground.open(page);
  await page.getByLabel('Seed').fill('42');
  await page.getByLabel('Seed').press('Enter');
  await playground.speed('10×');
  const link = await share(playground);
  await expect(page.getByText('short enough for any chat')).toBeVisible();
  expect(link.length).toBeLessThan(1200);

  const other = await context.newPage();
  await other.addInitScript(() => localStorage.clear());
  await other.goto(link, { waitUntil: 'commit' });
  const theirs = new Playground(other);
  await expect(other.getByText('This came from a link, and nothing of it has run.')).toBeVisible();
  await expect(theirs.code).toContainText('async function shared');
  await expect(other).toHaveURL(/#\/$/);
  await expect(other.getByLabel('Seed')).toHaveValue('42');
  await expect(theirs.timeline.getByRole('radio', { name: '10×', exact: true })).toBeChecked();
  await expect(theirs.timeline).not.toContainText('it runs');
  await expect(theirs.process).toContainText('Run');
  await theirs.run();
  await theirs.reaches('Running');
  await expect(other.getByText('This came from a link')).toHaveCount(0);
});

test('the dialog and the notice can be read by everybody, and used with the keyboard alone', async ({ page }) => {
  const playground = await openAt(page, linkTo({ texts: { process } }));
  await expect(page.getByText('This came from a link')).toBeVisible();
  await expectNoViolations(page, 'the notice');
  await playground.tabTo('Share');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Share' }).getByRole('textbox')).toBeVisible();
  await expectNoViolations(page, 'the dialog');
  await page.keyboard.press('Escape');
  await playground.focusIsOn('Share');
});

test('the link to a lesson that was not changed is its address', async ({ page }) => {
  const playground = await openAt(page, '#/lessons/data-and-quantities');
  await expect(page.getByRole('region', { name: 'Lesson' })).toBeVisible();
  expect(await share(playground)).toMatch(/#\/lessons\/data-and-quantities$/);
});

test('a link with a run replays it only when somebody asks for that', async ({ page }) => {
  const acts = [{ at: 2_000_000, act: { type: 'request', what: { type: 'halt' } } }] as const;
  const playground = await openAt(page, linkTo({ texts: { process }, run: { acts, end: 3_000_000 }, speed: 'max' }));
  await expect(page.getByText('This came from a link')).toBeVisible();
  await expect(playground.code).toContainText('async function shared');
  await playground.press('Replay its run');
  await playground.reaches('Halted');
  await expect(page.getByText('This came from a link')).toHaveCount(0);
});

test('the texts before a link come back with Undo', async ({ page }) => {
  await Playground.store(page, 'export default async function mine() {}\n', '');
  const playground = await openAt(page, linkTo({ texts: { process } }));
  await expect(playground.code).toContainText('async function shared');
  await playground.press('Undo');
  await expect(playground.code).toContainText('mine');
  await expect(page.getByText('This came from a link')).toHaveCount(0);
});

test('the link to an example that was not changed is its address', async ({ page }) => {
  const playground = await openAt(page, '#/examples/steps');
  await expect(example(page, 'Pausing between steps')).toBeVisible();
  expect(await share(playground)).toMatch(/#\/examples\/steps$/);
});

test('a link is copied, and selected where the browser does not let the page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await Playground.open(page);
  const link = await share(playground);
  await playground.press('Copy link');
  await expect(page.getByText('The link was copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await playground.press('Copy as Markdown');
  await expect(page.getByText('copied as Markdown')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`[Timer](${link})`);
  await playground.press('Embed code');
  await expect(page.getByText('The code was copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /embed\/v1\/process-playground\.js" defer>[^]*<process-playground bench="default">/,
  );
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await playground.press('Copy link');
  await expect(page.getByText('the text is selected')).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(link);
});

test('what is too long for a link is saved as a file, which opens under the same notice', async ({ page }) => {
  const noise = Array.from({ length: 9000 }, (_, index) => ((index * 2654435761) >>> 0).toString(36)).join(' ');
  await Playground.store(page, `${process}// ${noise}\n`, '');
  const playground = await Playground.open(page);
  await share(playground);
  await expect(page.getByText('more than the address bar of a browser takes')).toBeVisible();
  const download = page.waitForEvent('download');
  await playground.press('Save as file');
  const file = await (await download).path();
  await playground.press('Close');
  await page.getByLabel('Open a local file').setInputFiles({
    name: 'their.json',
    mimeType: 'application/json',
    buffer: await readFile(file),
  });
  await expect(page.getByText('This came from a file, and nothing of it has run.')).toBeVisible();
  await expect(playground.code).toContainText('async function shared');
});

for (const [what, hash, sentence] of [
  ['damaged', linkTo({ texts: { process } }).slice(0, -3), 'This link is damaged'],
  ['of a newer version', '#/link/7.abc', 'made by a newer version of the playground'],
  ['of an example that there is not', linkTo({ example: 'no-such-example' }), 'which this page does not have'],
  ['with wrong types', linkTo({ texts: { process: 5 as unknown as string } }), 'texts.process'],
  ['endlessly long', `#/link/1.${'A'.repeat(500_000)}`, 'more than a playground can'],
] as const) {
  test(`a link that is ${what} says so, and what stands here stays`, async ({ page }) => {
    await Playground.store(page, 'export default async function mine() {}\n', '');
    const playground = await openAt(page, hash);
    await expect(playground.code).toContainText(sentence);
    await expect(playground.code).toContainText('mine');
    expect(await page.evaluate(() => localStorage.getItem('process-playground.texts'))).toContain('mine');
    await playground.run();
    await playground.reaches('Done');
  });
}
