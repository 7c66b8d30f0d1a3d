import type { Command } from './commands/command.js';
import type { Playground } from './playground.svelte.js';
import type { Leap } from './travel/find.js';

const leaps: readonly (readonly [leap: Leap, title: string])[] = [
  ['request', 'Look at the next request'],
  ['suspension', 'Look at the next await of this process'],
  ['state', 'Look at the next state of this process'],
];

/** Going through the past of the run. */
export function travelCommands(page: Playground): readonly Command[] {
  const { travel } = page;
  const nothing = page.trace.length === 0 ? 'Nothing has happened yet: press Run first.' : null;
  const present =
    travel.at === null ? 'The page shows the present: choose an instant in the timeline or in the list of events first.' : null;
  const path = page.step?.path ?? '';
  return [
    {
      id: 'look-back',
      title: 'Look at the event before',
      group: 'Time',
      detail: 'The whole page shows the past',
      keys: [{ key: ',' }],
      unavailable: nothing,
      run: () => void travel.back(),
    },
    {
      id: 'look-on',
      title: 'Look at the event after',
      group: 'Time',
      keys: [{ key: '.' }],
      unavailable: present,
      run: () => void travel.leap('event', path),
    },
    ...leaps.map(([leap, title]): Command => ({
      id: `look-${leap}`,
      title,
      group: 'Time',
      unavailable: present,
      run: () => void travel.leap(leap, path),
    })),
    {
      id: 'look-until',
      title: 'Go on until a condition holds…',
      group: 'Time',
      unavailable: nothing,
      run: () => (page.until.open = true),
    },
    // The key is not taken from others while the page shows the present.
    {
      id: 'now',
      title: 'Back to now',
      group: 'Time',
      ...(travel.at === null ? {} : { keys: [{ key: 'Escape' }] }),
      unavailable: travel.at === null ? 'The page shows the present.' : null,
      run: () => travel.go(null),
    },
  ];
}
