import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from './axe.js';
import { Playground } from './playground.js';

const start = `import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export default async function rinse() {
  await pump.flow.write('200 µl/min');
}
`;
const endless = start.replace("  await pump.flow.write('200 µl/min');", '  for (;;) {}');

const lessonIn = (page: Page): Locator => page.getByRole('region', { name: 'Lesson', exact: true });
const summary = (page: Page): Locator => lessonIn(page).getByRole('status');
const results = (page: Page): Locator => lessonIn(page).getByRole('region', { name: 'Results of the check' });
const missing = (page: Page, title: string): Locator => results(page).getByRole('listitem').filter({ hasText: title });

/** Opens the page at the first lesson, or where somebody has written `text` in it. */
async function openLesson(page: Page, text: string | null = null): Promise<Playground> {
  if (text !== null) {
    const texts = { process: text, data: '', protocol: '', bench: '' };
    const example = { id: 'lesson:first-process', title: 'What a process is', texts: { ...texts, process: start } };
    await page.addInitScript(
      (work) => {
        if (sessionStorage.getItem('prepared')) return;
        sessionStorage.setItem('prepared', 'yes');
        localStorage.setItem('process-playground.texts', work);
      },
      JSON.stringify({ version: 1, texts, example }),
    );
  }
  await page.goto(text === null ? './#/lessons/first-process' : './', { waitUntil: 'commit' });
  await expect(lessonIn(page).getByRole('heading', { name: 'What a process is' })).toBeVisible();
  return new Playground(page);
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

test('a lesson is opened by its address, and what its check misses is said, with the run that shows it', async ({ page }) => {
  const playground = await openLesson(page);
  await expect(playground.code).toContainText('pump.flow.write');
  await check(page);
  await expect(summary(page)).toHaveText('1 of 3 met. What is missing is said below.');
  const stopped = missing(page, 'The pump is stopped afterwards');
  await expect(stopped).toContainText('After 30 s the pump still flows.');
  await expect(stopped).toContainText('pump.flow was 200 µl/min');

  await stopped.getByRole('button', { name: 'Show the run' }).click();
  await expect(page.getByRole('region', { name: 'The past' })).toBeVisible();
  await expect(stopped).toContainText('You see this run at');
  await expect(playground.code).toContainText('pump.flow.write');
  await expect(playground.device('Syringe pump')).toContainText('200');
  await stopped.getByRole('button', { name: 'Back to my own run' }).click();
  await expect(page.getByRole('region', { name: 'The past' })).toHaveCount(0);
  await expect(stopped.getByRole('button', { name: 'Show the run' })).toBeVisible();
});

test('one’s own run comes back after a look at that of a check', async ({ page }) => {
  const playground = await openLesson(page);
  await playground.run();
  await playground.reaches('Done');
  await check(page);
  await missing(page, 'The pump is stopped afterwards').getByRole('button', { name: 'Show the run' }).click();
  const runs = page.getByRole('region', { name: 'Runs to compare' });
  await expect(runs).toContainText('Check: The pump is stopped afterwards is on');
  await expect(runs.getByRole('listitem')).toContainText('Run 1');
  await page.getByRole('button', { name: 'Back to my own run' }).click();
  await expect(runs).toHaveCount(0);
  await playground.reaches('Done');
});

test('hints come one by one, the solution takes the place of one’s own text, and passing it is remembered', async ({ page }) => {
  const playground = await openLesson(page);
  const lesson = lessonIn(page);
  await expect(lesson.getByRole('note')).toHaveCount(0);
  await playground.press('Show a hint');
  await expect(lesson.getByRole('note')).toHaveCount(1);
  await playground.press('Show a hint');
  await expect(lesson.getByRole('note')).toHaveCount(2);

  await playground.press('Solution');
  const solution = page.getByRole('dialog', { name: /^A solution of/ });
  await expect(solution.getByRole('cell', { name: /only Solution: .*asyncio\.sleep\(30\)/ })).toBeVisible();
  await solution.getByRole('button', { name: 'Use the solution' }).click();
  await expect(playground.code).toContainText('asyncio.sleep(30)');
  await expect(playground.code).toContainText('The solution stands in the place of your text.');
  await check(page);
  await expect(summary(page)).toContainText('Everything that the goal says was seen.');
  await expect(results(page).getByRole('button', { name: /^Next: / })).toBeVisible();

  await page.reload({ waitUntil: 'commit' });
  await expect(lesson.locator('.head').getByText('Done', { exact: true })).toBeVisible();
  await expect(playground.code).toContainText('asyncio.sleep(30)');
  await playground.press('Learn');
  const course = page.getByRole('dialog', { name: 'Library' });
  await expect(course).toContainText(/1 of \d+ lessons done/);
  await expect(course.getByRole('button', { name: /^(1 )?What a process is/ })).toContainText('Done');
});

test('Reset goes back to the start, and what was written comes back with Undo', async ({ page }) => {
  const playground = await openLesson(page, start.replace('200', '987'));
  await expect(playground.code).toContainText('987');
  await playground.press('Reset');
  await expect(playground.code).not.toContainText('987');
  await expect(playground.code).toContainText('Went back to the start of “What a process is”.');
  await playground.code.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.code).toContainText('987');
});

