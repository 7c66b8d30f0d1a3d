import { editor, MarkerSeverity } from 'monaco-editor/editor';
import {
  getTypeScriptWorker,
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';
import type { Problem } from '../problems.js';

/** The declarations of the three modules of the process API: the same files against which the compiler checks the runtime. */
const declarations = import.meta.glob<string>('../../../worker/typescript/api/*.d.ts', { eager: true, query: '?raw', import: 'default' });

typescriptDefaults.setCompilerOptions({
  strict: true,
  target: ScriptTarget.ESNext,
  module: ModuleKind.ESNext,
  moduleResolution: ModuleResolutionKind.NodeJs,
  lib: ['esnext'],
  types: [],
  erasableSyntaxOnly: true,
  allowNonTsExtensions: true,
  noEmit: true,
});
typescriptDefaults.setDiagnosticsOptions({ onlyVisible: false });
typescriptDefaults.setEagerModelSync(true);
for (const [path, text] of Object.entries(declarations)) {
  typescriptDefaults.addExtraLib(text, `file:///api/${path.slice(path.lastIndexOf('/') + 1)}`);
}

/**
 * Tells the problems of types in the process whenever they change; `checked` once the whole text has been looked at.
 * Returns how to stop.
 */
export function watchTypes(model: editor.ITextModel, found: (problems: readonly Problem[], checked: boolean) => void): () => void {
  let checked = false;
  const tell = (): void => found(editor.getModelMarkers({ resource: model.uri, owner: 'typescript' }).flatMap(problemOf), checked);
  const listener = editor.onDidChangeMarkers((uris) => {
    if (uris.some((uri) => uri.toString() === model.uri.toString())) tell();
  });
  void firstCheck(model).then((done) => {
    checked = done;
    tell();
  });
  return () => listener.dispose();
}

/** Whether the types have been looked at. Monaco sets its service up soon after the first model, and says no until then. */
async function firstCheck(model: editor.ITextModel): Promise<boolean> {
  for (let attempt = 0; attempt < 100 && !model.isDisposed(); attempt++) {
    try {
      const worker = await (await getTypeScriptWorker())(model.uri);
      await worker.getSemanticDiagnostics(model.uri.toString());
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return false;
}

function problemOf(marker: editor.IMarker): Problem[] {
  if (marker.severity < MarkerSeverity.Warning) return [];
  const { startLineNumber, startColumn, endLineNumber, endColumn, message } = marker;
  const range = { file: 'process', line: startLineNumber, column: startColumn, endLine: endLineNumber, endColumn } as const;
  return [{ range, message, severity: marker.severity === MarkerSeverity.Error ? 'error' : 'warning' }];
}
