import { expect, it } from 'vitest';
import { type AddressBar, followAddress } from './open-address.js';

/** An address bar, and a port that notes what it is asked; `failing`: nothing can be had. */
function setup(hash: string) {
  const opened: string[] = [];
  let listener: (() => void) | null = null;
  const page = { hash, failing: false };
  const bar: AddressBar = {
    get hash() {
      return page.hash;
    },
    replace: (next) => void (page.hash = next),
    follow: (changed) => {
      listener = changed;
      return () => (listener = null);
    },
  };
  const note = (what: string) => (id: string) => {
    opened.push(`${what} ${id}`);
    return Promise.resolve(!page.failing);
  };
  const port = {
    example: note('example'),
    lesson: note('lesson'),
    library: note('library'),
    link: note('link'),
    tell: (message: string) => void opened.push(message),
  };
  const stop = followAddress(port, bar);
  const go = (next: string) => {
    page.hash = next;
    listener?.();
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { page, opened, go, stop, settled };
}

it.each([
  ['#/examples/timer', 'example timer'],
  ['#/lessons/first-process', 'lesson first-process'],
  ['#/course', 'library course'],
  ['#/gallery', 'library gallery'],
  ['#/link/1.abc', 'link 1.abc'],
])('%s opens it once, and is taken out of the address', async (hash, what) => {
  const { page, opened, go, settled } = setup(hash);
  await settled();
  expect([opened, page.hash]).toEqual([[what], '#/']);
  go('#/');
  await settled();
  expect(opened).toEqual([what]);
  go(hash);
  await settled();
  expect([opened, page.hash]).toEqual([[what, what], '#/']);
});

it('an address that opens nothing is told, and not in full when it is long', async () => {
  const { page, opened, settled } = setup(`#/nonsense/${'x'.repeat(5000)}`);
  await settled();
  expect(opened).toHaveLength(1);
  expect(opened[0]).toMatch(/^The address of the page ends in “#\/nonsense\/x+…”, which opens nothing here/);
  expect(opened[0]!.length).toBeLessThan(200);
  expect(page.hash).toBe('#/');
});

it('what could not be had stays in the address, so that loading the page again tries again', async () => {
  const { page, go, settled } = setup('');
  page.failing = true;
  go('#/examples/timer');
  await settled();
  expect(page.hash).toBe('#/examples/timer');
});

it('the newest address stays when it comes while another one is being opened', async () => {
  const { page, opened, go, stop, settled } = setup('#/examples/timer');
  page.failing = true;
  go('#/examples/steps');
  await settled();
  expect([opened, page.hash]).toEqual([['example timer', 'example steps'], '#/examples/steps']);
  stop();
  go('#/gallery');
  await settled();
  expect(opened).toHaveLength(2);
});
