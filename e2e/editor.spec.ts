import { expect, type Page, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const code = processText(`export default async function p(context: am.ProcessContext) {
  context.pausable = true;
  await context.wait(asyncio.sleep(30));
}
`);
const stored = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('process-playground.texts') ?? 'null')?.texts.process as string);
const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();
const fullEditor = (page: Page) => page.locator('[data-editor="full"]').waitFor({ timeout: 20_000 });
const typesChecked = (page: Page) => expect(page.getByText(/types OK|type problem/)).toBeVisible({ timeout: 20_000 });

/** A place on the screen inside a word of the code. */
async function wordOnScreen(page: Page, word: string): Promise<{ x: number; y: number }> {
  const box = await page
    .locator('.view-line span')
    .filter({ hasText: word, hasNot: page.locator('span') })
    .first()
    .boundingBox();
  if (!box) throw new Error(`${word} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('what is typed while Monaco is on its way is not lost, and can be undone to the start', async ({ page }) => {
  await page.addInitScript((text) => localStorage.setItem('process-playground.texts', text), '');
  // The page is slow to come, so that keys fall on every stage of it.
  await page.route(/\/assets\/(page|monaco|editor)/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'commit' });
  await page.locator('textarea').focus();
  let expected = '';
  const full = page.locator('[data-editor="full"]');
  for (let count = 0; !(await full.isVisible()) || count < 20; count++) {
    expected += `//${count} `;
    await page.keyboard.type(`//${count} `);
    // Monaco waits for a pause in typing: it is given one now and then, until it has come.
    if (count % 5 === 4) await full.waitFor({ timeout: 400 }).catch(() => undefined);
    expect(count).toBeLessThan(200);
  }
  await page.keyboard.type('end ');
  await saved(page);
  expect((await stored(page)).slice(0, expected.length + 4)).toBe(`${expected}end `);
  for (let step = 0; step < 300 && (await stored(page)).startsWith('//'); step++) {
    for (let press = 0; press < 20; press++) await page.keyboard.press('Control+z');
    await saved(page);
  }
  expect(await stored(page)).toMatch(/^import \* as am/);
});

test('the take-over moves nothing on the screen and keeps the selection', async ({ page }) => {
  let letMonacoCome = (): void => undefined;
  const looked = new Promise<void>((resolve) => (letMonacoCome = resolve));
  await page.route(/\/assets\/monaco/, async (route) => {
    await looked;
    await route.continue();
  });
  await Playground.open(page, { process: code });
  const place = () =>
    page.locator('[data-editor]').evaluate((area) => {
      const root = area.querySelector('.view-lines, .light pre');
      const walker = document.createTreeWalker(root ?? area, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf('pausable') ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 8);
        const { left, top, width } = range.getBoundingClientRect();
        return [left, top, width].map((value) => Math.round(value * 10) / 10);
      }
      return [];
    });
  await page.locator('[data-editor="light"] textarea').evaluate((area: HTMLTextAreaElement) => {
    area.focus();
    const start = area.value.indexOf('pausable');
    area.setSelectionRange(start, start + 8);
  });
  const before = await place();
  expect(before).toHaveLength(3);
  letMonacoCome();
  await fullEditor(page);
  expect(await place()).toEqual(before);
  await page.keyboard.type('busy');
  await saved(page);
  expect(await stored(page)).toBe(code.replace('pausable', 'busy'));
});

test('hover explains, completion proposes, and find finds', async ({ page }) => {
  await Playground.open(page, { process: code });
  await fullEditor(page);
  await typesChecked(page);
  const { x, y } = await wordOnScreen(page, 'sleep');
  await page.mouse.move(x, y);
  await expect(page.locator('.monaco-hover:visible')).toContainText('Future', { timeout: 15_000 });
  await page.mouse.click(x, y);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('context.sendLo');
  await expect(page.locator('.suggest-widget')).toContainText('sendLocation', { timeout: 15_000 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await expect(page.locator('.find-widget')).toBeVisible();
});

test('the data tab has its own text and undo; Format keeps its comments', async ({ page }) => {
  const playground = await Playground.open(page, { process: code, data: 'time:    5 s   # soon\n' });
  await fullEditor(page);
  await page.getByRole('tab', { name: 'data.yaml' }).click();
  await playground.button('Text').click();
  await page.getByRole('menuitem', { name: /^Format/ }).click();
  const data = () => page.evaluate(() => JSON.parse(localStorage.getItem('process-playground.texts') ?? '')?.texts.data as string);
  await expect.poll(data).toBe('time: 5 s # soon\n');
  await page.keyboard.press('Control+z');
  await expect.poll(data).toBe('time:    5 s   # soon\n');
  expect(await stored(page)).toBe(code);
});

test('Format lays the code out anew, as one step', async ({ page }) => {
  const ugly = code.replace('  context.pausable', '        context.pausable');
  await Playground.open(page, { process: ugly });
  await fullEditor(page);
  await typesChecked(page);
  const { x, y } = await wordOnScreen(page, 'pausable');
  await page.mouse.click(x, y);
  await page.keyboard.press('Shift+Alt+F');
  await expect.poll(() => stored(page)).toBe(code);
  await page.keyboard.press('Control+z');
  await expect.poll(() => stored(page)).toBe(ugly);
});

test('the text survives a reload; Reset goes back to the example, and Undo back again', async ({ page }) => {
  const playground = await Playground.open(page);
  await fullEditor(page);
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// mine');
  await page.reload();
  await expect(playground.code).toContainText('// mine');
  await fullEditor(page);
  await playground.button('Text').click();
  await page.getByRole('menuitem', { name: /^Reset/ }).click();
  await expect.poll(() => stored(page)).not.toContain('// mine');
  await playground.button('Undo').click();
  await expect.poll(() => stored(page)).toContain('// mine');
});

test('a local file is opened by choosing and by dropping; what cannot be opened is refused with a reason', async ({ page }) => {
  const playground = await Playground.open(page, { process: code });
  await fullEditor(page);
  const choose = async (name: string, content: string) => {
    await page.getByLabel('Open a local file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  };
  await choose('mine.ts', '// from my disk\n');
  await expect(playground.code).toContainText('Opened “mine.ts”.');
  await expect.poll(() => stored(page)).toBe('// from my disk\n');
  await choose('notes.txt', 'x');
  await expect(playground.code).toContainText('“notes.txt” was not opened');

  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['// dropped\n'], 'dropped.ts'));
    return transfer;
  });
  const target = page.locator('.monaco-editor').first();
  await target.dispatchEvent('dragover', { dataTransfer: files });
  await expect(page.getByText('to open it here')).toBeVisible();
  await target.dispatchEvent('drop', { dataTransfer: files });
  await expect.poll(() => stored(page)).toBe('// dropped\n');
});

