import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

const several = async (page: Parameters<typeof Playground.open>[0]) => {
  const playground = await Playground.open(page);
  await page.getByRole('button', { name: /^Examples/ }).click();
  await page.getByRole('menuitem', { name: /^Several steps/ }).click();
  await playground.speed('100×');
  return playground;
};

test('a protocol runs its steps; a failure halts and pauses the others, and a retry lets them go on', async ({ page }) => {
  const playground = await several(page);
  await page.getByRole('tab', { name: 'protocol.yaml' }).click();
  await expect(playground.code).toContainText('parallel');
  await playground.run();
  const steps = playground.process.getByRole('region', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: /^1\.2 flush Failed/ })).toBeVisible();
  await expect(steps.getByText('Everything beside it stands still')).toBeVisible();
  await expect(playground.process.getByText('The syringe is stuck.').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
  await steps.getByRole('button', { name: 'Run again: step 1.3' }).click();
  await steps.getByRole('button', { name: /^1\.2 flush/ }).click();
  await playground.button('Retry').click();
  await expect(steps.getByRole('button', { name: /^1\.2 flush Done/ })).toBeVisible();
  await steps.getByRole('button', { name: 'Halt all steps' }).click();
  await expect(steps.getByRole('button', { name: 'Halt all steps' })).toBeHidden();
});

test('a process alone has no protocol until one is added', async ({ page }) => {
  const playground = await Playground.open(page);
  await expect(page.getByRole('tab', { name: 'protocol.yaml' })).toBeHidden();
  await playground.button('Text').click();
  await page.getByRole('menuitem', { name: /^Add protocol/ }).click();
  await expect(page.getByRole('tab', { name: 'protocol.yaml' })).toBeVisible();
  await playground.run();
  const steps = playground.process.getByRole('region', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: /^1 First Running/ })).toBeVisible();
  await steps.getByRole('button', { name: 'Halt step 1' }).click();
  await expect(steps.getByRole('button', { name: /^2 Second Running/ })).toBeVisible();
});

test('an endless loop in one step is told, stopping it ends every step, and the texts survive a reload', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText(`export default async function calm(context) { await asyncio.sleep(100); }
export async function loops(context) {
  await asyncio.sleep(0);
  while (true) {}
}`),
    protocol: '- parallel:\n    - process: calm\n    - process: loops\n',
  });
  await playground.run();
  const alert = page.getByRole('alert').filter({ hasText: 'never ends' });
  await expect(alert).toContainText('line 5', { timeout: 20_000 });
  await alert.getByRole('button', { name: 'Stop' }).click();
  const steps = playground.process.getByRole('region', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: /^1\.1 calm Stopped/ })).toBeVisible();
  await expect(steps.getByRole('button', { name: /^1\.2 loops Stopped/ })).toBeVisible();
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('tab', { name: 'protocol.yaml' }).click();
  await expect(playground.code).toContainText('loops');
});

test('a protocol that cannot be read is told with its place', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText('export default async function p(context) {}'),
    protocol: '- speed: 4\n',
  });
  await playground.run();
  await expect(playground.process).toContainText('The protocol cannot be carried out');
  await playground.process.getByRole('button', { name: 'line 1' }).first().click();
  await expect(page.getByRole('tab', { name: /^protocol\.yaml/ })).toHaveAttribute('aria-selected', 'true');
});

/** Two processes that declare what they take; the second takes long and looks at nothing. */
const declared = processText(`
export default am.defineProcess({
  data: am.record({ to: am.quantity('degC', { max: 95 }), hold: am.quantity('second') }),
  points: am.record({ cycle: am.int('positive') }),
  async run(context) {
    context.pausable = true;
    context.sendLocation({ to: context.data.to.valueIn('degC'), cycle: context.point?.cycle ?? 0 });
    while (true) {
      try { await context.wait(asyncio.sleep(5)); await context.checkpoint(); } catch (error) {
        if (error instanceof am.SwapRequest) context.sendLocation({ swapped: error.data.hold.valueIn('second') });
        else if (error instanceof am.JumpRequest) context.sendLocation({ jumped: error.point.cycle });
        else throw error;
      }
    }
  },
});
export async function slow(context: am.ProcessContext) { context.pausable = true; await asyncio.sleep(600); }
export async function breaks(context: am.ProcessContext) { await asyncio.sleep(1); throw new am.ProcessFailureError('No flow.'); }
`);
const cycles = `- process: slow
- name: Cycles
  repeat: 3
  steps:
    - name: Denature
      data: { to: 94 degC, hold: 30 s }
    - name: Anneal
      data: { to: 55 degC, hold: 20 s }
`;
const stepsOf = (playground: Playground) => playground.process.getByRole('region', { name: 'Steps' });

