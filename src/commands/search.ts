import type { Command, CommandGroup } from './command.js';
import { commandGroups } from './command.js';

/** How well a text fits what was typed: 0 not at all, 1 exactly. `keywords` are searched as well. */
export type Score = (text: string, typed: string, keywords?: string[]) => number;

export interface FoundGroup {
  readonly group: CommandGroup;
  readonly commands: readonly Command[];
}

/** What is worth showing, of how well the best one fits: letters strewn over a long text fit almost everything. */
const threshold = 0.05;

/** The commands that fit, best first, under their headings; everything in its usual order while nothing is typed. */
export function findCommands(commands: readonly Command[], typed: string, score: Score): readonly FoundGroup[] {
  const wanted = typed.trim();
  const scored = commands.map((command) => ({ command, fit: wanted === '' ? 1 : fitOf(command, wanted, score) }));
  const least = threshold * scored.reduce((best, { fit }) => Math.max(best, fit), 0);
  const groups = commandGroups.flatMap((group) => {
    const found = scored.filter(({ command, fit }) => command.group === group && fit > 0 && fit >= least).sort((a, b) => b.fit - a.fit);
    return found.length === 0 ? [] : [{ group, best: found[0]!.fit, commands: found.map(({ command }) => command) }];
  });
  return groups.sort((a, b) => b.best - a.best);
}

/** What the title says counts for more than its heading and what else is said. */
function fitOf({ title, group, detail }: Command, typed: string, score: Score): number {
  return Math.max(score(title, typed), score(`${group} ${title}`, typed) * 0.9, detail ? score(detail, typed) * 0.3 : 0);
}
