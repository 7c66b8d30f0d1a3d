import type { Plugin } from 'vite';

/** Type libraries that the editor's TypeScript knows: the language itself. A process sees no DOM and no worker. */
const keptLibraries = /^lib\.(es|decorators)(?!.*full)/;

/**
 * Parts of the editor that are imported by name but only used by what the page never asks for: the diff editors, the experimental
 * drawing on the GPU, tree-sitter grammars. (`createDiffEditor` and the options `experimentalGpuAcceleration`,
 * `experimental.preferTreeSitter` no longer work.)
 */
const leftOut =
  /\/(diffEditorWidget|multiDiffEditorWidget|linesDiffComputers|viewGpuContext|viewLinesGpu|rulersGpu|gpuMark|treeSitterSyntaxTokenBackend)\.js$/;

/** A module with the same names, each a class that cannot be made. */
function placeholders(code: string): string {
  const names = [...code.matchAll(/^export \{([^}]*)\};?$/gm)].flatMap(([, list]) => (list ?? '').split(',').map((name) => name.trim()));
  return names.map((name) => `export class ${name} { constructor() { throw new Error('${name} is left out of this build'); } }`).join('\n');
}

/**
 * Lists, trees and the quick input are services that only the late features use: src/editor/monaco/late-services.ts registers them,
 * so the editor that is waited for goes without (75 kB compressed).
 */
const lateServices = [
  /^import \{ StandaloneQuickInputService \} from .*$/m,
  /^registerSingleton\(IQuickInputService, .*$/m,
  /^import \{ ListService, IListService \} from .*$/m,
  /^registerSingleton\(IListService, .*$/m,
];

/** The minimap: a column beside the text that we never show (the option `minimap` no longer works). */
const minimap = [
  /^import \{ Minimap \} from .*$/m,
  /^ *const minimap = new Minimap\(this\._context\);$/m,
  /^ *this\._viewParts\.push\(minimap\);$/m,
  /^ *this\._overflowGuardContainer\.appendChild\(minimap\.getDomNode\(\)\);$/m,
];

/**
 * The parser of conditions makes an error in advance, to throw it by name. With an inspector attached V8 looks up where each error is
 * made, and reads the whole file again for it: 60 ms before the editor shows. What is thrown need not be an error.
 */
const errorInAdvance = /(?<=this\._parseError = )new Error\(\)/;

const licence = /^\/\*! \*{5,}[\s\S]*?\*{5,} \*\/\s*/;

/** Text that a new version of Monaco no longer contains must stop the build: a rule that matches nothing would go unnoticed. */
function without(code: string, part: RegExp, id: string, instead = ''): string {
  const rest = code.replace(part, instead);
  if (rest === code)
    throw new Error(`${id} has changed, so build/slim-monaco.ts no longer makes Monaco smaller: adapt it (nothing matches ${part}).`);
  return rest;
}

const withoutAll = (code: string, parts: readonly RegExp[], id: string): string =>
  parts.reduce((rest, part) => without(rest, part, id), code);

/** Keeps the libraries a process can use. The module holds nothing but string assignments to `libFileMap`, so it can be run. */
function languageLibraries(code: string): string {
  const body = code.replace(/export\s*\{[^}]*\};?/g, '');
  const all = new Function(`${body};return libFileMap`)() as Readonly<Record<string, string>>;
  const kept = Object.entries(all).filter(([name]) => keptLibraries.test(name));
  return `export const libFileMap = ${JSON.stringify(Object.fromEntries(kept.map(([name, text]) => [name, text.replace(licence, '')])))};`;
}

/**
 * Makes Monaco 0.57 smaller, in development and in the build, for the page and for its workers:
 * - `internal/common/workers.js` imports every contribution for its side effects, so that choosing features would save nothing;
 * - the TypeScript service names a worker of its own beside the one that `MonacoEnvironment.getWorker` makes, which would be emitted twice;
 * - the type libraries of the DOM are 2.6 MB that no process may use;
 * - lists and the quick input are loaded with every editor, but only late features use them (see `lateServices`);
 * - loading it makes an error, which is slow when the page is inspected or tested (see `errorInAdvance`);
 * - the editor contains a minimap, diff editors and experiments that cannot be chosen away (see `minimap`, `leftOut`).
 */
export function slimMonaco(): Plugin {
  return {
    name: 'slim-monaco',
    enforce: 'pre',
    transform: {
      filter: { id: /\/monaco-editor\/esm\/vs\// },
      handler(code, id) {
        const file = id.replace(/\?.*$/, '');
        if (leftOut.test(file)) return { code: placeholders(code), map: null };
        if (file.endsWith('/editor/standalone/browser/standaloneServices.js'))
          return { code: withoutAll(code, lateServices, file), map: null };
        if (file.endsWith('/platform/contextkey/common/contextkey.js'))
          return { code: without(code, errorInAdvance, file, '{}'), map: null };
        if (file.endsWith('/editor/browser/view.js')) return { code: withoutAll(code, minimap, file), map: null };
        if (file.endsWith('/internal/common/workers.js')) return { code: without(code, /^import '[^']*';$/gm, file), map: null };
        if (file.endsWith('/languages/features/typescript/workerManager.js'))
          return { code: without(code, /createWorker: \(\) => new Worker\(.*\),$/m, file), map: null };
        if (file.endsWith('/languages/features/typescript/lib/lib.js')) return { code: languageLibraries(code), map: null };
        return undefined;
      },
    },
  };
}
