import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { short, table } from './measure/table.js';
import type { Order, Watched } from './nodes/watched-nodes.js';
import { BuiltPage } from './page/built-page.js';
import { idleProcess } from './page/processes.js';
import { openChromium } from './threads/chromium.js';
import { inChromium } from './threads/in-chromium.js';
import { inNode } from './threads/in-node.js';

const order: Order = { devices: 100, nodes: 10, seconds: 10 };
const module = 'nodes/worker.ts';
const browser = await openChromium();
const measured = {
  Node: await inNode<Watched>(module, order),
  Chromium: await inChromium<Watched>(browser, module, order),
};
const frames = await everythingOnScreen();
const version = browser.version();
await browser.close();

console.log(`${order.devices * order.nodes} nodes polled ten times a second at 1×, for ${order.seconds} s. ${machineLine(version)}`);
console.log(
  table(
    ['', 'observations per second', 'load of the worker', 'longest stretch, ms'],
    Object.entries(measured).map(([where, { observations, load, longest }]) => [
      where,
      short(observations / order.seconds),
      short(load),
      short(longest),
    ]),
  ),
);
console.log(`\nThe page with all cards of the Everything bench: ${short(frames.painted / frames.seconds)} frames a second.\n`);
console.log(
  goalTable([
    ...Object.entries(measured).flatMap(([where, { load, observations }]) => [
      { what: `${where}: load of the worker`, value: load, atMost: 0.5, unit: 'cores' },
      { what: `${where}: observations a second`, value: observations / order.seconds, atLeast: 9500, unit: '/ s' },
    ]),
    { what: 'tasks of the page over 50 ms, in 5 s', value: frames.longTasks.length, atMost: 0, unit: 'tasks' },
  ]),
);
process.exit();

/** The page at 1× with the largest bench, as tall as all of its cards. */
async function everythingOnScreen() {
  const server = await BuiltPage.server();
  const page = await BuiltPage.open(browser, server, idleProcess);
  const { playground } = page;
  await playground.page.setViewportSize({ width: 1440, height: 4000 });
  await playground.hardware.getByRole('button', { name: 'Default bench' }).click();
  await playground.page.getByRole('menuitem', { name: /^Everything/ }).click();
  await playground.run();
  await playground.reaches('Running');
  await page.watch(2000);
  const seen = await page.watch(5000);
  await page.close();
  server.close();
  return seen;
}
