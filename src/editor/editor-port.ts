import type { Place, Range } from '../../model/place.js';
import type { Change } from '../../model/surviving-text.js';

export type FileId = Place['file'];

export const files: readonly { readonly id: FileId; readonly name: string; readonly language: string }[] = [
  { id: 'process', name: 'process.ts', language: 'TypeScript' },
  { id: 'data', name: 'data.yaml', language: 'YAML' },
  { id: 'protocol', name: 'protocol.yaml', language: 'YAML' },
  { id: 'bench', name: 'bench.yaml', language: 'YAML' },
];

/** The texts that have a tab: a protocol and a bench only when there are, since a process alone needs none. */
export const shownFiles = (port: Pick<EditorPort, 'active' | 'text'>): typeof files =>
  files.filter(({ id }) => (id !== 'protocol' && id !== 'bench') || port.active === id || port.text(id) !== '');

/** What shows the texts and owns them while they are shown. */
export interface EditorHost {
  replace(file: FileId, text: string): void;
  reveal(place: Place | Range): void;
}

/** What the editor needs of the texts that it shows. */
export interface EditorPort {
  /** The text in front. */
  readonly active: FileId;
  activate(file: FileId): void;
  text(file: FileId): string;
  /** A text was edited; `changes` in the order in which they were made. */
  edited(file: FileId, text: string, changes: readonly Change[]): void;
  /** Puts a text in from elsewhere: it comes back through the host, as one edit that can be undone. */
  replace(file: FileId, text: string): void;
  attach(host: EditorHost): () => void;
  /** Where a place in the texts that were last run stands now, and whether its text was changed since. */
  now(place: Place | Range): { readonly range: Range; readonly stale: boolean };

  readonly saved: string;
  readonly saveState: string;
  flush(): void;
  follow(): () => void;
  readonly example: { readonly title: string };
  /** The name of the bench that was chosen. */
  readonly bench: string;
  readonly untouched: boolean;
  reset(): void;
  openFile(file: File): Promise<void>;
  saveFile(): void;
  readonly notice: { readonly message: string; readonly actions: readonly { readonly label: string; run(): void }[] } | null;
  dismiss(): void;
}
