import { expect, test } from '@playwright/test';
import { expectNoViolations } from './axe.js';
import { counting, HostPage, playground } from './embed-host.js';

const app = (baseURL: string | undefined): string => baseURL ?? '';

test('shows code and a recorded state, and nothing of the playground until somebody presses Run', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const recorded = { state: 'Paused', line: 11, left: '32 s left', progress: 0.6, location: [['index', '5']] };
  const script = `<script type="application/json">${JSON.stringify(recorded)}</script>`;
  const host = await HostPage.open(page, app(baseURL), playground('a', 'speed="10"', counting, script));
  const example = host.example('a');
  await expect(example.element.getByText('Paused')).toBeVisible();
  await expect(example.element.getByText('32 s left')).toBeVisible();
  await expect(example.element.locator('.line.at')).toHaveText('    await context.checkpoint();');
  await expect(example.element.locator('.keyword').first()).toHaveText('import');
  await expect(example.element.getByRole('textbox')).toBeVisible();
  expect(asked.filter((url) => url.startsWith(app(baseURL))).map((url) => url.slice(app(baseURL).length))).toEqual([
    'embed/v1/process-playground.js',
    'embed/v1/live.js',
  ]);

  await example.run();
  await example.reaches('Running');
  await example.frame.getByRole('button', { name: 'Pause' }).click();
  await example.reaches('Paused');
  await expect(example.frame.locator('.live-line')).toContainText('await context.checkpoint()');
  await example.frame.getByRole('button', { name: 'Resume' }).click();
  await example.reaches('Running');
  await example.frame.getByRole('button', { name: 'Halt' }).click();
  await example.reaches('Halted');
  host.close();
});

test('the page around is neither scrolled nor left by the focus, and hears how high the frame is', async ({ page, baseURL }) => {
  const body = `<a id="link" href="#x">A link</a><div class="tall"></div>${playground('a', 'speed="10" autorun')}<div class="tall"></div>`;
  const host = await HostPage.open(page, app(baseURL), body);
  await page.locator('#link').focus();
  await expect(host.example('a').element.getByRole('textbox')).toHaveCount(1);
  expect(await page.evaluate(() => [scrollY, document.activeElement?.id])).toEqual([0, 'link']);
  await expect(host.example('a').iframe).toHaveCount(0);

  // Autorun waits until somebody can see it.
  await page.evaluate(() => scrollTo(0, 2800));
  const example = host.example('a');
  await example.reaches('Running');
  expect(await page.evaluate(() => [scrollY, document.activeElement?.id])).toEqual([2800, 'link']);
  const inside = await example.frame
    .locator('.pg')
    .evaluate((box) => [Math.ceil(box.getBoundingClientRect().height), document.documentElement.scrollHeight]);
  expect(inside[0]).toBe(inside[1]);
  expect(await example.iframe.evaluate((frame) => frame.getBoundingClientRect().height)).toBe(inside[0]);
  host.close();
});

test('the frame takes the place of what was shown, without moving what is below', async ({ page, baseURL }) => {
  for (const mode of ['mini', 'bench']) {
    const host = await HostPage.open(page, app(baseURL), `${playground('a', `speed="10" mode="${mode}"`)}<p id="below">Below.</p>`);
    const example = host.example('a');
    await expect(example.element.getByRole('textbox')).toBeVisible();
    const place = (selector: string) =>
      example.element.locator(selector).evaluate((box) => box.getBoundingClientRect().toJSON() as DOMRect);
    const inFrame = (selector: string) =>
      example.frame.locator(selector).evaluate((box) => box.getBoundingClientRect().toJSON() as DOMRect);
    const outer = await place('.pg');
    const before = { code: await place('.code'), state: await place('.state'), run: await place('.primary'), open: await place('.open') };
    await example.run();
    await example.reaches('Running');
    const after = {
      code: await inFrame('.code'),
      state: await inFrame('.state'),
      run: await inFrame('.primary'),
      open: await inFrame('.open'),
    };
    for (const part of ['code', 'run', 'open'] as const)
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(after[part][side], `${mode}: ${part} ${side}`).toBeCloseTo(
          before[part][side] - (side === 'x' || side === 'y' ? outer[side] : 0),
          0,
        );
    expect(after.state.y, mode).toBeCloseTo(before.state.y - outer.y, 0);
    host.close();
  }
});

