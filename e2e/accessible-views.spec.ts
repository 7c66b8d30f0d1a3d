import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from './axe.js';
import { Playground, processText } from './playground.js';

type Part = 'Code' | 'Process' | 'Hardware' | 'Timeline';
type Act = (playground: Playground, page: Page) => Promise<void>;

/** A view of the page, reached from the one before it: its name, the part of the page that it belongs to, the way there and back. */
type View = readonly [name: string, part: Part, show: Act, hide?: Act];

const escape: Act = async (_, page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
};
/** Presses a button that opens a dialog or a menu. */
const opens =
  (button: string | RegExp): Act =>
  async (_, page) => {
    await page.getByRole('button', { name: button, exact: true }).filter({ visible: true }).first().click();
    await expect(page.getByRole('dialog').or(page.getByRole('menu')).first()).toBeVisible();
  };
/** Presses a button, after which the page shows a text. */
const shows =
  (button: string | RegExp, text: string | RegExp): Act =>
  async (_, page) => {
    await page.getByRole('button', { name: button, exact: true }).filter({ visible: true }).first().click();
    await expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
  };
const presses =
  (button: string | RegExp): Act =>
  async (_, page) =>
    page.getByRole('button', { name: button, exact: true }).filter({ visible: true }).first().click();
const reaches =
  (button: string, state: string): Act =>
  async (playground) => {
    await playground.press(button);
    await playground.reaches(state);
  };
/** Nothing has to be done but to wait for it. */
const there =
  (text: string | RegExp): Act =>
  async (_, page) =>
    expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();

const alone = {
  process: processText(`export default async function p(context) {
  context.pausable = true;
  context.sendDuration(600);
  context.sendLocation({ step: 1, lid: true });
  context.sendWarning(new am.GenericDiagnostic('low'));
  await context.receive();
  throw new am.ProcessFailureError('No flow', { cause: new RangeError('0 bar') });
}`),
};
const ofProcess: readonly View[] = [
  ['nothing has been run', 'Code', async ({ code }) => expect(code).toBeVisible()],
  ['examples', 'Code', opens(/^Examples/), escape],
  ['what can be done with the text', 'Code', opens('Text'), escape],
  ['commands', 'Code', opens('Commands'), escape],
  ['help and keys', 'Code', opens('Help'), escape],
  [
    'the tour',
    'Code',
    async (playground, page) => {
      await opens('Help')(playground, page);
      await playground.press('Take the tour');
      await expect(page.getByRole('dialog', { name: 'A process is a function' })).toBeVisible();
    },
    escape,
  ],
  ['a process that has not been run', 'Process', there('Ready')],
  ['the bench', 'Hardware', there('Thermostat')],
  ['benches', 'Hardware', opens('Default bench'), escape],
  ['faults of the bench', 'Hardware', opens('Faults'), escape],
  ['no events yet', 'Timeline', async ({ timeline }) => expect(timeline).toBeVisible()],
  ['a running process', 'Process', reaches('Run', 'Running')],
  ['the states', 'Process', shows('States', 'Swapping'), presses('States')],
  ['a point to jump to, or why not', 'Process', presses('Jump'), escape],
  ['a message to send', 'Process', opens('Send message'), escape],
  ['data to swap', 'Process', opens('Swap data'), escape],
  ['a new fault', 'Hardware', opens('Add fault to thermostat'), escape],
  ['a plot', 'Hardware', opens('Plot of thermostat'), escape],
  ['a device before it is taken by hand', 'Hardware', shows('Manual control of thermostat', 'Take control')],
  ['a device in the hand of a person', 'Hardware', shows('Take control of setpoint', 'claimed by you'), presses('Release setpoint')],
  [
    'a device with a fault',
    'Hardware',
    async (playground, page) => {
      await opens('Add fault to thermostat')(playground, page);
      await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click();
      await expect(playground.hardware.getByRole('list', { name: 'Faults of thermostat' })).toBeVisible();
    },
  ],
  ['the lanes of the timeline', 'Timeline', there('Location')],
  ['the timeline as a table', 'Timeline', presses('Table'), presses('Table')],
  ['the kinds of events', 'Timeline', opens(/kinds/), escape],
  [
    'a failed process',
    'Process',
    async (playground, page) => {
      await opens('Send message')(playground, page);
      await page.getByRole('dialog').getByRole('textbox').fill('1');
      await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
      await playground.reaches('Failed');
    },
  ],
  [
    'the past',
    'Timeline',
    async ({ timeline }, page) => {
      await timeline.getByRole('slider', { name: 'Instant of the run' }).focus();
      await page.keyboard.press('Home');
      await expect(page.getByRole('region', { name: 'The past' })).toBeVisible();
    },
    async (_, page) => page.keyboard.press('Escape'),
  ],
  ['the operator view', 'Code', presses('Operator view'), presses('Operator view')],
];

