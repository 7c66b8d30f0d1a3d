// npm run screenshot: builds the page and takes the picture of the README from it, in a real browser.
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser } from './parts/browser/ensure-browser.mjs';
import { freePort } from './parts/free-port.mjs';
import { main } from './parts/problem.mjs';
import { inProject } from './parts/project.mjs';

await main(async () => {
  const { executablePath, environment } = await ensureBrowser();
  await build({ logLevel: 'warn' });
  const server = await preview({ preview: { port: await freePort(5490), strictPort: true, host: '127.0.0.1' } });
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...environment },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
    const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await button('Examples · Timer').click();
    await page.getByRole('menuitem', { name: /^Incubation/ }).click();
    await page.getByRole('radio', { name: '100×' }).check({ force: true });
    await button('Run').click();
    await page.getByRole('region', { name: 'Process', exact: true }).getByText('hold').waitFor();
    await button('Pause').click();
    await page.getByRole('status').getByText('Paused').waitFor();
    await page
      .getByText(/paused \d/)
      .first()
      .waitFor();
    await page.screenshot({ path: inProject('docs', 'screenshot.png') });
  } finally {
    await browser.close();
    await server.close();
  }
});