test('of ten examples one has a runtime; the others keep what they show, and their text', async ({ page, baseURL }) => {
  const ids = Array.from({ length: 10 }, (_, index) => `e${index}`);
  const host = await HostPage.open(page, app(baseURL), ids.map((id) => playground(id, 'speed="10"')).join(''));
  const [first, second] = [host.example('e0'), host.example('e1')];
  await expect(page.locator('iframe')).toHaveCount(0);
  await first.run();
  await expect(first.frame.getByText('index', { exact: true })).toBeVisible();
  const text = first.frame.getByRole('textbox', { name: 'process.ts, code' });
  await text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 0));
  await text.pressSequentially('// mine');
  await text.press('Enter');
  await expect
    .poll(() => first.element.evaluate((element) => (element as unknown as { texts: { process: string } }).texts.process))
    .toMatch(/^\/\/ mine/);

  await second.run();
  await second.reaches('Running');
  await expect(page.locator('iframe')).toHaveCount(1);
  await expect(first.element.getByText('Stopped', { exact: true })).toBeVisible();
  await expect(first.element.getByText('index', { exact: true })).toBeVisible();
  await expect(first.element.getByRole('textbox')).toHaveValue(/^\/\/ mine/);

  await first.run();
  await first.reaches('Running');
  await expect(page.locator('iframe')).toHaveCount(1);
  await expect(first.frame.getByRole('textbox', { name: 'process.ts, code' })).toHaveValue(/^\/\/ mine/);
  await first.frame.getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(first.element.getByRole('textbox')).toHaveValue(/^import/);
  expect(await first.element.evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.textContent)).toBe('Reset');
  host.close();
});

test('what was edited before the first run is what runs', async ({ page, baseURL }) => {
  const host = await HostPage.open(page, app(baseURL), playground('a', 'speed="max"'));
  const example = host.example('a');
  await example.element.getByRole('textbox').fill("export default async function short(context) {\n  context.sendLocation('here');\n}\n");
  await example.run();
  await example.reaches('Done');
  await expect(example.frame.getByText('here')).toHaveCount(2);
  host.close();
});

test('follows the theme of the page around, before a run and in it', async ({ page, baseURL }) => {
  const host = await HostPage.open(page, app(baseURL), `${playground('a', 'speed="10"')}${playground('b', 'theme="light"')}`);
  const example = host.example('a');
  const background = (box: Element) => getComputedStyle(box).backgroundColor;
  await expect(example.element.getByRole('textbox')).toBeVisible();
  expect(await example.element.locator('.pg').evaluate(background)).toBe('rgb(255, 255, 255)');
  await page.evaluate(() => document.body.classList.add('dark'));
  await expect.poll(() => example.element.locator('.pg').evaluate(background)).toBe('rgb(15, 19, 24)');
  expect(await host.example('b').element.locator('.pg').evaluate(background)).toBe('rgb(255, 255, 255)');
  await example.run();
  expect(await example.frame.locator('.pg').evaluate(background)).toBe('rgb(15, 19, 24)');
  await page.evaluate(() => document.body.classList.remove('dark'));
  await expect.poll(() => example.frame.locator('.pg').evaluate(background)).toBe('rgb(255, 255, 255)');
  host.close();
});

test('a page asks by the interface of the element, and hears states and events', async ({ page, baseURL }) => {
  const host = await HostPage.open(page, app(baseURL), playground('a', 'speed="10"'));
  const heard = await page.evaluate(async () => {
    const element = document.getElementById('a') as HTMLElement & {
      run(): Promise<unknown>;
      request(request: object): Promise<unknown>;
      load(text: string): void;
      state: { state: string };
    };
    const events: string[] = [];
    document.addEventListener('process-event', (event) =>
      events.push((event as CustomEvent<{ event: { event: string } }>).detail.event.event),
    );
    const early = await element.request({ type: 'pause' });
    const begun = await element.run();
    const wrong = await element.request({ type: 'resume' });
    const paused = new Promise<string>((resolve) =>
      element.addEventListener('process-state', () => element.state.state === 'Paused' && resolve(element.state.state)),
    );
    const asked = await element.request({ type: 'pause' });
    const state = await paused;
    element.load('export default async function other() {}\n');
    return { early, begun, wrong, asked, state, events: [...new Set(events)], after: element.state.state };
  });
  expect(heard).toMatchObject({
    early: { accepted: false, message: 'Nothing has been run yet: press Run first.' },
    begun: { accepted: true },
    wrong: { accepted: false, message: 'The process is not paused.' },
    asked: { accepted: true },
    state: 'Paused',
    after: 'Ready',
  });
  expect(heard.events).toEqual(expect.arrayContaining(['load', 'state', 'location', 'request']));
  await expect(host.example('a').element.getByRole('textbox')).toHaveValue('export default async function other() {}');
  host.close();
});