test('the forms of a step are made from what its own process declares, and check as its data is checked', async ({ page }) => {
  const playground = await Playground.open(page, { process: declared, protocol: '- data: { to: 94 degC, hold: 30 s }\n' });
  await playground.run();
  await expect(stepsOf(playground).getByRole('button', { name: /^1 .* Running/ })).toBeVisible();
  await playground.press('Swap data');
  const dialog = page.getByRole('dialog', { name: 'Swap the data of step 1' });
  const numbers = dialog.getByRole('textbox', { name: /^(to|hold)/ });
  await expect(numbers.first()).toHaveValue('94');
  await numbers.first().fill('120');
  await dialog.getByRole('button', { name: 'Request swap' }).click();
  await expect(dialog.getByRole('alert')).toContainText('out of range');
  await numbers.first().fill('60');
  await dialog.getByRole('button', { name: 'Request swap' }).click();
  await expect(playground.process.getByRole('region', { name: 'Location' })).toContainText('swapped');
  await playground.press('Jump');
  const jump = page.getByRole('dialog', { name: 'Jump to a point of step 1' });
  await jump.getByRole('textbox', { name: /cycle/ }).fill('7');
  await jump.getByRole('button', { name: 'Request jump' }).click();
  await expect(playground.process.getByRole('region', { name: 'Location' })).toContainText('jumped');
});

test('wrong data of a step is marked in protocol.yaml before anything runs', async ({ page }) => {
  const playground = await Playground.open(page, { process: declared, protocol: cycles.replace('94 degC', '94 ml') });
  await playground.run();
  await expect(playground.process).toContainText('94 ml is a volume');
  await expect(page.getByRole('tab', { name: 'protocol.yaml 1 problem' })).toBeVisible();
  await playground.process.getByRole('button', { name: 'line 6' }).first().click();
  await expect(page.getByRole('tab', { name: /^protocol\.yaml/ })).toHaveAttribute('aria-selected', 'true');
  await expect(playground.state).toHaveText('Ready');
});

test('a protocol starts at a step, a round and a point that are chosen, and jumps to another', async ({ page }) => {
  const playground = await Playground.open(page, { process: declared, protocol: cycles });
  await playground.press('Start at…');
  const start = page.getByRole('dialog', { name: 'Start at a step' });
  await start.getByRole('combobox', { name: 'Step' }).selectOption({ label: '2.1.2 Anneal' });
  await start.getByRole('spinbutton', { name: 'Round of Cycles' }).fill('4');
  await start.getByRole('button', { name: 'Start here' }).click();
  await expect(start.getByRole('alert')).toContainText('a whole number from 1 to 3');
  await start.getByRole('spinbutton', { name: 'Round of Cycles' }).fill('2');
  await start.getByRole('checkbox', { name: 'At a point within Anneal' }).check();
  await start.getByRole('textbox', { name: /cycle/ }).fill('5');
  await start.getByRole('button', { name: 'Start here' }).click();
  const steps = stepsOf(playground);
  await expect(steps.getByRole('button', { name: /^2 Cycles Running · round 2 of 3/ })).toBeVisible();
  await expect(steps.getByRole('button', { name: /^1 slow Waiting/ })).toBeVisible();
  await expect(playground.process.getByRole('region', { name: 'Location' })).toContainText('5');
  await playground.press('Jump…');
  const jump = page.getByRole('dialog', { name: 'Jump to a step' });
  await jump.getByRole('combobox', { name: 'Step' }).selectOption({ label: '2.1.1 Denature' });
  await jump.getByRole('spinbutton', { name: 'Round of Cycles' }).fill('3');
  await jump.getByRole('button', { name: 'Jump here' }).click();
  await expect(steps.getByRole('button', { name: /^2 Cycles Running · round 3 of 3/ })).toBeVisible();
  await expect(steps.getByRole('button', { name: /^2\.1\.1 Denature Running/ })).toBeVisible();
  await steps.getByRole('button', { name: /^1 slow/ }).click();
  await steps.getByRole('button', { name: 'Jump here: step 1' }).click();
  await expect(steps.getByRole('button', { name: /^1 slow Running/ })).toBeVisible();
  await expect(steps.getByRole('button', { name: /^2 Cycles Waiting/ })).toBeVisible();
});

