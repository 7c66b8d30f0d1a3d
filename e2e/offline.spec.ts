import { expect, type Page, test } from '@playwright/test';
import { KeptSite } from './kept-site.js';
import { Playground } from './playground.js';

/** A first visit, until the browser has the whole page. */
async function visit(page: Page, site: KeptSite): Promise<Playground> {
  await page.addInitScript(() => localStorage.setItem('process-playground.offline', 'true'));
  await page.goto(site.address, { waitUntil: 'commit' });
  const playground = new Playground(page);
  await expect(playground.button('Run')).toBeVisible();
  await page.locator('[data-editor="full"]').waitFor({ timeout: 30_000 });
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 320);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return playground;
}

test('after the first visit the page works without a network: it runs a process, and has its editor and its examples', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const site = await KeptSite.start();
  const playground = await visit(page, site);
  await site.stop();
  await context.setOffline(true);

  await page.goto(`${site.address}#/examples/steps`, { waitUntil: 'commit' });
  await page.reload({ waitUntil: 'commit' });
  await expect(playground.button('Run')).toBeVisible();
  await page.locator('[data-editor="full"]').waitFor({ timeout: 30_000 });
  await expect(page.getByText(/types OK/)).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => (location.hash = '#/examples/swapping'));
  await expect(page.getByRole('button', { name: /^Examples · (?!Timer)/ })).toBeVisible();
  await page.evaluate(() => (location.hash = '#/lessons/data-and-quantities'));
  await expect(page.getByRole('region', { name: 'Lesson' })).toBeVisible();
  await page.evaluate(() => (location.hash = '#/examples/timer'));
  await expect(page.getByRole('button', { name: 'Examples · Timer', exact: true })).toBeVisible();
  await playground.run();
  await playground.reaches('Running');
  await playground.press('Halt');
  await playground.reaches('Halted');
});

test('a server that is gone is no worse than no network', async ({ page }) => {
  test.setTimeout(120_000);
  const site = await KeptSite.start();
  const playground = await visit(page, site);
  await site.stop();
  await page.reload({ waitUntil: 'commit' });
  await expect(playground.button('Run')).toBeVisible();
  await playground.run();
  await expect(playground.state).toHaveText('Running', { timeout: 30_000 });
});

test('a newer version is told, comes when somebody asks for it, and what was written stays', async ({ page }) => {
  test.setTimeout(120_000);
  const site = await KeptSite.start();
  const playground = await visit(page, site);
  await page.locator('.view-line').first().click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// mine');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByText('A newer version of the playground is there.')).toHaveCount(0);
  site.publish('The newer one');
  // The old one is shown, and looks for a newer one.
  await page.reload({ waitUntil: 'commit' });
  await expect(playground.button('Run')).toBeVisible();
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 320);
  await expect(page.getByText('A newer version of the playground is there.')).toBeVisible({ timeout: 30_000 });
  const description = page.locator('meta[name="description"]');
  await expect(description).not.toHaveAttribute('content', 'The newer one');
  await expect(playground.code).toContainText('// mine');
  await playground.press('Reload');
  await expect(description).toHaveAttribute('content', 'The newer one');
  await expect(playground.code).toContainText('// mine');
  await expect(page.getByText('A newer version of the playground is there.')).toHaveCount(0);
  await site.stop();
});

test('the page can be installed, and keeps nothing where a program has not asked for it', async ({ page }) => {
  await Playground.open(page);
  const manifest = await page.evaluate(async () => {
    const response = await fetch(document.querySelector<HTMLLinkElement>('link[rel="manifest"]')!.href);
    return (await response.json()) as { name: string; start_url: string; icons: { src: string }[] };
  });
  expect(manifest).toMatchObject({ name: 'Process Playground', start_url: './' });
  for (const { src } of manifest.icons) expect((await page.request.get(src)).ok()).toBe(true);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
