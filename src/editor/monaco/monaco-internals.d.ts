/**
 * The parts of Monaco's inside that adopt-features.ts and typescript.ts use, as they are in monaco-editor 0.57. The end-to-end tests of hover,
 * completion and find notice when a new version has changed them.
 */
declare module 'monaco-editor/editor/browser/editorExtensions' {
  export interface ContributionDescription {
    readonly id: string;
  }
  export interface EditorAction {
    readonly id: string;
    readonly label: string;
    readonly alias: string;
    readonly metadata: unknown;
    readonly precondition: unknown;
    runEditorCommand(accessor: unknown, editor: unknown, args: unknown): void | Promise<void>;
  }
  export const EditorExtensionsRegistry: {
    getEditorContributions(): readonly ContributionDescription[];
    getEditorActions(): readonly EditorAction[];
  };
}

declare module 'monaco-editor/editor/common/editorAction' {
  export class InternalEditorAction {
    constructor(
      id: string,
      label: string,
      alias: string,
      metadata: unknown,
      precondition: unknown,
      run: (args: unknown) => Promise<void>,
      contextKeyService: unknown,
    );
  }
}

declare module 'monaco-editor/platform/instantiation/common/extensions' {
  export function getSingletonServiceDescriptors(): readonly (readonly [id: unknown, descriptor: unknown])[];
  export function registerSingleton(id: unknown, service: unknown, instantiation: 0 | 1): void;
}

declare module 'monaco-editor/platform/instantiation/common/instantiation' {
  export const IInstantiationService: unknown;
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: {
    get(id: unknown): { readonly _services: { get(id: unknown): unknown; set(id: unknown, descriptor: unknown): void } };
  };
}

declare module 'monaco-editor/languages/features/typescript/tsMode' {
  import type { LanguageServiceDefaults } from 'monaco-editor/languages/features/typescript/register';
  export function setupTypeScript(defaults: LanguageServiceDefaults): void;
}

declare module 'monaco-editor/platform/list/browser/listService' {
  export const IListService: unknown;
  export const ListService: unknown;
}

declare module 'monaco-editor/platform/quickinput/common/quickInput' {
  export const IQuickInputService: unknown;
}

declare module 'monaco-editor/editor/standalone/browser/quickInput/standaloneQuickInputService' {
  export const StandaloneQuickInputService: unknown;
}

declare module 'monaco-editor/languages/features/typescript/tsMode' {
  /** Starts the service that completes, explains and checks TypeScript; once. */
  export function setupTypeScript(defaults: unknown): unknown;
}
