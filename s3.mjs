export default async (page, { phone, shot }) => {
  await page.getByRole('button', { name: /^Examples/ }).first().click();
  await page.getByRole('menuitem', { name: /^Incubation/i }).first().click();
  await page.getByRole('button', { name: 'Run' }).first().click();
  if (phone) await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('radio', { name: 'Max' }).check({ force: true });
  await page.waitForTimeout(3000);
  await page.getByRole('row').filter({ hasText: 'hold' }).first().click();
  await page.getByRole('button', { name: 'Fork from here' }).click();
  await page.waitForTimeout(1500);
  if (phone) await page.getByRole('tab', { name: 'Process' }).click();
  await page.getByRole('button', { name: 'Halt', exact: true }).click();
  if (phone) await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.waitForTimeout(1500);
  await shot('tracks');
};
