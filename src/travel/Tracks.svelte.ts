import type { Recording } from '../../model/recording.js';
import type { Trace } from '../../model/trace.js';

/** A run that is kept beside the one that is on. */
export interface Track {
  readonly id: number;
  readonly name: string;
  /** What it is carried out again by; `null`: only what came of it is there. */
  readonly recording: Recording | null;
  readonly trace: Trace;
}

/** How many runs there are at most, the one that is on included. */
export const mostTracks = 4;

/** The runs that can be compared: the one that is on, and those that were kept. */
export class Tracks {
  #kept = $state.raw<readonly Track[]>([]);
  #name = $state('Run 1');
  #runs = 0;
  #ids = 0;
  /** The name of a run that had to go because there were too many. */
  #dropped = $state<string | null>(null);

  get kept(): readonly Track[] {
    return this.#kept;
  }

  /** The name of the run that is on. */
  get name(): string {
    return this.#name;
  }

  get dropped(): string | null {
    return this.#dropped;
  }

  /** Another run was started from what stands in the editor. */
  started(): void {
    this.#name = `Run ${++this.#runs}`;
  }

  /** Another run is on, under a name of its own. */
  goesOnAs(name: string): void {
    this.#name = name;
  }

  /** Keeps a run; the oldest has to go when there are too many. */
  keep(name: string, recording: Recording | null, trace: Trace): void {
    const kept = [...this.#kept, { id: ++this.#ids, name, recording, trace }];
    this.#dropped = kept.length >= mostTracks ? kept[0]!.name : null;
    this.#kept = kept.slice(1 - mostTracks);
  }

  close(id: number): void {
    this.#kept = this.#kept.filter((track) => track.id !== id);
    this.#dropped = null;
  }
}
