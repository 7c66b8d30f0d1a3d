export default async (page, { phone, shot }) => {
  await page.getByRole('button', { name: /Skip/ }).first().click({ timeout: 2500 }).catch(() => {});
  await page.getByRole('button', { name: /^Examples/ }).first().click();
  await page.getByRole('menuitem', { name: /^Several steps/i }).first().click();
  await page.getByRole('button', { name: 'Run' }).first().click();
  if (phone) await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('radio', { name: 'Max' }).check({ force: true });
  await page.waitForTimeout(2500);
  await page.getByRole('row').nth(4).click();
  await page.waitForTimeout(1500);
  await shot('steps');
  if (phone) { await page.getByRole('tab', { name: 'Process' }).click(); await page.waitForTimeout(300); await shot('steps-process'); }
};
