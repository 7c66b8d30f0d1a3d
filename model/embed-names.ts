/** The devices that a process imports, by their names: who reads its text wants to see them. In the order of the text. */
export function importedDevices(code: string): readonly string[] {
  const names = /import\s*\{([^}]*)\}\s*from\s*['"]hardware['"]/.exec(code)?.[1] ?? '';
  return names
    .split(',')
    .map((name) => name.trim().split(/\s/)[0] ?? '')
    .filter(Boolean);
}

/** What stands for a device before it is known what it is called: `Pump`. */
export const deviceName = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

const tones: Readonly<Record<string, string>> = {
  Running: 'run',
  Pausing: 'pause',
  Paused: 'pause',
  Jumping: 'jump',
  Swapping: 'jump',
  Halting: 'halt',
  Halted: 'halt',
  Stopped: 'halt',
  Failed: 'fail',
  'Collection failed': 'fail',
  Done: 'done',
};

/** The colour family of a state that is known by its name only (`stateName`). */
export const toneOfName = (state: string): string => tones[state] ?? 'idle';
