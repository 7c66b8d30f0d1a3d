import { type Shared, type SharedRun, writeLink, writeSharedFile } from '../../model/files/link.js';
import { saveFile } from '../ui/save-file.js';
import { copyText } from './copy.js';
import { embedCode } from './embed-code.js';
import { lengthText, type Reach, reachOf } from './link-length.js';

/** A state in two forms: as a link says it, with what it takes from an example left out, and whole, as a file holds it. */
export interface ShareState {
  readonly short: Shared;
  readonly whole: Shared;
}

export interface ShareOptions {
  /** What it is called: the text of a Markdown link, and the name of a file. */
  readonly title: string;
  readonly state: ShareState;
  /** What stands behind `#`, if everything is as some address opens it by itself. */
  readonly plain: string | null;
  /** The run that is on, with the texts that it was made from; `null`: there is none. */
  readonly run: (ShareState & { readonly recorded: SharedRun; readonly detail: string }) | null;
  /** The address of the page, without `#`. */
  readonly page: string;
}

/** What is being shared, and how. */
export class ShareForm {
  readonly options: ShareOptions;
  /** The run goes with it. */
  withRun = $state(false);
  #note = $state.raw('');
  readonly #shared = $derived.by<ShareState>(() => {
    const { state, run } = this.options;
    if (!this.withRun || run === null) return state;
    const recorded = { run: run.recorded };
    return { short: { ...run.short, ...recorded }, whole: { ...run.whole, ...recorded } };
  });
  readonly #link = $derived.by(() => {
    const { page, plain } = this.options;
    return `${page}${plain !== null && !this.withRun ? plain : `#/link/${writeLink(this.#shared.short)}`}`;
  });

  constructor(options: ShareOptions) {
    this.options = options;
  }

  get link(): string {
    return this.#link;
  }

  get length(): string {
    return lengthText(this.#link.length);
  }

  get reach(): Reach {
    return reachOf(this.#link.length);
  }

  /** What came of the last button. */
  get note(): string {
    return this.#note;
  }

  /** Puts the link, or what is made of it, on the clipboard; where the browser does not let the page, `select` selects it for the person. */
  async copy(what: 'link' | 'markdown' | 'embed', select: (text: string) => void): Promise<void> {
    const { title, page } = this.options;
    const text =
      what === 'embed' ? embedCode(this.#shared.whole, page) : what === 'link' ? this.#link : `[${markdownText(title)}](${this.#link})`;
    this.#note = '';
    if (await copyText(text)) {
      this.#note = copied[what];
      return;
    }
    select(text);
    this.#note = 'The browser does not let the page copy: the text is selected, so that you can copy it yourself.';
  }

  save(): void {
    const name = `${fileName(this.options.title)}-shared.json`;
    saveFile(name, writeSharedFile(this.#shared.whole), 'application/json');
    this.#note = `Saved “${name}”: Open file, or dropping it on the page, opens it again.`;
  }
}

const copied = { link: 'The link was copied.', markdown: 'The link was copied as Markdown.', embed: 'The code was copied.' } as const;

/** A title between the brackets of a Markdown link. */
function markdownText(title: string): string {
  return title.replace(/[\\[\]`*_<>]/g, '\\$&');
}

function fileName(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'playground' : name.slice(0, 60);
}
