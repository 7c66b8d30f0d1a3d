import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { serviceFaults } from '../../model/service-faults.js';
import { webAddresses } from '../../model/web-addresses.js';

const page = readFileSync(new URL('../../docs/services.md', import.meta.url), 'utf8');
/** The cells of the rows of a table, without ticks. */
const rows = [...page.matchAll(/^\| `.*$/gm)].map(([row]) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', '')),
);

it('docs/services.md lists every address', () => {
  expect(rows.filter((row) => row.length === 2)).toEqual(webAddresses.map(({ address, about }) => [address, about]));
});

it('docs/services.md lists every fault', () => {
  const faults = Object.entries(serviceFaults).flatMap(([service, kinds]) =>
    Object.entries(kinds).map(([type, { detail }]) => [service, type, detail]),
  );
  expect(rows.filter((row) => row.length === 3)).toEqual(faults);
});