const overdue = 'grace: 5 s\nsteps:\n  - parallel:\n      - process: breaks\n      - process: slow\n';

test('after the grace time a step that does not come to its checkpoint can be halted instead', async ({ page }) => {
  const playground = await Playground.open(page, { process: declared, protocol: overdue });
  await playground.speed('10×');
  await playground.run();
  const steps = stepsOf(playground);
  await expect(steps.getByText(/Asked to pause .* an await that only a halt interrupts, line/)).toBeVisible();
  await steps.getByRole('button', { name: 'Halt step 1.2 instead' }).click();
  await expect(steps.getByText('Everything beside it stands still')).toBeVisible();
  await expect(steps.getByText(/Asked to pause/)).toBeHidden();
});

test('a protocol can be driven with the keyboard alone, and the focus is never lost', async ({ page }) => {
  test.slow();
  const playground = await Playground.open(page, {
    process: processText(`
let broken = true;
export default async function breaks(context: am.ProcessContext) {
  await asyncio.sleep(1);
  if (broken) { broken = false; throw new am.ProcessFailureError('No flow.'); }
  await asyncio.sleep(600);
}
export async function polls(context: am.ProcessContext) {
  context.pausable = true;
  for (let look = 0; ; look++) { context.sendLocation({ look }); await asyncio.sleep(0.1); await context.checkpoint(); }
}
export async function stubborn(context: am.ProcessContext) { await asyncio.sleep(600); }
`),
    protocol: '- parallel:\n    - process: breaks\n    - process: polls\n    - process: stubborn\n- process: stubborn\n',
  });
  const steps = stepsOf(playground);
  await playground.tabTo('Run');
  await page.keyboard.press('Enter');
  await expect(steps.getByText('Everything beside it stands still')).toBeVisible();
  // The step that failed is shown first; another one shows its own location and the line at which it waits.
  await playground.tabTo(/^1\.2 polls Paused/);
  await page.keyboard.press('Enter');
  await expect(playground.process.getByRole('region', { name: 'Location' })).toContainText('look');
  await expect(playground.process.getByRole('button', { name: 'line 11' }).first()).toBeVisible();
  await expect(playground.code.getByText(/paused/).first()).toBeVisible();
  await playground.tabTo('Run again: step 1.3');
  await page.keyboard.press('Enter');
  await playground.focusIsOn(/^1\.3 stubborn Running/);
  await playground.tabTo('Retry step 1.1');
  await page.keyboard.press('Enter');
  await playground.focusIsOn(/^1\.1 breaks Running/);
  await expect(steps.getByRole('button', { name: /^1\.2 polls Running/ })).toBeVisible();
  await playground.tabTo(/^1\.2 polls/);
  await page.keyboard.press('Enter');
  await playground.tabTo('Pause');
  await page.keyboard.press('Enter');
  await expect(steps.getByRole('button', { name: /^1\.2 polls Paused/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(steps.getByRole('button', { name: /^1\.2 polls Running/ })).toBeVisible();
  await playground.tabTo(/^2 stubborn Waiting/);
  await page.keyboard.press('Enter');
  await playground.tabTo('Jump here: step 2');
  await page.keyboard.press('Enter');
  await expect(steps.getByRole('button', { name: /^2 stubborn Running/ })).toBeVisible();
  await playground.focusIsOn(/^2 stubborn Running|Halt step 2/);
  await playground.tabTo('Jump…');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Jump to a step' })).toBeVisible();
  await page.keyboard.press('Escape');
  await playground.focusIsOn('Jump…');
  await playground.tabTo('Halt all steps');
  await page.keyboard.press('Enter');
  await expect(steps.getByRole('button', { name: /^2 stubborn Halted/ })).toBeVisible();
  await playground.focusIsOn('Start at…');
});

for (const [scheme, width, height] of [
  ['dark', 1440, 900],
  ['light', 390, 844],
] as const) {
  test(`a protocol has no violations at ${width} × ${height}, ${scheme}, with an overdue step and a form`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    const playground = await Playground.open(page, { process: declared, protocol: overdue.replace('5 s', '1 s') });
    const look = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    };
    await playground.run();
    if (width < 720) await page.getByRole('tab', { name: 'Process', exact: true }).click();
    await expect(stepsOf(playground).getByText(/^Halt step .* instead$/)).toBeVisible();
    await look();
    await playground.press('Jump…');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}