test('a loop that does not let go is told with its line, and the page goes on', async ({ page }) => {
  const playground = await openLesson(page, endless);
  await check(page);
  await expect(summary(page)).toHaveText(/^0 of 3 met/);
  await expect(results(page)).toContainText('the loop at line 5 did not let go');
  await expect(results(page).getByRole('button', { name: 'Show the run' })).toHaveCount(0);
  await playground.press('Reset');
  await playground.run();
  await playground.reaches('Done');
  await check(page);
  await expect(summary(page)).toHaveText(/^1 of 3 met/);
});

test('a text that cannot be run is told once, with its line', async ({ page }) => {
  const playground = await openLesson(page, start.replace('await pump', 'let = ; await pump'));
  await check(page);
  await expect(summary(page)).toHaveText(/^Your process cannot be run yet\. /);
  await expect(results(page)).toHaveCount(0);
  await playground.press('Go to line 5');
  await expect(page.getByText(/^Line 5, Col/)).toBeVisible();
});

test('a check is stopped, and a text that has changed since is told', async ({ page }) => {
  const busy = start.replace("  await pump.flow.write('200 µl/min');", '  for (;;) await asyncio.sleep(0.00001);');
  const playground = await openLesson(page, busy);
  await check(page);
  await expect(summary(page)).toHaveText(/^Checking 1 of 3/);
  await playground.press('Stop the check');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
  await expect(summary(page)).toHaveText('');
  await playground.press('Reset');
  await check(page);
  await expect(summary(page)).toHaveText(/^1 of 3 met/);
  await playground.code.getByRole('button', { name: 'Undo' }).click();
  await expect(results(page)).toContainText('Your text has changed since');
  await expect(results(page).getByRole('button', { name: 'Show the run' }).first()).toHaveAttribute('aria-disabled', 'true');
});

test('lessons are gone through with keys and commands, and put away', async ({ page }) => {
  const playground = await openLesson(page);
  await playground.code.getByRole('textbox').first().focus();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(summary(page)).toHaveText(/^1 of 3 met/);
  const choose = async (command: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(command);
    await page.keyboard.press('Enter');
  };
  await choose('Next lesson');
  await expect(lessonIn(page).getByText(/^2 of \d+$/)).toBeVisible();
  await page.getByRole('button', { name: 'Previous lesson' }).click();
  await expect(lessonIn(page).getByText(/^1 of \d+$/)).toBeVisible();
  await page.getByRole('button', { name: 'Close lesson' }).focus();
  await page.keyboard.press('Enter');
  await expect(lessonIn(page)).toHaveCount(0);
  await expect(playground.code).toBeFocused();
  await expect(playground.code).toContainText('pump.flow.write');
});

test('an address without a lesson says so, and garbage in what is remembered does no harm', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('process-playground.lessons', '{"first-process": {"a": 1}, "x": 3'));
  await page.goto('./#/lessons/nothing-here', { waitUntil: 'commit' });
  await expect(new Playground(page).code).toContainText('There is no lesson “nothing-here” here');
  await openLesson(page);
});

test('on a phone the lesson is a part of the page like the others', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await openLesson(page);
  await expect(playground.code).toBeHidden();
  await check(page);
  await expect(summary(page)).toHaveText(/^1 of 3 met/);
  await page.getByRole('button', { name: 'Show the run' }).first().click();
  await expect(playground.process).toBeVisible();
  await page.getByRole('tab', { name: 'Lesson' }).click();
  await page.getByRole('button', { name: 'Back to my own run' }).click();
  await page.getByRole('button', { name: 'Close lesson' }).click();
  await expect(page.getByRole('tab', { name: 'Lesson' })).toHaveCount(0);
  await expect(playground.code).toBeVisible();
});

test('the views of a lesson have no accessibility violations', async ({ page }) => {
  const playground = await openLesson(page);
  await playground.press('Show a hint');
  await check(page);
  await expect(summary(page)).toHaveText(/^1 of 3 met/);
  await expectNoViolations(page, 'a lesson that was checked');
  await playground.press('Solution');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page, 'its solution');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('tab', { name: 'Lesson' }).click();
  await expectNoViolations(page, 'a lesson on a phone');
  await playground.press('Learn');
  await expect(page.getByRole('dialog').getByRole('button', { name: /^(1 )?What a process is/ })).toBeVisible();
  await expectNoViolations(page, 'the course on a phone');
});
