import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { slimMonaco } from './slim-monaco.js';

const inside = (file: string) => fileURLToPath(new URL(`../node_modules/monaco-editor/esm/vs/${file}`, import.meta.url));

type Transform = { readonly handler: (code: string, id: string) => { readonly code: string } | undefined };

/** What the plugin makes of a module of the installed Monaco, or of another text in its place. */
function slimmed(file: string, text = readFileSync(inside(file), 'utf8')): string | undefined {
  return (slimMonaco().transform as unknown as Transform).handler(text, inside(file))?.code;
}

describe('in the installed Monaco', () => {
  it('no feature is imported by the way', () => {
    const code = slimmed('internal/common/workers.js');
    expect(code).not.toMatch(/^import '/m);
    expect(code).toContain('createWebWorker');
  });

  it('the TypeScript service names no worker of its own', () => {
    expect(slimmed('languages/features/typescript/workerManager.js')).not.toContain('new Worker');
  });

  it('the type libraries are those of the language', async () => {
    const code = slimmed('languages/features/typescript/lib/lib.js')!;
    const { libFileMap } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { libFileMap: Record<string, string> };
    expect(libFileMap['lib.es2023.array.d.ts']).toContain('toSorted');
    expect(libFileMap['lib.esnext.disposable.d.ts']).toContain('SymbolConstructor');
    expect(Object.keys(libFileMap).filter((name) => /dom|webworker|scripthost/.test(name))).toEqual([]);
  });

  it('lists and the quick input are no services of the core', () => {
    const code = slimmed('editor/standalone/browser/standaloneServices.js');
    expect(code).not.toMatch(/\bListService\b|StandaloneQuickInputService/);
    expect(code).toContain('registerSingleton(IContextMenuService');
  });

  it('the view has no minimap', () => {
    const code = slimmed('editor/browser/view.js');
    expect(code).not.toMatch(/minimap/i);
    expect(code).toContain('new Margin(this._context)');
  });

  it.each([
    ['editor/browser/widget/diffEditor/diffEditorWidget.js', 'DiffEditorWidget'],
    ['editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js', 'MultiDiffEditorWidget'],
    ['editor/common/diff/linesDiffComputers.js', 'linesDiffComputers'],
    ['editor/browser/gpu/viewGpuContext.js', 'ViewGpuContext'],
    ['editor/browser/viewParts/viewLinesGpu/viewLinesGpu.js', 'ViewLinesGpu'],
    ['editor/browser/viewParts/rulersGpu/rulersGpu.js', 'RulersGpu'],
    ['editor/browser/viewParts/gpuMark/gpuMark.js', 'GpuMarkOverlay'],
    ['editor/common/model/tokens/treeSitter/treeSitterSyntaxTokenBackend.js', 'TreeSitterSyntaxTokenBackend'],
  ])('%s is a placeholder that says so when it is used', async (file, name) => {
    const module = (await import(`data:text/javascript,${encodeURIComponent(slimmed(file)!)}`)) as Record<string, new () => unknown>;
    expect(() => new module[name]!()).toThrow(`${name} is left out of this build`);
  });

  it('everything else stays as it is', () => {
    expect(slimmed('editor/editor.api.js')).toBeUndefined();
  });
});

it('a Monaco that has changed stops the build instead of growing unnoticed', () => {
  expect(() => slimmed('internal/common/workers.js', 'export {};')).toThrow('has changed');
});
