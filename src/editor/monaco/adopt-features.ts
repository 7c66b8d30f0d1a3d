import { editor } from 'monaco-editor/editor';
import { type ContributionDescription, type EditorAction, EditorExtensionsRegistry } from 'monaco-editor/editor/browser/editorExtensions';
import { InternalEditorAction } from 'monaco-editor/editor/common/editorAction';
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { getSingletonServiceDescriptors } from 'monaco-editor/platform/instantiation/common/extensions';
import { IInstantiationService } from 'monaco-editor/platform/instantiation/common/instantiation';

/** An editor from inside (monaco-editor 0.57). */
interface OpenEditor extends editor.ICodeEditor {
  readonly _contributions: {
    readonly _pending: Map<string, ContributionDescription>;
    readonly _instances: { get(id: string): object | undefined };
  };
  readonly _actions: Map<string, InternalEditorAction>;
  readonly _contextKeyService: unknown;
  readonly _instantiationService: { invokeFunction<Result>(call: (accessor: unknown) => Result): Result };
}

/** How long features are made before a key is listened to again, in milliseconds. */
const slice = 8;

/**
 * Gives an editor the features that were loaded after it was made: Monaco reads the lists of services, contributions and actions only
 * once. They are made a few at a time; `breath` resolves in a later task, `false`: the editor is no longer there. Calling it again does nothing.
 */
export async function adoptFeatures(target: editor.ICodeEditor, breath: () => Promise<boolean>): Promise<void> {
  adoptServices();
  const open = target as OpenEditor;
  let begun = performance.now();
  for (const description of EditorExtensionsRegistry.getEditorContributions()) {
    adoptContribution(open, description);
    if (performance.now() - begun < slice) continue;
    if (!(await breath())) return;
    begun = performance.now();
  }
  for (const action of EditorExtensionsRegistry.getEditorActions()) adoptAction(open, action);
  if (!(await breath())) return;
  // Adds none, but makes Monaco read its table of keys again.
  editor.addKeybindingRules([]);
}

function adoptServices(): void {
  const services = StandaloneServices.get(IInstantiationService)._services;
  for (const [id, descriptor] of getSingletonServiceDescriptors()) if (!services.get(id)) services.set(id, descriptor);
}

function adoptContribution(open: OpenEditor, description: ContributionDescription): void {
  const { _pending: pending, _instances: instances } = open._contributions;
  if (pending.has(description.id) || instances.get(description.id)) return;
  pending.set(description.id, description);
  // Asking for it makes it.
  open.getContribution(description.id);
}

function adoptAction(open: OpenEditor, action: EditorAction): void {
  if (open._actions.has(action.id)) return;
  const run = (args: unknown) =>
    open._instantiationService.invokeFunction((accessor) => Promise.resolve(action.runEditorCommand(accessor, open, args)));
  open._actions.set(
    action.id,
    new InternalEditorAction(
      action.id,
      action.label,
      action.alias,
      action.metadata,
      action.precondition ?? undefined,
      run,
      open._contextKeyService,
    ),
  );
}
