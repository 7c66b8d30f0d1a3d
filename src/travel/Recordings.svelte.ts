import type { RecordingFile } from '../../model/files/recording-file.js';
import type { Recording } from '../../model/recording.js';
import type { Trace } from '../../model/trace.js';
import { saveFile } from '../ui/save-file.js';

/** What recordings need of the rest of the page. */
export interface RecordingsPort {
  readonly trace: Trace;
  /** Of the process that was run, for the names of files. */
  readonly name: string;
  /** Which version of the playground this is. */
  readonly app: string;
  recording(): Promise<Recording | null>;
  /** Shows a recording from a file and runs it again. `remark`: what else a person ought to know about the file, in a sentence; or nothing. */
  open(file: RecordingFile, name: string, remark: string): Promise<void>;
  tell(message: string): void;
}

/** What of a local file decides: the browser's `File` is one. */
export interface LocalRecording {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The largest recording that is opened, in bytes: a million events have some 150 million. */
export const recordingLimit = 400_000_000;

const nothing = 'There is nothing to save yet: press Run first.';
const reload = 'Is the network there? Then load the page again: your texts are kept.';

/** Runs as files: saved, opened, and made into scenarios. */
export class Recordings {
  readonly #port: RecordingsPort;
  /** Opens the chooser of the browser. */
  choose: (() => void) | null = null;

  constructor(port: RecordingsPort) {
    this.#port = port;
  }

  /** Saves the run that is on as a file: what it was made from, what was done to it, and its events. */
  async save(): Promise<void> {
    const { name, app } = this.#port;
    const recording = await this.#port.recording();
    if (recording === null) return this.#port.tell(nothing);
    const write = await load(() => import('./recording-text.js'));
    if (write === null) return this.#port.tell(`The run could not be saved. ${reload}`);
    const parts = await write.recordingParts({ app, recording }, this.#port.trace);
    saveFile(`${name}-recording.json`, new Blob([...parts]), 'application/json');
  }

  /** Saves what was done to the run as a scenario for `simulate`. */
  async saveScenario(): Promise<void> {
    const { name } = this.#port;
    const recording = await this.#port.recording();
    if (recording === null) return this.#port.tell(nothing);
    const make = await load(() => import('../../model/files/recording-scenario.js'));
    if (make === null) return this.#port.tell(`The scenario could not be made. ${reload}`);
    const file = `${name}-scenario.json`;
    saveFile(file, make.scenarioText(recording), 'application/json');
    const protocol = recording.source.protocol === undefined ? '' : ' --protocol protocol.yaml';
    this.#port.tell(
      `Saved “${file}”. Save the process beside it, and run: npm run -s simulate -- process.ts${protocol} --scenario ${file}`,
    );
  }

  /** Opens a recording and runs it again. What is wrong with the file is said in a sentence, and nothing changes. */
  async open(local: LocalRecording): Promise<void> {
    const refuse = (why: string): void => this.#port.tell(`“${local.name}” was not opened. ${why}`);
    if (local.size > recordingLimit) return refuse('It is larger than any recording that a page can show.');
    const read = await load(() => import('./read-recording.js'));
    if (read === null) return refuse(reload);
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(await local.arrayBuffer());
    } catch (error) {
      return refuse(error instanceof TypeError ? 'It is not text in UTF-8.' : 'The browser could not read it. Is it still there?');
    }
    const result = read.readRecording(text);
    if (!result.ok) return refuse(result.message);
    await this.#port.open(result.file, local.name, leftOutText(result.leftOut));
  }
}

function leftOutText(count: number): string {
  if (count === 0) return '';
  const events = count === 1 ? '1 event of the file was' : `${count.toLocaleString('en')} events of the file were`;
  return `${events} left out of what was recorded: this page cannot show them. The run itself is whole.`;
}

/** A part of the page that is loaded when it is wanted; `null`: it did not come. */
async function load<Part>(part: () => Promise<Part>): Promise<Part | null> {
  try {
    return await part();
  } catch {
    return null;
  }
}