test('storage may be blocked: nothing is read and nothing kept', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const host = await HostPage.open(page, app(baseURL), playground('a', 'speed="max"'));
  await host.example('a').run();
  await host.example('a').reaches('Done');
  expect(errors).toEqual([]);
  host.close();
});

test('without scripts the code can be read, with the picture of the run', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const picture = '<svg slot="picture" role="img" aria-label="The run" width="200" height="20"><rect width="90" height="9"/></svg>';
  const host = await HostPage.open(page, app(baseURL), playground('a', '', counting, picture));
  await expect(page.getByText('export default async function rinse')).toBeVisible();
  await expect(page.getByRole('img', { name: 'The run' })).toBeVisible();
  host.close();
  await context.close();
});

test('static: the code and the picture, and nothing to run', async ({ page, baseURL }) => {
  const picture = '<svg slot="picture" role="img" aria-label="The run" width="200" height="20"><rect width="90" height="9"/></svg>';
  const host = await HostPage.open(page, app(baseURL), playground('a', 'mode="static"', counting, picture));
  await expect(page.getByRole('img', { name: 'The run' })).toBeVisible();
  await expect(host.example('a').element.getByRole('region', { name: 'Code' })).toContainText('export default');
  await expect(page.getByRole('button')).toHaveCount(0);
  host.close();
});

test('examples by name, and code from an address of the own site', async ({ page, baseURL }) => {
  const host = await HostPage.open(
    page,
    app(baseURL),
    '<process-playground id="a" example="rinse" speed="max"></process-playground><process-playground id="b" src="/process.ts"></process-playground>',
  );
  await expect(host.example('a').element.getByRole('textbox')).toHaveValue(/channel\.delivered/);
  await expect(host.example('b').element.getByRole('textbox')).toHaveValue(/export default async function rinse/);
  await host.example('a').run();
  await host.example('a').reaches('Done');
  host.close();
});

test('what means nothing is said in sentences, and the code stays', async ({ page, baseURL }) => {
  const wrong = `mode="huge" speed="7" seed="x" hide="moon" theme="pink"`;
  const body = [
    playground('a', wrong),
    '<process-playground id="b" example="../secret"></process-playground>',
    '<process-playground id="c"></process-playground>',
    playground('d', '', counting, '<script type="application/json">{"state": </script>'),
    playground('e', 'src="/missing.ts"'),
  ].join('');
  const host = await HostPage.open(page, app(baseURL), body);
  const problems = (id: string) => host.example(id).element.locator('.problem');
  await expect(problems('a')).toHaveText([
    'mode="huge" is none of static, mini, bench, full: mini is taken.',
    'theme="pink" is none of auto, light, dark: auto is taken.',
    'speed="7" is none of 1, 10, 100, max: 1 is taken.',
    'seed="x" is no whole number: 1 is taken.',
    'hide="moon" is none of code, process, hardware, speed, reset, open.',
  ]);
  await expect(problems('b')).toHaveText(['There is no example “../secret”, or it could not be loaded.']);
  await expect(problems('c')).toHaveText(['There is no code: put a <pre><code> inside, or name an example or a src.']);
  await expect(problems('d')).toContainText(['The recorded state cannot be read']);
  await expect(problems('e')).toHaveText([
    'Nothing could be loaded from /missing.ts (404): is the address right, and may this page ask there?',
  ]);
  for (const id of ['a', 'd', 'e'])
    await expect(host.example(id).element.getByRole('textbox')).toHaveValue(/export default async function rinse/);
  host.close();
});

test('the whole playground takes the place of the code, with the text as it is, stopped', async ({ page, baseURL }) => {
  const host = await HostPage.open(page, app(baseURL), playground('a', 'mode="full" height="700"'));
  const example = host.example('a');
  await example.element.getByRole('textbox').fill('export default async function mine() {}\n');
  await example.button('Run').click();
  await expect(example.frame.getByRole('region', { name: 'Code', exact: true })).toContainText('function mine');
  await expect(example.frame.getByRole('region', { name: 'Process', exact: true }).getByRole('status').first()).toHaveText('Ready');
  expect(await example.iframe.evaluate((frame) => frame.getBoundingClientRect().height)).toBe(700);
  host.close();
});

