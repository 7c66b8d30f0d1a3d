import type { Command } from './commands/command.js';
import type { Playground } from './playground.svelte.js';
import type { Leap } from './travel/find.js';

const leaps: readonly (readonly [leap: Leap, title: string])[] = [
  ['request', 'Look at the next request'],
  ['suspension', 'Look at the next await of this process'],
  ['state', 'Look at the next state of this process'],
];

/** Runs as files. */
export function recordingCommands({ runs: { recordings }, trace }: Playground): readonly Command[] {
  const nothing = trace.length === 0 ? 'There is nothing to save yet: press Run first.' : null;
  return [
    {
      id: 'save-recording',
      title: 'Save recording',
      group: 'Run',
      detail: 'This run as a file: texts, seed, all that was done, its events',
      unavailable: nothing,
      run: () => void recordings.save(),
    },
    { id: 'open-recording', title: 'Open recording…', group: 'Run', detail: 'Runs it again', run: () => recordings.choose?.() },
    {
      id: 'save-scenario',
      title: 'Save as scenario',
      group: 'Run',
      detail: 'What was done to this run, for simulate',
      unavailable: nothing,
      run: () => void recordings.saveScenario(),
    },
  ];
}

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
      run: () => (page.runs.until.open = true),
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
