import { editor, MarkerSeverity } from 'monaco-editor/editor';
import {
  getTypeScriptWorker,
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';
import { setupTypeScript } from 'monaco-editor/languages/features/typescript/tsMode';
import { withBench } from '../bench-types.js';
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

const hardwarePath = '../../../worker/typescript/api/hardware.d.ts';
/** What is declared of the hardware at this moment. */
let hardware = declarations[hardwarePath] ?? '';

/** Keeps the module `hardware` with the devices that a bench document names. Returns how to stop. */
export function followBench(document: editor.ITextModel): () => void {
  const declare = (): void => {
    const text = withBench(declarations[hardwarePath] ?? '', document.getValue());
    if (text === hardware) return;
    hardware = text;
    typescriptDefaults.addExtraLib(text, 'file:///api/hardware.d.ts');
  };
  declare();
  const listener = document.onDidChangeContent(declare);
  return () => listener.dispose();
}

// The service waits for the first TypeScript to be shown, which was before this was loaded.
setupTypeScript(typescriptDefaults);

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
  void firstCheck(model).then(() => {
    checked = true;
    tell();
  });
  return () => listener.dispose();
}

async function firstCheck(model: editor.ITextModel): Promise<void> {
  const worker = await (await getTypeScriptWorker())(model.uri);
  await worker.getSemanticDiagnostics(model.uri.toString());
}

function problemOf(marker: editor.IMarker): Problem[] {
  if (marker.severity < MarkerSeverity.Warning) return [];
  const { startLineNumber, startColumn, endLineNumber, endColumn, message } = marker;
  const range = { file: 'process', line: startLineNumber, column: startColumn, endLine: endLineNumber, endColumn } as const;
  return [{ range, message, severity: marker.severity === MarkerSeverity.Error ? 'error' : 'warning' }];
}
