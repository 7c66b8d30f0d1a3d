export default async (page, { phone, shot }) => {
  await page.getByRole('button', { name: /^Examples/ }).first().click();
  await page.getByRole('menuitem', { name: /^Incubation/i }).first().click();
  await page.getByRole('button', { name: 'Run' }).first().click();
  if (phone) await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('radio', { name: '100×' }).check({ force: true });
  await page.waitForTimeout(5000);
  await page.getByRole('row').nth(3).click();
  await page.waitForTimeout(1200);
  await shot('past');
  if (phone) { await page.getByRole('tab', { name: 'Process' }).click(); await shot('past-process'); }
};
