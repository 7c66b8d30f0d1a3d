import { expect, test } from '@playwright/test';
import { serviceFaults } from '../model/service-faults.js';
import { Playground } from './playground.js';

/** Uses each service once, and tells what came of it. */
const process = `import * as am from 'automancer';
import { files, mail, web } from 'hardware';

export default async function use(context) {
  const said = async (action) => {
    try {
      return await action();
    } catch (error) {
      return error.message;
    }
  };
  const answer = await said(async () => 'answered ' + (await web.fetch('http://lab.example/', { timeout: 5 })).status);
  const letter = await said(async () => {
    const start = am.now();
    const session = await mail.connect('mail.lab.example');
    await session.login('robot', 'secret');
    await session.send({ from: 'robot@lab.example', to: 'ada@lab.example', subject: 'Done', text: 'Done' });
    await session.quit();
    return \`sent after \${Math.round(am.now() - start)} s\`;
  });
  const file = await said(async () => files.write('a.txt', 'x').then(() => 'written'));
  context.sendLocation({ answer, letter, file });
}`;

/** What the process hears of each fault, and the service on whose card it is. */
const heard: { readonly [service in keyof typeof serviceFaults]: Readonly<Record<string, RegExp>> } = {
  web: {
    unavailable: /answered 503/,
    refuse: /lab\.example refused the connection/,
    slow: /did not answer within 5 s/,
    silent: /did not answer within 5 s/,
  },
  mail: {
    refuse: /mail\.lab\.example refused the connection/,
    'bad-credentials': /535/,
    'no-auth': /AUTH/,
    'refuse-recipient': /ada@lab\.example/,
    drop: /The connection was lost while the mail was being sent/,
    slow: /sent after 40 s/,
  },
  files: { full: /no space is left on the disk/ },
};

test('every fault of a service is prepared on its card, met by a process, told there, and ended there', async ({ page }) => {
  // Eleven faults, each with a run of its own.
  test.setTimeout(90_000);
  const playground = await Playground.open(page, { process });
  await playground.speed('Max');
  await playground.run();
  await playground.reaches('Done');
  await expect(playground.process).toContainText('answered 200');
  await expect(playground.process).toContainText('written');

  for (const [service, faults] of Object.entries(serviceFaults)) {
    const card = playground.hardware.getByRole('button', { name: `${service[0]!.toUpperCase()}${service.slice(1)}: Faults` });
    for (const [type, { label, times }] of Object.entries(faults)) {
      await card.click();
      await page.getByRole('menuitem', { name: new RegExp(label) }).click();
      const end = playground.hardware.getByRole('button', { name: new RegExp(`^End ${label} of ${service}`, 'i') });
      await expect(end).toBeVisible();
      await playground.run();
      // What happens once is over when it has happened; of all others the card says that they were met.
      if (times === 1) await expect(end).toBeHidden();
      else await expect(playground.hardware).toContainText(new RegExp(`${label}, (met|2 times more)`));
      await expect(playground.process).toContainText(heard[service as keyof typeof serviceFaults][type]!);
      if (times !== 1) await end.click();
      await expect(end).toBeHidden();
    }
  }
});
