import { saveFile } from '../ui/save-file.js';
import type { EventLog } from './event-log.svelte.js';
import { jsonLines } from './json-lines.js';

export function countText(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'event' : 'events'}`;
}

/** Copies the events of a list, or saves them as a file: as JSON lines, as `simulate` prints them. */
export class EventExport {
  readonly #log: EventLog;
  /** What came of it, in a sentence; empty: nothing was asked for. */
  #told = $state('');

  constructor(log: EventLog) {
    this.#log = log;
  }

  get told(): string {
    return this.#told;
  }

  async copy(onlySelected: boolean): Promise<void> {
    this.#told = '';
    try {
      const { blob, lines } = await this.#lines(onlySelected);
      await navigator.clipboard.writeText(await blob.text());
      this.#told = `${countText(lines)} copied as JSON lines.`;
    } catch {
      this.#told = 'The browser did not allow copying: download the events instead.';
    }
  }

  /** Everything that is listed, as a file. */
  async save(name: string): Promise<void> {
    this.#told = '';
    const { blob } = await this.#lines(false);
    saveFile(name, blob, blob.type);
  }

  /** Only events of the run, not what the page says between them. */
  async #lines(onlySelected: boolean): Promise<{ readonly blob: Blob; readonly lines: number }> {
    const { rows, selected } = this.#log;
    const { first, end } = onlySelected ? selected : { first: 0, end: rows.length };
    let lines = 0;
    const blob = await jsonLines(end - first, (index) => {
      const row = rows.at(first + index);
      if (row === null || row.event === null || !row.own) return null;
      lines++;
      return row.event;
    });
    return { blob, lines };
  }
}