test('new data and a point are asked for in a form of the frame, which makes room for it', async ({ page, baseURL }) => {
  const host = await HostPage.open(
    page,
    app(baseURL),
    '<process-playground id="a" mode="bench" example="timer" speed="10" height="100"></process-playground>',
  );
  const example = host.example('a');
  await expect(example.element.getByRole('textbox')).toHaveValue(/timer/);
  await example.run();
  await example.reaches('Running');
  await example.frame.getByRole('button', { name: 'Jump' }).click();
  const form = example.frame.getByRole('dialog');
  await expect(form).toBeInViewport({ ratio: 1 });
  await form.getByRole('button', { name: 'Cancel' }).click();
  await example.frame.getByRole('button', { name: 'Pause' }).click();
  await example.reaches('Paused');
  host.close();
});

test('nothing in an example is wrong for who uses it by ear or by keys', async ({ page, baseURL }) => {
  const host = await HostPage.open(page, app(baseURL), `<h1>Documentation</h1>${playground('a', 'speed="10"')}`);
  const example = host.example('a');
  await expect(example.element.getByRole('textbox')).toBeVisible();
  await expectNoViolations(page, 'an example before a run');
  await page.evaluate(() => document.body.classList.add('dark'));
  await expect(example.element.locator('.pg')).toHaveAttribute('data-theme', 'dark');
  await expectNoViolations(page, 'the same in a dark page');
  await example.run();
  await example.reaches('Running');
  await expectNoViolations(page, 'an example that runs');

  // Tab goes through the example and out of it.
  await example.frame.getByRole('textbox', { name: 'process.ts, code' }).focus();
  await page.keyboard.press('Tab');
  await expect(example.frame.getByRole('textbox', { name: 'process.ts, code' })).not.toBeFocused();
  host.close();
});

test('the page in the frame is fine for who uses it by ear', async ({ page, baseURL }) => {
  await page.goto(`${app(baseURL)}embed/v1/frame.html?example=timer&mode=bench&speed=10`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('Running');
  await expectNoViolations(page, 'the frame of an example');
});

test('a plain frame needs no script of the page around', async ({ page, baseURL }) => {
  const address = `${app(baseURL)}embed/v1/frame.html?example=timer&speed=max&theme=dark&hide=hardware`;
  const host = await HostPage.open(page, app(baseURL), `<iframe title="Timer" src="${address}" width="700" height="640"></iframe>`, {
    script: false,
  });
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('textbox', { name: 'process.ts, code' })).toHaveValue(/export default async function timer/);
  await frame.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(frame.getByRole('status')).toHaveText('Done');
  await page.goto(`${app(baseURL)}embed/v1/frame.html?example=nothing&speed=9`);
  await expect(page.locator('.problem')).toHaveText(['speed=9 is none of 1, 10, 100, max: 1 is taken.', /^There is no example “nothing”/]);
  host.close();
});

test('the frame answers bad messages with a sentence, and nobody but the page around it', async ({ page, baseURL }) => {
  const address = `${app(baseURL)}embed/v1/frame.html?wait`;
  const host = await HostPage.open(page, app(baseURL), `<iframe id="f" title="F" src="${address}"></iframe>`, { script: false });
  await page.frameLocator('#f').locator('body').waitFor();
  const answers = await page.evaluate(async () => {
    const frame = (document.getElementById('f') as HTMLIFrameElement).contentWindow!;
    const heard: { type: string; message?: string }[] = [];
    addEventListener('message', ({ source, data }) => source === frame && heard.push(data));
    const until = async (type: string, count: number) => {
      while (heard.filter((each) => each.type === type).length < count) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    const say = (message: unknown) => frame.postMessage(message, '*');
    say('hello');
    say({ playground: 2, type: 'run' });
    say({ playground: 1, type: 'explode' });
    say({ playground: 1, type: 'load', texts: { process: 5 } });
    say({ playground: 1, type: 'request', request: { type: 'jump' } });
    await until('refused', 4);
    say({ playground: 1, id: 7, type: 'load', texts: { process: 'export default async function x() {}' } });
    await until('answer', 1);
    return heard.filter(({ type }) => type === 'refused' || type === 'answer').map(({ message }) => message);
  });
  expect(answers).toEqual([
    'The message is of version 2, and this frame knows version 1.',
    expect.stringMatching(/^The message cannot be understood: type: /),
    expect.stringMatching(/^The message cannot be understood: texts.process: /),
    expect.stringMatching(/^The message cannot be understood: request.point: /),
    'The texts are shown.',
  ]);
  await expect(page.frameLocator('#f').getByRole('textbox')).toHaveValue(/function x/);
  host.close();
});
