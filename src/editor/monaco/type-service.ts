import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register';
import { setupTypeScript } from 'monaco-editor/languages/features/typescript/tsMode';

/**
 * Starts Monaco's TypeScript, whose worker is a megabyte. Import this lazily, after the editor: Monaco offers a language's service only
 * when the first text of the language is shown, and at that moment this was not there yet. Call it once; set `typescriptDefaults` before.
 */
export function startTypeService(): void {
  setupTypeScript(typescriptDefaults);
}

export { typescriptDefaults };