const steps = {
  process: processText(`export default async function calm(context) {
  context.pausable = true;
  for (;;) {
    await asyncio.sleep(0.1);
    try { await context.wait(() => asyncio.sleep(1)); }
    catch (request) { if (!(request instanceof am.PauseRequest)) throw request; await context.checkpoint(); }
  }
}
export async function breaks() {
  await asyncio.sleep(0.5);
  throw new am.ProcessFailureError('The syringe is stuck.');
}`),
  protocol: '- parallel:\n    - process: calm\n    - process: breaks\n- process: calm\n',
};
const ofProtocol: readonly View[] = [
  ['a protocol that has not been run', 'Process', there('Protocol')],
  ['where to start', 'Process', opens('Start at…'), escape],
  [
    'a protocol with a failed step',
    'Process',
    async (playground, page) => {
      await playground.run();
      await there('Everything beside it stands still')(playground, page);
    },
  ],
  ['lanes of steps', 'Timeline', async ({ timeline }) => expect(timeline).toBeVisible()],
];

const services = {
  process: `import * as asyncio from 'asyncio'; import { files, web, mail } from 'hardware';
export default async function p(context) {
  await files.write('runs/results.csv', 'time,note\\n0,36.9\\n');
  await web.fetch('http://lab.example/results', { method: 'POST', headers: { 'X-Run': '7' }, body: 'x' });
  await asyncio.sleep(3600);
}`,
};
const ofServices: readonly View[] = [
  [
    'files and requests',
    'Hardware',
    async (playground, page) => {
      await playground.run();
      await there(/after \d+ ms/)(playground, page);
    },
  ],
  [
    'headers and bodies',
    'Hardware',
    async (_, page) => {
      await page.getByText('Headers and body').first().click();
      await expect(page.getByRole('group', { name: 'Answer' })).toBeVisible();
    },
  ],
  ['a file', 'Hardware', opens('runs/results.csv'), escape],
  ['faults of the web', 'Hardware', opens('Web: Faults'), escape],
  [
    'a bench with a schematic',
    'Hardware',
    async (_, page) => {
      await page.getByRole('button', { name: 'Default bench', exact: true }).click();
      await page.getByRole('menuitem', { name: /^Microfluidics/ }).click();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(page.getByRole('img', { name: /Syringe pump/ })).toBeVisible();
    },
  ],
];

const walks = [
  ['a process', alone, ofProcess],
  ['a protocol', steps, ofProtocol],
  ['services and a schematic', services, ofServices],
] as const;

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  for (const [what, texts, views] of walks) {
    test(`no view of ${what} violates a rule, in either theme, at ${width} × ${height}`, async ({ page }) => {
      // Two dozen views, each looked at twice.
      test.setTimeout(240_000);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      const playground = await Playground.open(page, texts);
      for (const [name, part, show, hide] of views) {
        await test.step(name, async () => {
          if (width < 720) await page.getByRole('tab', { name: part, exact: true }).click();
          await show(playground, page);
          await expectNoViolations(page, name);
          await hide?.(playground, page);
        });
      }
    });
  }
}
