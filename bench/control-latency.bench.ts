import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median, quantile } from './measure/statistics.js';
import { short, table } from './measure/table.js';
import { BuiltPage } from './page/built-page.js';
import type { Effect } from './page/eyes.js';
import { busyProcess, everySecond, idleProcess } from './page/processes.js';
import { timeBareWorkers } from './page/bare-worker.js';
import { openChromium } from './threads/chromium.js';
import type { Browser, Locator } from '@playwright/test';
import type { Server } from './threads/serve.js';

const browser = await openChromium();
const server = await BuiltPage.server();
const idle = await pressesOfIdle(browser, server);
const halts = await haltsAtFullSpeed(browser, server);
const { atOnce, later, kept } = await replacements(browser, server);
const bare = await timeBareWorkers(browser, server, 15);
const version = browser.version();
await browser.close();
server.close();

console.log(`From a press on the built page to its effect. ${machineLine(version)}\n`);
console.log(
  table(
    ['', 'page changed, ms: median / p99', 'painted, ms: median / p99', 'frames: median / p99'],
    Object.entries({
      'no worker: a button that writes': idle.plain,
      'Pause, Resume: process asleep': idle.controls,
      'Halt: process at full speed': halts,
      'Run: worker answers': kept,
      'Run: worker loops, is replaced': atOnce,
      '… pressed 300 ms later': later,
    }).map(([name, effects]) => [
      name,
      both(effects.map(({ written }) => written)),
      both(effects.map(({ painted }) => painted)),
      both(effects.map(({ frames }) => frames)),
    ]),
  ),
);
console.log(`\nA bare worker that loops is ended and another answers, ms: ${both(bare)}\n`);
const replacing = median(atOnce.map(({ written }) => written)) - median(kept.map(({ written }) => written));
console.log(
  goalTable([
    {
      what: 'a control to its effect on screen, worker idle',
      value: median(idle.controls.map(({ frames }) => frames)),
      atMost: 2,
      unit: 'frames',
    },
    {
      what: 'halt at full speed: state on the page, p99',
      value: quantile(
        halts.map(({ written }) => written),
        0.99,
      ),
      atMost: 5,
      unit: 'ms',
    },
    { what: 'replacing a worker, × bare terminate + new', value: replacing / median(bare), atMost: 1.5, unit: '×' },
  ]),
);
process.exit();

/** Pause and Resume in turn; and, in the same page, a button that writes by itself. */
async function pressesOfIdle(browser: Browser, server: Server): Promise<{ plain: Effect[]; controls: Effect[] }> {
  const page = await BuiltPage.open(browser, server, idleProcess);
  const { playground } = page;
  await playground.run();
  await playground.reaches('Running');
  const plainButton = await addPlainButton(playground.process);
  const plain: Effect[] = [];
  const controls: Effect[] = [];
  for (let round = 0; round < 60; round++) {
    plain.push(await page.press(plainButton, `written ${round + 1}`));
    controls.push(await page.press(playground.button(round % 2 === 0 ? 'Pause' : 'Resume'), round % 2 === 0 ? 'Paused' : 'Running'));
  }
  await page.close();
  return { plain, controls };
}

async function addPlainButton(region: Locator): Promise<Locator> {
  await region.evaluate((element) => {
    const button = document.createElement('button');
    button.textContent = 'Write';
    const text = document.createElement('p');
    let presses = 0;
    button.onclick = () => (text.textContent = `written ${++presses}`);
    element.append(button, text);
  });
  return region.getByRole('button', { name: 'Write', exact: true });
}

async function haltsAtFullSpeed(browser: Browser, server: Server): Promise<Effect[]> {
  const page = await BuiltPage.open(browser, server, busyProcess);
  const { playground } = page;
  await playground.speed('Max');
  const effects: Effect[] = [];
  for (let round = 0; round < 200; round++) {
    await playground.run();
    await playground.reaches('Running');
    effects.push(await page.press(playground.button('Halt'), 'Halted'));
  }
  await page.close();
  return effects;
}

/** Run pressed while the worker loops, which replaces it, and while it answers. */
async function replacements(browser: Browser, server: Server): Promise<{ atOnce: Effect[]; later: Effect[]; kept: Effect[] }> {
  const looping = await BuiltPage.open(browser, server, everySecond(true));
  const answering = await BuiltPage.open(browser, server, everySecond(false));
  const atOnce: Effect[] = [];
  const later: Effect[] = [];
  const kept: Effect[] = [];
  await looping.playground.run();
  await looping.playground.process.getByText('run 1').waitFor();
  for (let round = 0; round < 20; round++) {
    await looping.playground.page.bringToFront();
    await looping.playground.run();
    await looping.playground.button('Keep waiting').waitFor();
    // By then the worker that replaces it has started; nobody presses sooner, but it should do then, too.
    if (round % 2 === 1) await looping.playground.page.waitForTimeout(300);
    (round % 2 === 0 ? atOnce : later).push(await looping.press(looping.playground.button('Run'), 'run 1'));
    await answering.playground.page.bringToFront();
    kept.push(await answering.press(answering.playground.button('Run'), `run ${round + 1}`));
  }
  await looping.close();
  await answering.close();
  return { atOnce, later, kept };
}

function both(numbers: readonly number[]): string {
  return `${short(median(numbers))} / ${short(quantile(numbers, 0.99))}`;
}
