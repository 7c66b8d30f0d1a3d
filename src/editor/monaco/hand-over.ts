import { editor, Range, Selection, Uri } from 'monaco-editor/editor';
import type { TextEdit } from '../../../model/text-edit.js';
import type { FileId } from '../editor-port.js';
import type { HandOver } from '../full-editor.js';
import type { Selection as Offsets } from '../light/edit-history.js';
import { languageOf } from './languages.js';

const uris: Readonly<Record<FileId, string>> = {
  process: 'file:///process.ts',
  data: 'file:///data.yaml',
  protocol: 'file:///protocol.yaml',
  bench: 'file:///bench.yaml',
};

/** A model that goes on where the light editor stopped: every step that could be undone or done again there can be here. */
export function modelOf(file: FileId, { text, base, done, undone }: HandOver): editor.ITextModel {
  const model = editor.createModel(base, languageOf[file], Uri.parse(uris[file]));
  model.setEOL(editor.EndOfLineSequence.LF);
  model.updateOptions({
    tabSize: 2,
    insertSpaces: true,
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  for (const { edit, before, after } of done) push(model, edit, before, after);
  for (const { edit, before, after } of [...undone].reverse()) push(model, edit, before, after);
  for (let step = 0; step < undone.length; step++) void model.undo();
  // History is a convenience, the text is not.
  if (model.getValue() !== text) model.setValue(text);
  return model;
}

/** Makes one edit as one step of undo. */
export function push(model: editor.ITextModel, edit: TextEdit, before: Offsets, after: Offsets): void {
  model.pushStackElement();
  const operation = { range: rangeOf(model, edit.at, edit.at + edit.removed.length), text: edit.inserted, forceMoveMarkers: true };
  model.pushEditOperations([selectionOf(model, before)], [operation], () => [selectionOf(model, after)]);
  model.pushStackElement();
}

export function rangeOf(model: editor.ITextModel, start: number, end: number): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

export function selectionOf(model: editor.ITextModel, { start, end }: Offsets): Selection {
  return Selection.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}
