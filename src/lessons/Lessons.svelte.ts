import { browserPreferences, type Preferences } from '../ui/preferences.js';
import { closedName, lessonPrefix } from './lesson-of.js';
import type { LessonsPort } from './lessons-port.js';
import type { OpenLesson } from './OpenLesson.svelte.js';
import { Progress } from './Progress.svelte.js';

const reload = 'Is the network there? Then load the page again: your texts are kept.';

/** Which lesson is open. Everything else about lessons is loaded with the first of them. */
export class Lessons {
  readonly #port: LessonsPort;
  readonly #preferences: Preferences;
  readonly progress: Progress;
  /** A lesson that was left and is opened again goes on where it was. */
  readonly #known = new Map<string, Promise<OpenLesson | null>>();
  #closed = $state(false);
  #current = $state.raw<OpenLesson | null>(null);

  constructor(port: LessonsPort, preferences: Preferences = browserPreferences) {
    this.#port = port;
    this.#preferences = preferences;
    this.progress = new Progress(preferences);
    this.#closed = preferences.read(closedName) === true;
  }

  /** The lesson whose texts stand in the editor; `null`: none, or its pane was closed. */
  get id(): string | null {
    const { opened } = this.#port;
    return opened.startsWith(lessonPrefix) && !this.#closed ? opened.slice(lessonPrefix.length) : null;
  }

  /** The same once it has been loaded. */
  get current(): OpenLesson | null {
    return this.#current?.lesson.id === this.id ? this.#current : null;
  }

  /** Opens a lesson: its text beside its start in the editor. `false`: it could not be loaded, which is told. */
  async open(id: string): Promise<boolean> {
    try {
      const open = await this.load(id);
      if (open === null) this.#port.tell(`There is no lesson “${id}” here: your texts are as they were. Learn lists those that there are.`);
      else this.#begin(open);
      return true;
    } catch (error) {
      this.#port.tell(`The lesson could not be loaded. ${wrongLesson(error) ?? reload}`);
      return false;
    }
  }

  /** Loads a lesson; `null`: there is none of that name. */
  load(id: string): Promise<OpenLesson | null> {
    let loading = this.#known.get(id);
    if (loading === undefined) {
      loading = this.#load(id);
      this.#known.set(id, loading);
      // Whoever tries again may have more luck.
      loading.catch(() => this.#known.delete(id));
    }
    return loading;
  }

  /** Puts the pane away; the texts stay. */
  close(): void {
    this.#current?.stop();
    this.#setClosed(true);
  }

  openExample(id: string): void {
    this.#port.openExample(id);
  }

  async #load(id: string): Promise<OpenLesson | null> {
    const [{ lessonEntries, loadLesson }, { OpenLesson }] = await Promise.all([import('./course.js'), import('./OpenLesson.svelte.js')]);
    const lesson = await loadLesson(id);
    if (lesson === null) return null;
    const open = new OpenLesson(lesson, lessonEntries, this.#port, this.progress);
    if (id === this.id) this.#current = open;
    return open;
  }

  #begin(open: OpenLesson): void {
    const { id, title, start, bench, speed } = open.lesson;
    this.#current?.stop();
    this.#setClosed(false);
    if (this.#port.opened !== lessonPrefix + id) {
      this.#port.open(
        { id: lessonPrefix + id, title, texts: start, ...(bench === undefined ? {} : { bench }) },
        `Opened the lesson “${title}”.`,
      );
      if (speed !== undefined) this.#port.speed(speed);
    }
    this.#current = open;
    this.#port.bringForward();
  }

  #setClosed(closed: boolean): void {
    this.#closed = closed;
    this.#preferences.write(closedName, closed);
  }
}

/** What is wrong with a lesson that cannot be read; `null`: it did not come. */
const wrongLesson = (error: unknown): string | null => (error instanceof Error && error.name === 'LessonError' ? error.message : null);
