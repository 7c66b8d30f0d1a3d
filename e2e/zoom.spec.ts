import { expect, type Locator, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

/** 1440 × 900 with a zoom of 400 %. */
const viewport = { width: 360, height: 225 } as const;

const waiting = processText(`export default async function p(context) {
  context.pausable = true;
  context.sendDuration(600);
  context.sendLocation({ step: 1, lid: true });
  context.sendWarning(new am.GenericDiagnostic('low'));
  await context.receive();
}`);

/** The names of the controls that cannot be brought wholly into sight by scrolling, or are covered there. */
function outOfReach(part: Locator): Promise<string[]> {
  return part.evaluate((root) => {
    /** What is hidden there can be scrolled to by a script only, not by a person. */
    const cutOff = (element: Element): boolean => {
      for (let outer = element.parentElement; outer !== null && outer !== document.documentElement; outer = outer.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(outer);
        const [across, down] = [outer.scrollLeft > 1 && overflowX === 'hidden', outer.scrollTop > 1 && overflowY === 'hidden'];
        outer.scrollTo(across ? 0 : outer.scrollLeft, down ? 0 : outer.scrollTop);
        if (across || down) return true;
      }
      return false;
    };
    const found: string[] = [];
    for (const control of root.querySelectorAll<HTMLElement>('button, input, select, summary')) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('[data-editor] .full') !== null) continue;
      control.scrollIntoView({ block: 'center', inline: 'nearest' });
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const inSight = left > -1 && right < innerWidth + 1 && top > -1 && bottom < innerHeight + 1;
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (cutOff(control) || !inSight || hit === null || !(control.contains(hit) || hit.contains(control)))
        found.push(`${control.ariaLabel ?? control.textContent.trim()} at ${[left, top, right, bottom].map(Math.round).join(' ')}`);
    }
    return found;
  });
}

test('with a zoom of 400 % all of the page is in reach, and nothing has to be scrolled sideways', async ({ page }) => {
  await page.setViewportSize(viewport);
  const playground = await Playground.open(page, { process: waiting });
  await playground.run();
  for (const tab of ['Code', 'Process', 'Hardware', 'Timeline']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    const pane = page.getByRole('region', { name: tab, exact: true });
    await expect(pane).toBeVisible();
    if (tab === 'Hardware') await expect(pane.getByText('Thermostat').first()).toBeVisible();
    if (tab === 'Timeline') await expect(pane.getByRole('slider', { name: 'Instant of the run' })).toBeVisible();
    expect(await outOfReach(page.locator('body')), tab).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBe(viewport.width);
  }
  await page.getByRole('button', { name: 'Operator view' }).click();
  await expect(page.getByRole('region', { name: 'Operator' })).toBeVisible();
  expect(await outOfReach(page.locator('body')), 'Operator view').toEqual([]);
});

test('with a zoom of 400 % all of a dialog is in reach', async ({ page }) => {
  await page.setViewportSize(viewport);
  const playground = await Playground.open(page, { process: waiting });
  await playground.run();
  await page.getByRole('tab', { name: 'Process', exact: true }).click();
  await playground.reaches('Running');
  for (const [tab, opener] of [
    ['Process', 'Commands'],
    ['Process', 'Help'],
    ['Process', 'Send message'],
    ['Hardware', 'Add fault to thermostat'],
    ['Hardware', 'Plot of thermostat'],
  ] as const) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await playground.press(opener);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('button').first()).toBeVisible();
    expect(await outOfReach(dialog), opener).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});