test('Save file saves the text in front', async ({ page }) => {
  const playground = await Playground.open(page, { process: code });
  await playground.button('Text').click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^Save file/ }).click();
  expect((await download).suggestedFilename()).toBe('process.ts');
});

for (const stage of ['light', 'full'] as const) {
  test(`the keyboard gets out of the ${stage} editor`, async ({ page }) => {
    if (stage === 'light') await page.route(/\/assets\/monaco/, (route) => route.abort());
    await Playground.open(page, { process: code });
    await page.locator(`[data-editor="${stage}"]`).waitFor({ timeout: 20_000 });
    const inside = () => page.locator('[data-editor]').evaluate((area) => area.contains(document.activeElement));
    await page
      .locator(stage === 'light' ? 'textarea' : '.monaco-editor')
      .first()
      .click();
    await page.keyboard.press('Tab');
    expect(await inside()).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByText('Tab leaves the editor now.')).toBeVisible();
    await page.keyboard.press('Tab');
    expect(await inside()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await inside()).toBe(true);
    await page.keyboard.press('Control+m');
    await page.keyboard.press('Tab');
    expect(await inside()).toBe(false);
  });

  test(`the ${stage} editor marks where the process waits, and the mark follows its text`, async ({ page }) => {
    if (stage === 'light') await page.route(/\/assets\/monaco/, (route) => route.abort());
    const playground = await Playground.open(page, { process: code });
    await page.locator(`[data-editor="${stage}"]`).waitFor({ timeout: 20_000 });
    await page
      .locator(stage === 'light' ? 'textarea' : '.monaco-editor')
      .first()
      .click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Enter');
    await playground.reaches('Running');
    const note = playground.code.getByText(/^waiting · sleep 30 s · 00:0\d$/);
    await expect(note).toBeVisible();
    await expect(playground.code.locator('.live-line.innermost')).toHaveCount(1);
    const before = await note.boundingBox();
    await page.keyboard.type('\n');
    await expect.poll(async () => Math.round(((await note.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBe(20);
    await playground.press('Halt');
    await expect(note).toBeHidden();
  });
}

test('the first problem is one click away', async ({ page }) => {
  const playground = await Playground.open(page, { process: `${code}\nconst text: string = 5;\n` });
  await fullEditor(page);
  await playground.button('1 problem').click({ timeout: 20_000 });
  await expect(page.getByText('Line 7, Col 7')).toBeVisible();
});

const longLine = processText(`export default async function p() {
  ${'// filler\n  '.repeat(60)}
  await asyncio.sleep(3600); /* ${'a long line '.repeat(30)} */
}
`);

test('what the process waits for is told in sight, also beside a line that reaches out of it', async ({ page }) => {
  const playground = await Playground.open(page, { process: longLine });
  await fullEditor(page);
  await playground.run();
  const note = playground.code.getByText(/^waiting · sleep 1 h · \d\d:\d\d$/);
  await expect(note).toBeInViewport({ ratio: 1 });
  await expect
    .poll(async () => {
      const [inner, outer] = [await note.boundingBox(), await playground.code.boundingBox()];
      return inner !== null && outer !== null && inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
    })
    .toBe(true);
});

test('the line that failed comes in sight, and the focus stays where it is', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function p() {
  await asyncio.sleep(1);
  ${'// filler\n  '.repeat(120)}
  throw new am.ProcessFailureError('The syringe is stuck.');
}`),
  });
  await fullEditor(page);
  await playground.run();
  await playground.reaches('Failed');
  await expect(playground.code.getByText('ProcessFailureError')).toBeInViewport();
  await playground.focusIsOn('Run');
});
