import type { EditorSession } from './EditorSession.svelte.js';
import { shownFiles } from './editor-port.js';
import { firstBench } from '../../model/benches/first-bench.js';
import { firstProtocol } from './first-protocol.js';

/** Something that can be done with the texts: an entry of the menu, and a command of the page. */
export interface TextAction {
  readonly id: string;
  readonly label: string;
  /** Of those that have a key in the editor: its name, and that on a Mac. */
  readonly keys?: readonly [other: string, mac: string];
  readonly detail?: string;
  run(): void;
}

/** What can be done with the texts as they are now. */
export function textActions(editor: EditorSession, touch: boolean): readonly TextAction[] {
  const { port } = editor;
  const begin = (file: 'protocol' | 'bench', text: string) => {
    port.replace(file, text);
    port.activate(file);
    editor.focus();
  };
  return [
    { id: 'undo', label: 'Undo', keys: ['Ctrl Z', '⌘ Z'], run: () => (editor.undo(), editor.focus()) },
    { id: 'redo', label: 'Redo', keys: ['Ctrl Y', '⌘ ⇧ Z'], run: () => (editor.redo(), editor.focus()) },
    ...(editor.canFormat
      ? [
          {
            id: 'format',
            label: 'Format',
            keys: ['Shift Alt F', '⇧ ⌥ F'] as const,
            run: () => void editor.format().then(() => editor.focus()),
          },
        ]
      : []),
    ...(port.text('protocol') === ''
      ? [
          {
            id: 'protocol',
            label: 'Add protocol',
            detail: 'Several processes, one after the other or at once',
            run: () => begin('protocol', firstProtocol(port.text('data'))),
          },
        ]
      : []),
    ...(port.text('bench') === ''
      ? [
          {
            id: 'bench',
            label: 'Edit bench',
            detail: 'Which devices there are, and what they are joined to',
            run: () => begin('bench', firstBench(port.bench)),
          },
        ]
      : []),
    {
      id: 'open',
      label: 'Open file…',
      detail: touch ? 'A .ts or .yaml file' : 'A .ts or .yaml file; dropping it works, too',
      run: () => editor.chooseFile?.(),
    },
    { id: 'save', label: 'Save file', detail: 'As a file of yours', run: () => port.saveFile() },
    { id: 'share', label: 'Share…', detail: 'All of it as a link', run: () => editor.share?.() },
    {
      id: 'reset',
      label: 'Reset',
      detail: port.untouched ? 'Nothing was changed' : `To the example ${port.example.title}; can be undone`,
      run: () => port.reset(),
    },
  ];
}

/** Going to each of the texts. */
export function showTextActions(editor: EditorSession): readonly TextAction[] {
  return shownFiles(editor.port).map(({ id, name }) => ({
    id: `show-${id}`,
    label: `Go to ${name}`,
    run: () => (editor.port.activate(id), editor.focus()),
  }));
}
