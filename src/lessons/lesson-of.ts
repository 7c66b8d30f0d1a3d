import { browserPreferences, type Preferences } from '../ui/preferences.js';

/** Whether the pane was put away, among the preferences. */
export const closedName = 'lessonClosed';
/** In front of the name of a lesson, where it says what texts came from. */
export const lessonPrefix = 'lesson:';

/** The lesson that texts came from, unless its pane was put away; `null`: none. */
export function lessonOf(opened: string, preferences: Preferences = browserPreferences): string | null {
  return opened.startsWith(lessonPrefix) && preferences.read(closedName) !== true ? opened.slice(lessonPrefix.length) : null;
}
