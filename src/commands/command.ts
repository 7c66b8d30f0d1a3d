import type { Key } from './keys.js';

/** The headings under which commands stand, in this order. */
export const commandGroups = [
  'Run',
  'Lesson',
  'Process',
  'Time',
  'Steps',
  'View',
  'Text',
  'Projects',
  'Hardware',
  'Bench',
  'Examples',
  'Help',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** One thing that the page can do, by whatever means it is asked for: a key, the palette, the list of keys. */
export interface Command {
  /** Unique and lasting. */
  readonly id: string;
  /** What a button for it would say. */
  readonly title: string;
  readonly group: CommandGroup;
  /** What more there is to say about it, in a few words. Searched, too. */
  readonly detail?: string;
  readonly keys?: readonly Key[];
  /** How the list of keys calls it, where the title changes with the state. */
  readonly keysTitle?: string;
  /** Why it cannot be done now, as a sentence. */
  readonly unavailable?: string | null;
  /** It is how things are now: the theme, the speed. */
  readonly checked?: boolean;
  run(): void;
}
