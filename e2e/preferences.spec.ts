import { expect, type Locator, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const pausable = processText(`export default async function p(context) {
  context.pausable = true;
  context.sendDuration(600);
  context.sendLocation({ step: 1 });
  while (true) { await asyncio.sleep(0.2); await context.checkpoint(); }
}`);

const surface = (locator: Locator): Promise<string> => locator.evaluate((element) => getComputedStyle(element).backgroundColor);
/** Of the edge of an element, or of the ring around it; empty: nothing is drawn. */
const edge = (locator: Locator, what: 'border' | 'outline'): Promise<string> =>
  locator.evaluate((element, what) => {
    const style = getComputedStyle(element);
    const [width, line, colour] =
      what === 'border'
        ? [style.borderTopWidth, style.borderTopStyle, style.borderTopColor]
        : [style.outlineWidth, style.outlineStyle, style.outlineColor];
    return width === '0px' || line === 'none' || /^rgba\(.*, 0\)$/.test(colour) ? '' : colour;
  }, what);

test('with the colours of a person, what is chosen, on, off and has the focus can be told apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const playground = await Playground.open(page, { process: pausable });
  await playground.run();
  await playground.reaches('Running');
  expect(await edge(playground.state, 'outline')).not.toBe('');

  const tab = (name: string) => playground.code.getByRole('tab', { name });
  expect(await surface(tab('process.ts'))).not.toBe(await surface(tab('data.yaml')));
  const speed = (name: string) => playground.timeline.locator('label').filter({ hasText: name });
  expect(await surface(speed('1×').first())).not.toBe(await surface(speed('Max')));
  const table = playground.timeline.getByRole('button', { name: 'Table', exact: true });
  const off = await surface(table);
  await table.click();
  expect(await surface(table)).not.toBe(off);

  // Buttons have an edge; one that does nothing now has another than one that does.
  const pause = playground.button('Pause');
  expect(await edge(pause, 'border')).not.toBe('');
  await playground.tabTo('Pause');
  expect(await edge(pause, 'outline')).not.toBe('');
  await page.keyboard.press('Enter');
  await playground.reaches('Paused');
  await playground.press('Halt');
  await playground.reaches('Halted');
  const halt = playground.button('Halt');
  await expect(halt).toHaveAttribute('aria-disabled', 'true');
  expect(await edge(halt, 'border')).not.toBe(await edge(playground.button('Run'), 'border'));

  // The entry of a menu that has the focus.
  await playground.button('Default bench').click();
  const entry = page.getByRole('menuitem').and(page.locator(':focus'));
  expect(await edge(entry, 'outline')).not.toBe('');
});

test('with reduced motion nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const playground = await Playground.open(page, {
    process: `import * as asyncio from 'asyncio';
import { pump, relays } from 'hardware';
export default async function dose() {
  await relays.valve1.write(true);
  await pump.flow.write('100 µl/min');
  await asyncio.sleep(36000);
}
`,
  });
  // What moves now, and what would when something changes.
  const moving = () =>
    page.evaluate(() => {
      const ready = [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration !== '0s';
      });
      return [...document.getAnimations().map(({ effect }) => (effect as KeyframeEffect).target), ...ready].map((element) =>
        element?.outerHTML.slice(0, 80),
      );
    });
  await playground.button('Default bench').click();
  await page.getByRole('menuitem', { name: /^Microfluidics/ }).click();
  await playground.run();
  await expect(page.getByRole('img', { name: /pushes 100\.0 µl\/min into Channel/ })).toBeVisible();
  await expect(playground.hardware.locator('.flow').first()).toBeAttached();
  expect(await moving()).toEqual([]);
  // The past, with devices that are on their way, and a plot.
  await playground.timeline.getByRole('slider', { name: 'Instant of the run' }).focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('region', { name: 'The past' })).toBeVisible();
  expect(await moving()).toEqual([]);
  await playground.press('Plot of syringe pump');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await moving()).toEqual([]);
});
