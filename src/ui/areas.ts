import { tick } from 'svelte';
import type { Tab } from './Shell.svelte';

/** The parts of the page between which a key moves the focus, in the order of the page. Their ids are those of the elements. */
const panes = ['top', 'lesson', 'code', 'process', 'hardware', 'timeline'] as const;
export type Area = (typeof panes)[number] | 'operator' | 'tour';
/** What there is instead while an operator looks. */
const operating = ['top', 'operator'] as const;

/** What moving needs of the page. */
export interface AreaPort {
  /** Brings a part into sight that a narrow page shows by itself. */
  show(tab: Tab): void;
  /** Into the text: the part itself has nothing to read. */
  focusCode(): void;
}

/** The part that comes `by` places after the one with the focus. */
export function areaBeside(by: 1 | -1, operator: boolean, focus: Element | null = document.activeElement): Area {
  // The card of the tour stands first in the page.
  const tour: readonly Area[] = document.getElementById('tour') ? ['tour'] : [];
  const there = panes.filter((area) => area !== 'lesson' || document.getElementById(area) !== null);
  const areas: readonly Area[] = [...tour, ...(operator ? operating : there)];
  const id = focus?.closest(areas.map((area) => `#${area}`).join(', '))?.id;
  const index = areas.findIndex((area) => area === id);
  // From nowhere: on to the tour, else to the first below the top; back to the last.
  if (index < 0) return areas.at(by === -1 ? -1 : tour.length === 0 ? 1 : 0)!;
  return areas[(index + by + areas.length) % areas.length]!;
}

/** Puts the focus on a part as a whole, so that a screen reader says its name and Tab goes on within it. */
export async function focusArea(area: Area, port: AreaPort): Promise<void> {
  if (area !== 'top' && area !== 'operator' && area !== 'tour') port.show(area);
  await tick();
  if (area === 'code') port.focusCode();
  else document.getElementById(area)?.focus();
}
