import { type Rolldown, build } from 'vite';
import { inProject } from '../../scripts/parts/project.mjs';
import { builtFiles } from '../page/built-page.js';
import type { ServedFile } from '../threads/serve.js';
import { sampleText } from './sample-text.js';

export type Site = 'product' | 'text area' | 'bare Monaco';

/** The files of the pages that are compared. */
export async function sites(): Promise<Readonly<Record<Site, readonly ServedFile[]>>> {
  return { product: await builtFiles(), 'text area': [{ path: 'index.html', body: textAreaPage }], 'bare Monaco': await bareMonaco() };
}

/** The quickest page that takes a key. */
const textAreaPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A text area and nothing else</title>
<style>html,body,textarea{box-sizing:border-box;width:100%;height:100%;margin:0}</style><textarea spellcheck="false">${sampleText}</textarea></html>`;

async function bareMonaco(): Promise<readonly ServedFile[]> {
  const result = await build({
    configFile: false,
    root: inProject('bench', 'load', 'bare-monaco'),
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { write: false, target: 'es2022', chunkSizeWarningLimit: 10_000 },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return output.map((file) => ({ path: file.fileName, body: file.type === 'chunk' ? file.code : Buffer.from(file.source) }));
}
