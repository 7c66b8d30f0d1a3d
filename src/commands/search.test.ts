import { computeCommandScore } from 'bits-ui';
import { describe, expect, it } from 'vitest';
import type { Command, CommandGroup } from './command.js';
import { findCommands } from './search.js';

const command = (title: string, group: CommandGroup, detail?: string): Command => ({
  id: title,
  title,
  group,
  ...(detail === undefined ? {} : { detail }),
  run: () => undefined,
});
const commands = [
  command('Pause', 'Process'),
  command('Speed Max', 'Time'),
  command('Step to the next event', 'Time'),
  command('Dark theme', 'View'),
  command('Open example: Incubation', 'Examples', 'Keeps plates warm, and can pause'),
  command('Run', 'Run'),
];
const titles = (typed: string) =>
  findCommands(commands, typed, computeCommandScore).flatMap((group) => group.commands.map(({ title }) => title));

describe('the search for commands', () => {
  it('shows everything under its headings, in their order, while nothing is typed', () => {
    const found = findCommands(commands, ' ', computeCommandScore);
    expect(found.map(({ group }) => group)).toEqual(['Run', 'Process', 'Time', 'View', 'Examples']);
    expect(found[2]?.commands).toHaveLength(2);
  });

  it('finds by letters that are left out, by the heading, and by what else is said', () => {
    expect(titles('dkth')).toEqual(['Dark theme']);
    expect(titles('time step')[0]).toBe('Step to the next event');
    expect(titles('warm')).toEqual(['Open example: Incubation']);
  });

  it('puts what the title says before what else is said', () => {
    expect(titles('pause')).toEqual(['Pause', 'Open example: Incubation']);
  });

  it('finds nothing where nothing fits', () => {
    expect(titles('xyzzy')).toEqual([]);
  });
});
