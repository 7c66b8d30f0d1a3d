import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from './axe.js';
import { type DocsSite, docsSite } from './docs-site.js';

// The site is built once.
test.describe.configure({ mode: 'default' });
let site: DocsSite;
test.beforeAll(async ({}, { project }) => (site = await docsSite(project.use.baseURL!)));
test.afterAll(() => site.close());

/** An example of the page: before it is run, and its frame afterwards. */
class Example {
  readonly element: Locator;
  readonly frame: FrameLocator;

  constructor(page: Page, name: string) {
    this.element = page.locator(`#playground-${name}`);
    this.frame = this.element.frameLocator('iframe');
  }

  async run(speed?: '100' | 'max'): Promise<void> {
    if (speed) await this.element.getByLabel('Speed').selectOption(speed);
    await this.element.getByRole('button', { name: 'Run', exact: true }).click();
  }

  async press(name: string): Promise<void> {
    await this.frame.getByRole('button', { name, exact: true }).click();
  }

  async reaches(state: string): Promise<void> {
    await expect(this.frame.getByRole('status').first()).toHaveText(state);
  }

  async says(words: string | RegExp): Promise<void> {
    await expect(this.frame.getByRole('region', { name: 'Live example' })).toContainText(words);
  }

  async fill(name: string, value: string, submit: string): Promise<void> {
    await this.press(name);
    const dialog = this.frame.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill(value);
    await dialog.getByRole('button', { name: submit, exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}

/** What the text beside each example promises. */
const promises: Readonly<Record<string, (example: Example) => Promise<void>>> = {
  first: async (example) => {
    await example.run('100');
    await example.reaches('Done');
  },
  locations: async (example) => {
    await example.run();
    await example.says(/wellA[2-4]/);
    await expect(example.frame.getByRole('progressbar')).toBeVisible();
  },
  durations: async (example) => {
    await example.run();
    await example.says(/(1 min|\d+ s) left\s+phasemixing/);
    await example.says(/left\s+phasemixing a cold sample/);
  },
  halting: async (example) => {
    await example.run();
    await example.says('phaseflushing');
    await example.press('Halt');
    await example.reaches('Halting');
    await example.says('phaseclosing');
    await example.reaches('Halted');
  },
  checkpoint: async (example) => {
    await example.run();
    await example.says('cycle1');
    await example.press('Pause');
    await example.reaches('Pausing');
    await example.reaches('Paused');
    await example.press('Resume');
    await example.says('cycle2');
  },
  'long-step': async (example) => {
    await example.run();
    await example.says('phasewarming');
    await example.press('Pause');
    await example.reaches('Paused');
    await example.says(/phaseoff.*Thermostat.*off/s);
    await example.press('Resume');
    await example.says('phasewarming');
  },
  jumping: async (example) => {
    await example.run();
    await example.says('step1');
    await example.fill('Jump', '{step: 4}', 'Request jump');
    await example.says('step4');
  },
  swapping: async (example) => {
    await example.run();
    await example.says('total2 min');
    await example.fill('Swap data', '4', 'Request swap');
    await example.says(/[23] min( \d+ s)? left\s+total4 min/);
  },
  messages: async (example) => {
    await example.run();
    await example.says('rpm100');
    await example.fill('Send message', '400', 'Send');
    await example.says('rpm400');
    await example.fill('Send message', '0', 'Send');
    await example.reaches('Done');
  },
  http: async (example) => {
    await example.run();
    await example.reaches('Done');
    await example.says('Culture 42');
  },
};

test('each of the ten examples of the documentation goes live and does what its text says', async ({ page }) => {
  test.setTimeout(120_000);
  const problems: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(site.address);
  await expect(page.locator('process-playground')).toHaveCount(10);
  for (const [name, keepsItsPromise] of Object.entries(promises)) {
    await test.step(name, async () => {
      await keepsItsPromise(new Example(page, name));
      // One runtime is alive at a time.
      expect(await page.locator('process-playground iframe').count()).toBeLessThanOrEqual(1);
    });
  }
  expect(problems).toEqual([]);
});

test('before anything runs, each example shows its code and the recorded moment, and nobody has asked for a runtime', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(site.address);
  const paused = page.locator('#playground-checkpoint');
  await expect(paused).toContainText('Paused');
  await expect(paused).toContainText('cycle');
  await expect(page.locator('#playground-long-step')).toContainText('1 min left');
  // The scripts of the element, and no frame.
  const further = asked.filter((path) => !['/', '/assets/site.css'].includes(path));
  expect(further).toContain('/embed/v1/process-playground.js');
  expect(further.filter((path) => !/^\/embed\/v1\/[a-z-]+\.js$/.test(path))).toEqual([]);
});

test('the documentation has nothing that axe finds, and fits on a phone', async ({ page }) => {
  await page.goto(site.address);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toHaveCount(10);
  await expectNoViolations(page, 'the documentation');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Jumping' }).click();
  await expect(page.getByRole('heading', { name: 'Jumping' })).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the code is readable, with the recorded run as a picture', async ({ page }) => {
    await page.goto(site.address);
    const example = page.locator('#playground-checkpoint');
    await expect(example.getByText('await context.checkpoint();')).toBeVisible();
    const run = example.getByRole('img', { name: 'The recorded run takes 40 s and ends as Done.' });
    await expect(run).toBeVisible();
    await expect(run.getByText('Pausing')).toBeVisible();
    await expect(page.getByRole('img')).toHaveCount(10);
  });
});
